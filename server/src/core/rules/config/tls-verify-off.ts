import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, hostOf, isLoopback, serversIn } from "../../model/configQueries.ts";
import { booleanOf } from "../../model/configValues.ts";
import { defineRule, type Report } from "../../rule.ts";

/** `rejectUnauthorized: false` towards a host that is not this machine. */
export default defineRule({
  code: "config/tls-verify-off",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A connection that does not check the server's certificate can be read by whoever stands between.",
  docs: {
    why: "Without the check, TLS encrypts towards anyone who answers, and the password goes to them. A self-signed server is \
trusted safely by naming its authority in `caFile`.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, tls: { rejectUnauthorized: false } } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, tls: { caFile: ca.pem } } } }",
  },
  references: ["RFC 8314 §5.1", "RFC 9525 §2"],
  messages: {
    off: "`{written}` accepts any certificate, a forged one too. Write `true`, and name a private authority in `caFile`.",
  },
  titles: { on: "Check the certificate (`true`)" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"off", "on">> {
  for (const server of serversIn(file)) {
    const value = server.tls?.rejectUnauthorized;
    if (!value || booleanOf(value.node) !== false || isLoopback(hostOf(server))) continue;
    const fix = { kind: "suggestion" as const, title: "on" as const, edits: rewrite(file, value, "true") };
    yield { message: "off", data: { written: value.value }, span: value.span, fix };
  }
}
