import { itemRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** The same address in `rua` and `ruf` is fine: they are different reports. */
export default defineRule({
  code: "dmarc/duplicate-report-uri",
  target: "dmarc",
  severity: "warning",
  fixable: "safe",
  summary: "An address that stands twice in `rua`, or twice in `ruf`.",
  docs: {
    why: "Reporters may send each report to each entry, so the address gets it twice, and some reporters take two addresses at \
most.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:a@example.com,mailto:a@example.com"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:a@example.com,mailto:b@example.com"',
  },
  references: ["RFC 9989 §4.7"],
  messages: { twice: "`{uri}` stands twice in `{name}`, so it gets each report twice. Remove one." },
  titles: { remove: "Remove the second address" },
  *check(target) {
    const { root, text } = target;
    if (!root.isDmarc) return;
    for (const name of ["rua", "ruf"] as const) {
      const seen = new Set<string>();
      for (const item of root[name]) {
        const tag = tagOf(root, name);
        const key = item.text.replace(/!\w+$/, "").toLowerCase();
        if (tag && item.fault === undefined && seen.has(key)) {
          const edits = [itemRemoval(target, root, tag, root[name], item)];
          const fix = { kind: "safe", title: "remove", edits } as const;
          yield { message: "twice", data: { uri: item.text, name }, span: text.spanOf(item.span), fix };
        }
        seen.add(key);
      }
    }
  },
});
