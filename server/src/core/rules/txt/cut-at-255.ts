import { octetsOf } from "../../model/txtValue.ts";
import type { PolicyKind } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import { parseSpf } from "../../syntax/spf.ts";
import { span } from "../../text/span.ts";

const MESSAGES = {
  cut: "The record ends at 255 octets inside `{text}`: the rest was cut off. Write it in a second string.",
} as const;

export default defineRule({
  code: "txt/cut-at-255",
  target: "txt",
  severity: "error",
  fixable: false,
  summary: "A policy that ends at exactly 255 octets in the middle of a word.",
  docs: {
    why: "A form or an import that knows only one string cuts the rest off. The policy then ends in half a term, half an address or half a key.",
    bad: 'example.com. IN TXT "v=spf1 ip4:198.51.100.10 ip4:198.51.100.11 ip4:198.51.100.12 ip4:198.51.100.13 ip4:198.51.100.14 ip4:198.51.100.15 ip4:198.51.100.16 ip4:198.51.100.17 ip4:198.51.100.18 ip4:198.51.100.19 ip4:198.51.100.20 ip4:198.51.100.21 include:aaaaaaaaaaaaaaaaaa.examp"',
    good: 'example.com. IN TXT "v=spf1 ip4:198.51.100.10 ip4:198.51.100.11 ip4:198.51.100.12 ip4:198.51.100.13 ip4:198.51.100.14 ip4:198.51.100.15 ip4:198.51.100.16 ip4:198.51.100.17 ip4:198.51.100.18 ip4:198.51.100.19 ip4:198.51.100.20 ip4:198.51.100.21 include:aaaaaaaaaaaaaaaaaa.examp" "le.com -all"',
  },
  references: ["RFC 1035 §3.3", "RFC 7208 §3.3"],
  messages: MESSAGES,
  *check({ strings, text, policy, record }) {
    const last = strings.at(-1);
    if (policy === undefined || !last || last.value.value.length < 64 || octetsOf(last, record.text) !== 255) return;
    const { value } = text;
    const word = /[^\s;,:=]*[:=]?$/.exec(value.slice(-20))?.[0] ?? "";
    if (!(policy === "spf" ? isCutSpf(value) : isCutTag(value, policy))) return;
    yield { message: "cut", data: { text: word }, span: text.spanOf(span(value.length - word.length, value.length)) };
  },
});

/** A record that nobody cut ends with `all` or names a redirect. */
function isCutSpf(value: string): boolean {
  const { terms } = parseSpf(value).root;
  return !terms.some((it) => !it.isBroken && it.kind !== "broken" && (it.name === "all" || it.name === "redirect"));
}

function isCutTag(value: string, policy: PolicyKind): boolean {
  const tag = value.slice(value.lastIndexOf(";") + 1).trim();
  if (tag === "") return false;
  const content = /^[a-z]+\s*=\s*(.*)$/i.exec(tag)?.[1];
  if (content === undefined || content === "") return true;
  if (policy === "dkim") return isCutKey(tag, content);
  const uri = content.slice(content.lastIndexOf(",") + 1).trim();
  return /:/.test(content) && !/^(?:mailto:[^@]+@|https:\/\/)[^@]*\.[a-z]{2,}/i.test(uri);
}

/** Whole base64 comes in fours, and a key says its own length in its first octets (X.690 §8.1.3). */
function isCutKey(tag: string, content: string): boolean {
  if (!tag.startsWith("p")) return false;
  const base64 = content.replace(/\s/g, "");
  if (base64.length % 4 !== 0) return true;
  const head = /^MII([A-Za-z0-9+/]{3})/.exec(base64)?.[1];
  if (head === undefined) return false;
  const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const [high = 0, middle = 0, low = 0] = Array.from(head, (it) => digits.indexOf(it));
  // `MII` are the octets 30 82 and two zero bits; the rest of a sixteen-bit length follows.
  const octets = (high << 8) | (middle << 2) | (low >> 4);
  return (base64.replace(/=+$/, "").length * 3) / 4 < octets + 4;
}
