import type { ConfigFile, Server } from "../../model/config.ts";
import { accountsIn, distinct, hostOf, isPrivateHost } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";

type Message = "none" | "many";

export default defineRule({
  code: "config/from-address",
  target: "config",
  severity: "error",
  fixable: false,
  summary: "A sender that is no mail address.",
  docs: {
    why: "The sender's address goes into the envelope and the `From` line. Servers answer `501` or `553` to one that they \
cannot read, and DMARC looks for exactly one domain in it.",
    bad: "version: 1\naccounts: { ops: { from: ops.example.com } }",
    good: "version: 1\naccounts: { ops: { from: ops@example.com } }",
  },
  references: ["RFC 5322 §3.4", "RFC 5321 §4.1.2"],
  messages: {
    none: "`{text}` is no mail address, and servers answer 501 to it. Write one such as `Ops <ops@example.com>`.",
    many: "`{text}` names several senders, and DMARC fails such mail. Write one address.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, never>> {
  for (const { from, servers } of accountsIn(file)) {
    if (!from || from.value.includes("${")) continue;
    const mailbox = parseMailbox(from.value);
    if (mailbox && (mailbox.domain !== "localhost" || isSentLocally(servers))) continue;
    const parts = from.value.split(",");
    const isMany = parts.length > 1 && parts.every((it) => parseMailbox(it.trim()));
    yield { message: isMany ? "many" : "none", data: { text: from.value }, span: from.span };
  }
}

/** Nothing leaves the own network: what catches mail there for developers takes every name. */
function isSentLocally(servers: readonly Server[]): boolean {
  const hosts = servers.filter(({ protocol }) => protocol === "smtp").map(hostOf);
  return hosts.length > 0 && hosts.every((it) => it !== undefined && isPrivateHost(it));
}
