import type { Field, ZoneRecord } from "./zone.ts";

/**
 * The data of a record in a form in which equal records are equal texts (RFC 4034 §6.2 in spirit): absolute names in lower
 * case, numbers without leading zeros, addresses in one spelling, blanks inside base64 and hexadecimal data left out.
 */
export function canonicalData(record: ZoneRecord): string {
  const parts: string[] = [];
  let blob = "";
  for (const field of record.fields) {
    if (/^(?:hex|base64|base32)/.test(field.kind)) blob += hexOrBase64(field);
    else {
      if (blob !== "") parts.push(blob);
      blob = "";
      parts.push(canonicalField(field));
    }
  }
  return [...parts, blob].join("\n");
}

function hexOrBase64({ kind, value }: Field): string {
  return kind.startsWith("hex") ? value.value.toLowerCase() : value.value;
}

function canonicalField({ kind, target, isQuoted, value: { value } }: Field): string {
  if (target !== undefined) return target;
  if (isQuoted) return value;
  if (/^(?:u\d+|ttl)$/.test(kind) && /^\d+$/.test(value)) return value.replace(/^0+(?=\d)/, "");
  if (kind === "ip6") return canonicalIp6(value);
  return /^(?:ip4|text|string|strings)$/.test(kind) ? value : value.toLowerCase();
}

/** All eight groups, without leading zeros; a text that is no address stays as it is. */
function canonicalIp6(text: string): string {
  const lower = text.toLowerCase().replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...octets: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = octets.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [left = "", right] = lower.split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const before = groups(left);
  const after = groups(right ?? "");
  const zeros = right === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array<string>(zeros).fill("0"), ...after];
  return all.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
