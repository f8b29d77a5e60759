import type { FieldKind, RecordType } from "../../../facts/recordTypes.ts";

/** Kinds whose order on the wire differs from the order in text, or whose layout is of its own: taken as they are. */
const UNREADABLE: ReadonlySet<FieldKind> = new Set(["gateway", "hexWord", "words", "word", "generic", "opaque"]);

/** Whether octets are the data of a known type (RFC 3597 §5: data in the form `\# length hex` must still fit its type). */
export function isWireData(type: RecordType, data: Uint8Array): boolean {
  if (type.fields.some((it) => UNREADABLE.has(it.kind))) return true;
  let at = 0;
  for (const { kind, isOptional } of type.fields) {
    if (isOptional && at === data.length) continue;
    at = skip(kind, data, at);
    if (at < 0 || at > data.length) return false;
  }
  return at === data.length;
}

const SIZES: Readonly<Partial<Record<FieldKind, number>>> = {
  u8: 1,
  u16: 2,
  u32: 4,
  u64: 8,
  ttl: 4,
  time: 4,
  ip4: 4,
  ip6: 16,
  eui48: 6,
  eui64: 8,
  locator64: 8,
  typeCode: 2,
  algorithm: 1,
  digestType: 1,
  certType: 2,
  keyFlags: 2,
  keyProtocol: 1,
  dsyncScheme: 1,
};

/** Where the field that begins at `at` ends, or -1. */
function skip(kind: FieldKind, data: Uint8Array, at: number): number {
  const size = SIZES[kind];
  if (size !== undefined) return at + size;
  switch (kind) {
    case "name":
    case "host":
    case "mbox":
      return skipName(data, at);
    case "names":
      return skipAll(data, at, skipName);
    case "string":
    case "salt":
      return skipString(data, at);
    case "strings":
      return at < data.length ? skipAll(data, at, skipString) : -1;
    case "caaTag":
    case "base32":
      return (data[at] ?? 0) > 0 ? skipString(data, at) : -1;
    case "hex":
    case "base64":
    case "nsap":
      return at < data.length ? data.length : -1;
    case "types":
      return skipBitmap(data, at);
    case "svcParams":
      return skipParams(data, at);
    case "apl":
      return skipAll(data, at, skipPrefix);
    case "location":
      return data[at] === 0 ? at + 16 : -1;
    default:
      return data.length;
  }
}

function skipAll(data: Uint8Array, start: number, one: (data: Uint8Array, at: number) => number): number {
  let at = start;
  while (at >= 0 && at < data.length) at = one(data, at);
  return at;
}

function skipString(data: Uint8Array, at: number): number {
  return at < data.length ? at + 1 + (data[at] ?? 0) : -1;
}

/** Uncompressed: a pointer has no meaning outside a message. */
function skipName(data: Uint8Array, start: number): number {
  let at = start;
  while (at < data.length) {
    const length = data[at] ?? 0;
    if (length > 63) return -1;
    at += 1 + length;
    if (length === 0) return at - start <= 255 ? at : -1;
  }
  return -1;
}

/** Windows in ascending order, 1 to 32 octets each (RFC 4034 §4.1.2). */
function skipBitmap(data: Uint8Array, start: number): number {
  let window = -1;
  let at = start;
  while (at < data.length) {
    const next = data[at] ?? 0;
    const length = data[at + 1] ?? 0;
    if (next <= window || length < 1 || length > 32) return -1;
    window = next;
    at += 2 + length;
  }
  return at;
}

/** Keys in ascending order, each with the length of its value (RFC 9460 §2.2). */
function skipParams(data: Uint8Array, start: number): number {
  let last = -1;
  let at = start;
  while (at < data.length) {
    const key = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
    if (key <= last || at + 4 > data.length) return -1;
    last = key;
    at += 4 + (((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0));
  }
  return at;
}

/** RFC 3123 §4. */
function skipPrefix(data: Uint8Array, at: number): number {
  return at + 4 <= data.length ? at + 4 + ((data[at + 3] ?? 0) & 0x7f) : -1;
}
