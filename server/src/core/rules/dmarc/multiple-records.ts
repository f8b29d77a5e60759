import { dataSpan, labelsOf, shownName, TXT, textOf } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { parseDmarc } from "../../syntax/dmarc.ts";

/** Two policies at one name cancel each other; several consents at `_report._dmarc` do not. */
export default defineRule({
  code: "dmarc/multiple-records",
  target: "owner",
  severity: "error",
  fixable: false,
  summary: "Two DMARC records at one name: then none applies.",
  docs: {
    why: "A receiver that finds more than one DMARC record at a name discards them all, as if the domain had no policy. \
Forged mail is then delivered.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=none"\n_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=none"\n_dmarc.example.net. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §4.10.1"],
  messages: {
    several: "A second DMARC record at {owner}: receivers discard them all. Keep one.",
    other: "The other record",
  },
  *check({ owner, records }) {
    if (labelsOf(owner)[0] !== "_dmarc") return;
    const texts = records.filter((it) => it.type === TXT);
    const [first, ...others] = texts.filter(
      (it) => parseDmarc(textOf(it)).root.version.tag?.value.toUpperCase() === "DMARC1",
    );
    if (first === undefined) return;
    for (const it of others) {
      const related = [{ message: "other" as const, span: dataSpan(first), at: first }];
      yield { message: "several", data: { owner: shownName(owner) }, span: dataSpan(it), at: it, related };
    }
  },
});
