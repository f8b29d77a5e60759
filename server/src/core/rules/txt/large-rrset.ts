import { TYPE } from "../../model/spfPolicy.ts";
import { octetsOf, textOf } from "../../model/txtValue.ts";
import { defineRule } from "../../rule.ts";
import { policyKindOf } from "../../syntax/policyKind.ts";

const MESSAGES = {
  large: "The {count} TXT records here make an answer of {octets} octets; over 512 it may get lost. Remove old ones.",
} as const;

export default defineRule({
  code: "txt/large-rrset",
  target: "owner",
  severity: "info",
  fixable: false,
  summary: "The TXT records of a name do not fit into 512 octets.",
  docs: {
    why: "All TXT records of a name come in one answer. Beyond 512 octets it needs a larger buffer or TCP, and some resolvers and firewalls drop it.",
    bad: 'example.com. IN TXT "v=spf1 mx -all"\nexample.com. IN TXT "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"\nexample.com. IN TXT "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"',
    good: 'example.com. IN TXT "v=spf1 mx -all"\nexample.com. IN TXT "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"',
  },
  references: ["RFC 7208 §3.4", "RFC 1035 §4.2.1"],
  messages: MESSAGES,
  *check({ owner, records }) {
    const set = records.filter((it) => it.type === TYPE.TXT);
    const policy = set.find((it) => policyKindOf(owner, textOf(it)) !== undefined);
    if (set.length < 2 || policy === undefined) return;
    // A header, the question, and for each record a pointer to the name, ten octets and its strings (RFC 1035 §4.1).
    const sizes = set.map((it) => 12 + it.fields.reduce((sum, field) => sum + 1 + octetsOf(field, it.text), 0));
    const octets = sizes.reduce((sum, size) => sum + size, 12 + owner.length + 1 + 4);
    if (octets <= 512) return;
    yield {
      message: "large",
      data: { count: set.length, octets },
      span: (policy.typeField ?? policy).span,
      at: policy,
    };
  },
});
