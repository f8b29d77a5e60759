import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, providerOfServer, serversIn, usesPassword } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "soon" | "already";

/** A password at Microsoft: off for Outlook.com since September 2024, by default for tenants from December 2026. */
export default defineRule({
  code: "config/oauth-required",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A password where the provider takes OAuth 2.0 only, or soon will.",
  docs: {
    why: "Outlook.com takes no passwords over SMTP since September 2024. Microsoft 365 switches them off by default for \
existing tenants at the end of December 2026, and answers `535 5.7.139` or `550 5.7.30` then. An administrator can switch them \
on again until a last date that Microsoft names in 2027. OAuth 2.0 (`xoauth2`) goes on working.",
    bad: 'version: 1\naccounts: { ops: { provider: microsoft365, smtp: { auth: { method: login, username: ops@example.com, password: "${env:P}" } } } }',
    good: 'version: 1\naccounts: { ops: { provider: microsoft365, smtp: { auth: { method: xoauth2, username: ops@example.com, accessToken: "${env:T}" } } } }',
  },
  references: ["RFC 6749 §1.4", "RFC 7628 §3"],
  messages: {
    soon: "{provider} switches passwords off by default at the end of December 2026 (535 5.7.139). Write `method: xoauth2`.",
    already: "{provider} takes no passwords any more and answers 535. Write `method: xoauth2` with a token.",
  },
  titles: { write: "Write `xoauth2`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "write">> {
  for (const server of serversIn(file)) {
    const provider = providerOfServer(server);
    if (provider?.secret !== "oauth" || !usesPassword(server.auth)) continue;
    const span = server.auth?.method?.span ?? server.auth?.password?.span ?? server.span;
    const message = provider.methods.some((it) => it !== "xoauth2") ? "soon" : "already";
    // Only the word is wrong where the token is there already.
    const method = server.auth?.accessToken || server.auth?.refreshToken ? server.auth.method : undefined;
    const fix = method && {
      kind: "suggestion" as const,
      title: "write" as const,
      edits: rewrite(file, method, "xoauth2"),
    };
    yield { message, data: { provider: provider.name }, span, ...(fix && { fix }) };
  }
}
