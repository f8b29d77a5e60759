import type { FieldKind, RecordType } from "../../../facts/recordTypes.ts";
import { fixedOctets } from "./hashLengths.ts";
import { lastField } from "./lastField.ts";
import { numbers } from "./scratch.ts";
import { areSvcParams } from "./svcValues.ts";

const AMTRELAY = 260;
const SSHFP = 44;

/** Kinds whose order on the wire differs from the order in text, or whose layout is of its own: taken as they are. */
const UNREADABLE: ReadonlySet<FieldKind> = new Set(["gateway", "hexWord", "generic", "opaque"]);

/** Whether octets are the data of a known type (RFC 3597 §5: data in the form `\# length hex` must still fit its type). */
export function isWireData(type: RecordType, data: Uint8Array): boolean {
  if (type.code === AMTRELAY) return isRelay(data);
  if (type.fields.some((it) => UNREADABLE.has(it.kind))) return true;
  // Half of the servers take a fingerprint of any length, even none.
  if (type.code === SSHFP) return data.length >= 2;
  let at = 0;
  let last = 0;
  for (const [index, { kind, isOptional, isFilled }] of type.fields.entries()) {
    last = at;
    if (isOptional && at === data.length) continue;
    at = skip(kind, data, at);
    if (at < 0 || at > data.length) return false;
    numbers[index] = numberIn(data, last, at);
    if (isFilled && at === last) return false;
    if (kind === "hex" && fixedOctets(type.code, numbers, at - last) !== undefined) return false;
  }
  const need = lastField(type.code);
  return at === data.length && need !== (at > last ? "none" : "needed");
}

/** The number that up to four octets are; longer fields are none. */
function numberIn(data: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to && to - from <= 4; at++) value = value * 256 + (data[at] ?? 0);
  return value;
}

/** RFC 8777 §4.2: the type of the relay shares its octet with a flag, and types to come are taken as they are. */
function isRelay(data: Uint8Array): boolean {
  const length = data.length - 2;
  switch ((data[1] ?? 0) & 0x7f) {
    case 0:
      return length === 0;
    case 1:
      return length === 4;
    case 2:
      return length === 16;
    case 3:
      return skipName(data, 2) === data.length;
    default:
      return length >= 0;
  }
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
  zero: 2,
  word: 1,
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
    case "x25":
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
    case "atma":
      return isAtmAddress(data, at) ? data.length : -1;
    case "types":
      return skipBitmap(data, at);
    case "nxtTypes":
      return data.length;
    case "svcParams":
      return areSvcParams(data, at, numbers[0] === 0) ? data.length : -1;
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
export function skipName(data: Uint8Array, start: number): number {
  let at = start;
  while (at < data.length) {
    const length = data[at] ?? 0;
    if (length > 63) return -1;
    at += 1 + length;
    if (length === 0) return at - start <= 255 ? at : -1;
  }
  return -1;
}

/** A format, then digits where it is 1 (E.164). */
function isAtmAddress(data: Uint8Array, at: number): boolean {
  const address = data.subarray(at + 1);
  return address.length > 0 && (data[at] !== 1 || address.every((it) => it >= 48 && it <= 57));
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

/** An address without the zero octets at its end (RFC 3123 §4). */
function skipPrefix(data: Uint8Array, at: number): number {
  if (at + 4 > data.length) return -1;
  const family = ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
  const prefix = data[at + 2] ?? 0;
  const octets = (data[at + 3] ?? 0) & 0x7f;
  if (family === 1 && (prefix > 32 || octets > 4)) return -1;
  if (family === 2 && (prefix > 128 || octets > 16)) return -1;
  const end = at + 4 + octets;
  return octets > 0 && data[end - 1] === 0 ? -1 : end;
}
