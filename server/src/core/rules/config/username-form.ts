import type { ConfigFile, Server } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, providerOfServer, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";

type Message = "address" | "fixed";

/** A login name that the provider does not know in this form. */
export default defineRule({
  code: "config/username-form",
  target: "config",
  severity: "info",
  fixable: "suggestion",
  summary: "A login name that is not in the form that the provider wants.",
  docs: {
    why: "Most providers want the whole mail address as user name; some sending services want one fixed word, with the key \
as password. Anything else is answered by `535`.",
    bad: 'version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: ops, password: "${env:QQ_AUTH_CODE}" } } } }',
    good: 'version: 1\naccounts: { ops: { smtp: { host: smtp.qq.com, auth: { username: ops@qq.com, password: "${env:QQ_AUTH_CODE}" } } } }',
  },
  references: ["RFC 4616 §2", "RFC 6186 §4"],
  messages: {
    address: "{provider} wants the whole mail address as user name and answers 535 to `{name}`. Write `{other}`.",
    fixed: "{provider} wants the user name `{other}` for everyone, and the key as password. Write it.",
  },
  titles: { write: "Write `{other}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "write">> {
  for (const server of serversIn(file)) {
    const provider = providerOfServer(server);
    const username = server.auth?.username;
    if (!provider || !username || username.value.includes("${")) continue;
    if (server.protocol !== "smtp" && provider.hasShortMailboxNames) continue;
    const { fixedUsername } = provider;
    const isFixed = provider.username === "fixed" && fixedUsername !== undefined;
    if (isFixed ? username.value === fixedUsername : provider.username !== "address" || username.value.includes("@"))
      continue;
    const other = isFixed ? fixedUsername : `${username.value}@${domainOf(server, provider.mailDomains)}`;
    const data = { provider: provider.name, name: username.value, other };
    const fix = {
      kind: "suggestion" as const,
      title: "write" as const,
      data: { other },
      edits: rewrite(file, username, other),
    };
    yield { message: isFixed ? "fixed" : "address", data, span: username.span, fix };
  }
}

/** The sender's domain, else the provider's own. */
function domainOf({ account }: Server, mailDomains: readonly string[]): string {
  const from = account.from && parseMailbox(account.from.value);
  return from?.domain ?? mailDomains[0] ?? "example.com";
}
