import { furtherRecords } from "../../model/policyFaults.ts";
import { labelsOf, TXT, textOf } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { parseMtaSts } from "../../syntax/mtaSts.ts";

/** Two records cancel each other. */
export default defineRule({
  code: "mta-sts/multiple-records",
  target: "owner",
  severity: "error",
  fixable: "suggestion",
  summary: "Two MTA-STS records at one name: then none applies.",
  docs: {
    why: "A sender that finds more than one MTA-STS record acts as if the domain had none: TLS is no longer demanded.",
    bad: '_mta-sts.example.com. IN TXT "v=STSv1; id=1"\n_mta-sts.example.com. IN TXT "v=STSv1; id=2"',
    good: '_mta-sts.example.com. IN TXT "v=STSv1; id=1"\n_mta-sts.example.net. IN TXT "v=STSv1; id=2"',
  },
  references: ["RFC 8461 §3.1"],
  messages: {
    several: "A second MTA-STS record at this name: senders then act as if there were none. Keep one.",
    other: "The other record",
  },
  titles: { remove: "Remove this record" },
  *check(group) {
    const labels = labelsOf(group.owner);
    if (labels[0] !== "_mta-sts") return;
    const texts = group.records.filter((it) => it.type === TXT);
    yield* furtherRecords(
      texts.filter((it) => parseMtaSts(textOf(it)).root.version.state === "right"),
      group,
    );
  },
});
