import { labelsOf, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

/** Receivers skip it, but it is a sign that something was put at the wrong name. */
export default defineRule({
  code: "dmarc/unrelated-record",
  target: "dmarc",
  severity: "warning",
  fixable: false,
  summary: "A text at `_dmarc` that is no DMARC record.",
  docs: {
    why: "Only texts that begin with `v=DMARC1` mean something at `_dmarc`; receivers skip all others. An SPF record or a \
vendor's token that stands here is missing where it belongs.",
    bad: '_dmarc.example.com. IN TXT "v=spf1 -all"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §4.10.1"],
  messages: {
    unrelated: "Receivers skip this text: only DMARC records count at `_dmarc`. Move it to the name it is for.",
  },
  *check(target) {
    const { record, root, text } = target;
    if (root.isDmarc || labelsOf(record.owner)[0] !== "_dmarc" || /dmarc\s*1/i.test(text.value)) return;
    yield { message: "unrelated", span: wholeValue(target) };
  },
});
