import { firstLine, isGap, lineInsertion, valueEdit, valueOrField } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";

/** Where the version stands is not checked: the grammar allows any order (RFC 8461 §3.2). */
export default defineRule({
  code: "mta-sts/policy-version",
  target: "stsPolicy",
  severity: "error",
  fixable: "suggestion",
  summary: "The `version` of an MTA-STS policy file is missing, or not `STSv1`.",
  docs: {
    why: "Senders read a policy only if its `version` is `STSv1`, in exactly these letters. Without it they act as if there were \
no policy, and demand no TLS.",
    bad: "version: STSv2\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
    good: "version: STSv1\nmode: enforce\nmx: mx1.example.com\nmax_age: 604800",
  },
  references: ["RFC 8461 §3.2"],
  messages: {
    missing: "The `version` is missing, so senders ignore the policy. Begin with `version: STSv1`.",
    value: "`{value}` is not the version, so senders ignore the policy. Write `STSv1`, letter by letter.",
    empty: "The `version` has no value, so senders ignore the policy. Write `version: STSv1`.",
  },
  titles: { write: "Write `STSv1`", add: "Begin with `version: STSv1`" },
  *check(file) {
    const { version } = file.root;
    if (version === undefined) {
      if (!isGap(file, "version")) return;
      const edits = [lineInsertion(file, undefined, "version: STSv1")];
      yield { message: "missing", span: firstLine(file), fix: { kind: "suggestion", title: "add", edits } };
      return;
    }
    const { value } = version;
    if (value === "STSv1") return;
    yield {
      message: value === "" ? "empty" : "value",
      data: { value },
      span: valueOrField(version),
      fix: { kind: "suggestion", title: "write", edits: [valueEdit(file, version, "STSv1")] },
    };
  },
});
