import { firstLine } from "../../model/stsPolicyFile.ts";
import { defineRule } from "../../rule.ts";

const LARGEST_OCTETS = 65_536;

export default defineRule({
  code: "mta-sts/policy-size",
  target: "stsPolicy",
  severity: "warning",
  fixable: false,
  summary: "An MTA-STS policy file over 64 KB.",
  docs: {
    why: "Senders limit how much they read of a policy, and 64 KB is what they are advised to take. What they do with a longer one \
is up to them: most ignore it. `*.` covers many hosts in one line.",
    bad: "version: STSv1\nmode: enforce\nmax_age: 604800\nmx: mx1.example.com\nx-note: LONG",
    good: "version: STSv1\nmode: enforce\nmax_age: 604800\nmx: mx1.example.com",
  },
  references: ["RFC 8461 §3.3"],
  messages: { large: "The file has {size} octets, and senders may read only 64 KB. Cover hosts together with `*.`." },
  *check(file) {
    // No character has more than three octets for each of its UTF-16 units.
    if (file.text.length * 3 <= LARGEST_OCTETS) return;
    const size = new TextEncoder().encode(file.text).length;
    if (size > LARGEST_OCTETS) yield { message: "large", data: { size }, span: firstLine(file) };
  },
});
