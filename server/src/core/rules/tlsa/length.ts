import { fieldOf, numberIn } from "../../model/fields.ts";
import { defineRule } from "../../rule.ts";
import { span } from "../../text/span.ts";

/** Hexadecimal digits by matching type (RFC 6698 §2.1.3). */
const DIGITS: ReadonlyMap<number, { readonly hash: string; readonly digits: number }> = new Map([
  [1, { hash: "SHA-256", digits: 64 }],
  [2, { hash: "SHA-512", digits: 128 }],
]);

export default defineRule({
  code: "tlsa/length",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "The hash of a TLSA record is longer or shorter than its matching type says.",
  docs: {
    why: "A hash of another length equals that of no certificate. Senders that check DANE then refuse to deliver to this server at all.",
    bad: "_25._tcp.mail.example.com. IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb924",
    good: "_25._tcp.mail.example.com. IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  },
  references: ["RFC 6698 §2.1.3", "RFC 7672 §3.1"],
  messages: {
    length: "A {hash} hash has {digits} hexadecimal digits, this one {count}, so no certificate fits. Write it whole.",
    other:
      "{count} digits are a {hash} hash, so matching type {type} fits no certificate. Write matching type {right}.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "TLSA") return;
    const matching = fieldOf(entry, "matching type");
    const type = numberIn(matching);
    const expected = type === undefined ? undefined : DIGITS.get(type);
    const data = entry.fields.slice(3);
    const first = data[0];
    const last = data.at(-1);
    const hex = data.map((it) => it.text).join("");
    if (expected === undefined || type === undefined || matching === undefined) return;
    if (first === undefined || last === undefined || !/^(?:[0-9a-f]{2})+$/i.test(hex)) return;
    const count = hex.length;
    if (count === expected.digits) return;
    const other = [...DIGITS].find(([, it]) => it.digits === count);
    if (other === undefined) {
      yield { message: "length", data: { ...expected, count }, span: span(first.span.start, last.span.end) };
      return;
    }
    const [right, { hash }] = other;
    yield { message: "other", data: { count, hash, type, right }, span: matching.span };
  },
});
