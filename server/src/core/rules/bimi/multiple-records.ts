import { furtherRecords } from "../../model/policyFaults.ts";
import { labelsOf, TXT, textOf } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { parseBimi } from "../../syntax/bimi.ts";

/** Two records cancel each other. */
export default defineRule({
  code: "bimi/multiple-records",
  target: "owner",
  severity: "error",
  fixable: "suggestion",
  summary: "Two BIMI records at one selector: then none applies.",
  docs: {
    why: "A receiver that finds more than one BIMI record at a selector takes none, and shows no logo. Another logo gets a selector of its own, which the mail names in a header.",
    bad: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/a.svg"\ndefault._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/b.svg"',
    good: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/a.svg"\nbrand._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/b.svg"',
  },
  references: ["draft-brand-indicators-for-message-identification §7.2"],
  messages: {
    several: "A second BIMI record at this selector: receivers then take none, and show no logo. Keep one.",
    other: "The other record",
  },
  titles: { remove: "Remove this record" },
  *check(group) {
    const labels = labelsOf(group.owner);
    if (labels[1] !== "_bimi") return;
    const texts = group.records.filter((it) => it.type === TXT);
    yield* furtherRecords(
      texts.filter((it) => parseBimi(textOf(it)).root.version.state === "right"),
      group,
    );
  },
});
