import type { ConfigFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";

/** TLS 1.0 and 1.1, which are forbidden (RFC 8996 §4, §5). */
export default defineRule({
  code: "config/tls-min-version",
  target: "config",
  severity: "error",
  fixable: "safe",
  summary: "A TLS version that is no longer allowed.",
  docs: {
    why: "TLS 1.0 and 1.1 rest on broken hashes and must not be used; whoever allows them can be forced down to them. Every \
mail server that is still cared for offers 1.2.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, tls: { minVersion: TLSv1 } } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, tls: { minVersion: TLSv1.2 } } } }",
  },
  references: ["RFC 8996 §5", "RFC 8997 §3"],
  messages: { old: "`{written}` is broken and must not be used; receivers refuse it. Write `TLSv1.2`." },
  titles: { raise: "Write `TLSv1.2`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"old", "raise">> {
  for (const { tls } of serversIn(file)) {
    const value = tls?.minVersion;
    if (!value || !/^(?:SSLv[23]|TLSv1(?:\.[01])?)$/i.test(value.value)) continue;
    const fix = { kind: "safe" as const, title: "raise" as const, edits: rewrite(file, value, "TLSv1.2") };
    yield { message: "old", data: { written: value.value }, span: value.span, fix };
  }
}
