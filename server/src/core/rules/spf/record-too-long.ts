import { relativize } from "../../model/domainName.ts";
import { quoteWritten } from "../../model/longStrings.ts";
import { insertBefore } from "../../model/recordEdit.ts";
import { type SplitSpf, splitSpf } from "../../model/spfMerge.ts";
import { isPublished, type SpfPolicy } from "../../model/spfPolicy.ts";
import { octetsOf } from "../../model/txtValue.ts";
import type { FixEdit } from "../../rule.ts";
import { defineRule } from "../../rule.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  long: "The record takes {octets} octets, and answers over 512 may get lost. Keep it under 450, or split it.",
} as const;

export default defineRule({
  code: "spf/record-too-long",
  target: "spf",
  severity: "warning",
  fixable: "suggestion",
  summary: "A record too long for a DNS answer over UDP.",
  docs: {
    why: "An answer of more than 512 octets needs another transport or a larger buffer, and some resolvers and firewalls drop it: SPF then fails for a while, or for some receivers.",
    bad: 'example.com. IN TXT "v=spf1 ip4:198.51.100.100 ip4:198.51.100.101 ip4:198.51.100.102 ip4:198.51.100.103 ip4:198.51.100.104 ip4:198.51.100.105 ip4:198.51.100.106 ip4:198.51.100.107 ip4:198.51.100.108 ip4:198.51.100.109 ip4:198.51.100.110 ip4:198.51.100.111" " ip4:203.0.113.100 ip4:203.0.113.101 ip4:203.0.113.102 ip4:203.0.113.103 ip4:203.0.113.104 ip4:203.0.113.105 ip4:203.0.113.106 ip4:203.0.113.107 ip4:203.0.113.108 ip4:203.0.113.109 ip4:203.0.113.110 ip4:203.0.113.111 ip4:203.0.113.112 ip4:203.0.113.113 ip4:203.0.113.114 -all"',
    good: 'example.com. IN TXT "v=spf1 ip4:198.51.100.0/24 ip4:203.0.113.0/24 -all"',
  },
  references: ["RFC 7208 §3.4"],
  messages: MESSAGES,
  titles: {
    split: "Move terms into records of their own",
  },
  *check(policy) {
    const { record, text, strings, root } = policy;
    if (!isPublished(policy)) return;
    const octets = strings.reduce((sum, it) => sum + octetsOf(it, record.text), 0);
    if (octets <= 450 && octets + record.owner.length <= 512) return;
    const parts = splitSpf(root, record.owner);
    const at = text.spanOf(span(0, text.value.length));
    const fix = parts && ({ kind: "suggestion", title: "split", edits: splitEdits(policy, parts) } as const);
    yield { message: "long", data: { octets }, span: at, ...(fix && { fix }) };
  },
});

/** The new records stand before this one and bring their own owners; this one gets its owner in writing. */
function splitEdits({ record, text }: SpfPolicy, { main, parts }: SplitSpf): FixEdit[] {
  const at = text.spanOf(span(0, text.value.length));
  const lines = parts.map(({ owner, value }) => `${relativize(owner, record.origin)} IN TXT ${quoteWritten(value)}`);
  return [...insertBefore(record, lines.join("\n")), { span: at, newText: main }];
}
