import type { ConfigFile } from "../../model/config.ts";
import { distinct, hostOf, isLoopback, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";
import { isDomainName } from "../../syntax/mailbox.ts";

/** A name behind EHLO that is no full host name and no address literal (RFC 5321 §4.1.1.1). */
export default defineRule({
  code: "config/ehlo-name",
  target: "config",
  severity: "warning",
  fixable: false,
  summary: "A name behind EHLO that is `localhost` or not a full name.",
  docs: {
    why: "EHLO names the client. Many receivers take `localhost` or a bare word for the sign of a hijacked machine, and \
answer `504` or raise the spam score. An address in brackets is allowed.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, ehloName: localhost } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, ehloName: mail.example.com } } }",
  },
  references: ["RFC 5321 §4.1.1.1", "RFC 5321 §2.3.5"],
  messages: {
    short: "`{name}` is no full host name, and receivers refuse or distrust it. Write one such as `mail.example.com`.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"short", never>> {
  for (const server of serversIn(file)) {
    const value = server.ehloName;
    if (!value || value.value.includes("${") || isLoopback(hostOf(server))) continue;
    const name = value.value;
    if (/^\[(?:\d{1,3}(?:\.\d{1,3}){3}|IPv6:[\da-f:.]+)\]$/i.test(name)) continue;
    if (isDomainName(name) && !/(?:^|\.)(?:localhost|localdomain|local)\.?$/i.test(name)) continue;
    yield { message: "short", data: { name }, span: value.span };
  }
}
