import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "refused" | "weak";

/** A method that the provider does not offer, and CRAM-MD5. */
export default defineRule({
  code: "config/auth-method",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A way to log in that the provider does not offer, or that is weak.",
  docs: {
    why: "A server answers `504 5.5.4` to a method that it does not list. CRAM-MD5 hides the password behind a hash that can \
be broken, and makes the server store it; `plain` inside TLS is safer.",
    bad: 'version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com, auth: { method: xoauth2, username: ops@qq.com, accessToken: "${env:T}" } } } }',
    good: 'version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com, auth: { method: plain, username: ops@qq.com, password: "${env:QQ_AUTH_CODE}" } } } }',
  },
  references: ["RFC 4954 §4", "RFC 8314 §5.1"],
  messages: {
    refused: "{provider} does not offer `{method}` and answers 504. Write `{other}`.",
    weak: "`cram-md5` rests on a broken hash, and the server must store the password. Write `plain`, inside TLS.",
  },
  titles: { write: "Write `{other}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "write">> {
  for (const server of serversIn(file)) {
    const method = server.auth?.method;
    if (!method || !["plain", "login", "cram-md5", "xoauth2"].includes(method.value)) continue;
    const provider = providerOfServer(server);
    const isOffered = !provider || provider.methods.some((it) => it === method.value);
    const isPassword = method.value !== "xoauth2";
    if (provider?.secret === "oauth" && isPassword) continue; // config/oauth-required
    if (isOffered && method.value !== "cram-md5") continue;
    if (server.security.value === "none" && method.value === "cram-md5" && isOffered) continue;
    const other = provider?.methods[0] ?? "plain";
    const data = { provider: provider?.name ?? "", method: method.value, other };
    const fix = {
      kind: "suggestion" as const,
      title: "write" as const,
      data: { other },
      edits: rewrite(file, method, other),
    };
    yield { message: isOffered ? "weak" : "refused", data, span: method.span, fix };
  }
}
