import { defineRule } from "../../rule.ts";

/** Declares code, texts and severity; the engine makes the finding, as only it knows where it stopped. */
export default defineRule({
  code: "cross/too-many-findings",
  target: "zone",
  severity: "info",
  fixable: false,
  summary: "A file has more findings than are shown.",
  docs: {
    why: "An editor shows a thousand findings no better than it shows ten. Most files with so many have one cause, such as a missing `$ORIGIN`; mend the first ones and the rest appear.",
    bad: "; a thousand records that each lack their type\nwww.example.com. 3600 IN 192.0.2.1",
    good: "www.example.com. 3600 IN A 192.0.2.1",
  },
  references: ["RFC 1035 §5.1"],
  messages: {
    more: "This file has more findings than the {count} that are shown. Mend some of them to see the rest.",
  },
  check: () => [],
});
