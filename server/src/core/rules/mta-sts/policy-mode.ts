import { firstLine, isGap, lineInsertion, valueEdit, valueOrField } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";
import { STS_MODES } from "../../syntax/stsPolicy.ts";
import { didYouMean } from "../../text/didYouMean.ts";

export default defineRule({
  code: "mta-sts/policy-mode",
  target: "stsPolicy",
  severity: "error",
  fixable: "suggestion",
  summary: "The `mode` of an MTA-STS policy file is missing, or none of `enforce`, `testing` and `none`.",
  docs: {
    why: "The mode says what senders do where TLS fails: hold the mail back (`enforce`), deliver it and report (`testing`), or \
nothing (`none`). Without one of these three words the whole policy is broken, and senders demand no TLS.",
    bad: "version: STSv1\nmode: enforced\nmx: mx1.example.com\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §3.2", "RFC 8461 §5"],
  messages: {
    missing: "The `mode` is missing, so senders ignore the policy. Write `mode: enforce` or `mode: testing`.",
    value: "`{value}` is no mode, so senders ignore the policy. Write `enforce`, `testing` or `none`.",
    empty: "The `mode` has no value, so senders ignore the policy. Write `enforce`, `testing` or `none`.",
  },
  titles: { write: "Write `{mode}`", add: "Add `mode: testing`" },
  *check(file) {
    const { version, mode } = file.root;
    if (mode === undefined) {
      if (!isGap(file, "mode")) return;
      const edits = [lineInsertion(file, version?.span, "mode: testing")];
      const span = version?.span ?? firstLine(file);
      yield { message: "missing", span, fix: { kind: "suggestion", title: "add", edits } };
      return;
    }
    const { value } = mode;
    if (STS_MODES.some((it) => it === value)) return;
    const meant = STS_MODES.find((it) => it === value.toLowerCase()) ?? didYouMean(value, STS_MODES);
    const likely = meant === undefined ? ["testing", "enforce"] : [meant];
    const [fix, ...alternatives] = likely.map(
      (it) => ({ kind: "suggestion", title: "write", data: { mode: it }, edits: [valueEdit(file, mode, it)] }) as const,
    );
    const message = value === "" ? "empty" : "value";
    yield { message, data: { value }, span: valueOrField(mode), ...(fix && { fix }), alternatives };
  },
});
