/** What a run of octets is, told from its outermost DER (RFC 5280 §4.1, RFC 8017 §A.1, RFC 8410 §4). */
export interface KeyShape {
  /**
   * - `spki`: a SubjectPublicKeyInfo, where DKIM expects RSA keys
   * - `pkcs1`: a bare RSAPublicKey
   * - `raw`: 32 octets without any DER, as DKIM expects Ed25519 keys (RFC 8463 §4)
   * - `private`: a private key in PKCS#1, PKCS#8 or SEC 1
   * - `certificate`: an X.509 certificate or request
   * - `truncated`: the outer length says more octets than there are
   * - `unreadable`: anything else
   */
  readonly form: "spki" | "pkcs1" | "raw" | "private" | "certificate" | "truncated" | "unreadable";
  /** `other` for a key of an algorithm that DKIM does not know; `undefined` where the form does not tell. */
  readonly type: "rsa" | "ed25519" | "other" | undefined;
  /** Length of the RSA modulus; 256 for Ed25519; 0 where it is unknown. */
  readonly bits: number;
  /** The key in the form that DKIM wants (SPKI for RSA, raw for Ed25519); `undefined` where it cannot be made. */
  readonly wanted: Uint8Array | undefined;
  /** How many octets the outer length promises, head included, where the form is `truncated`. */
  readonly promisedOctets: number;
}

interface Element {
  readonly tag: number;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
}

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const NULL = 0x05;
const OBJECT_ID = 0x06;
const SEQUENCE = 0x30;

/** 1.2.840.113549.1.1.1, rsaEncryption, with its NULL parameter. */
const RSA_ALGORITHM = [0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
const RSA_OID = RSA_ALGORITHM.slice(4, 13);
/** 1.3.101.112, id-Ed25519. */
const ED25519_OID = [0x2b, 0x65, 0x70];

const UNREADABLE: KeyShape = { form: "unreadable", type: undefined, bits: 0, wanted: undefined, promisedOctets: 0 };

/** Tells what kind of key these octets are, how long it is, and whether it is whole. Reads each octet once at most. */
export function keyShapeOf(bytes: Uint8Array): KeyShape {
  const outer = elementAt(bytes, 0, bytes.length);
  if (outer?.tag === SEQUENCE && outer.end === bytes.length) return sequenceShape(bytes, outer);
  if (bytes.length === 32) return { ...UNREADABLE, form: "raw", type: "ed25519", bits: 256, wanted: bytes };
  const promised = promisedOctets(bytes);
  if (promised > bytes.length) return { ...UNREADABLE, form: "truncated", promisedOctets: promised };
  return UNREADABLE;
}

function sequenceShape(bytes: Uint8Array, outer: Element): KeyShape {
  const [first, second, third] = childrenOf(bytes, outer, 3);
  if (first?.tag === INTEGER && second?.tag === INTEGER) {
    if (third !== undefined) return { ...UNREADABLE, form: "private", type: "rsa" };
    return rsaShape(bytes, outer, "pkcs1");
  }
  if (first?.tag === INTEGER && (second?.tag === SEQUENCE || second?.tag === OCTET_STRING)) {
    return { ...UNREADABLE, form: "private" };
  }
  if (first?.tag !== SEQUENCE) return UNREADABLE;
  if (second?.tag === SEQUENCE && third?.tag === BIT_STRING) return { ...UNREADABLE, form: "certificate" };
  if (second?.tag !== BIT_STRING || second.end !== outer.end || bytes[second.start] !== 0) return UNREADABLE;
  const [algorithm, parameter, more] = childrenOf(bytes, first, 3);
  if (algorithm?.tag !== OBJECT_ID) return UNREADABLE;
  const content = bytes.subarray(second.start + 1, second.end);
  if (holds(bytes, algorithm, ED25519_OID)) {
    if (content.length !== 32) return UNREADABLE;
    return { form: "spki", type: "ed25519", bits: 256, wanted: content, promisedOctets: 0 };
  }
  if (!holds(bytes, algorithm, RSA_OID)) return { ...UNREADABLE, form: "spki", type: "other" };
  // NULL (RFC 8017 §A.1); libraries also read a key that leaves it out.
  const isNull = parameter === undefined || (parameter.tag === NULL && parameter.start === parameter.end);
  if (!isNull || more !== undefined) return UNREADABLE;
  const key = elementAt(content, 0, content.length);
  if (key?.tag !== SEQUENCE || key.end !== content.length) return UNREADABLE;
  return rsaShape(content, key, "spki");
}

/** @param bytes an RSAPublicKey, and nothing else, whose SEQUENCE is `key` */
function rsaShape(bytes: Uint8Array, key: Element, form: "spki" | "pkcs1"): KeyShape {
  const [modulus, exponent, more] = childrenOf(bytes, key, 3);
  if (modulus?.tag !== INTEGER || exponent?.tag !== INTEGER || more !== undefined) return UNREADABLE;
  const bits = bitLength(bytes, modulus);
  if (bits === 0 || bitLength(bytes, exponent) === 0) return UNREADABLE;
  return { form, type: "rsa", bits, wanted: rsaSpki(bytes), promisedOctets: 0 };
}

function rsaSpki(pkcs1: Uint8Array): Uint8Array {
  const bitString = [BIT_STRING, ...lengthOctets(pkcs1.length + 1), 0, ...pkcs1];
  return Uint8Array.from([
    SEQUENCE,
    ...lengthOctets(RSA_ALGORITHM.length + bitString.length),
    ...RSA_ALGORITHM,
    ...bitString,
  ]);
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  return [0x82, length >> 8, length & 0xff];
}

/** Zero for a negative number and for one that is not in its shortest form. */
function bitLength(bytes: Uint8Array, { start, end }: Element): number {
  const first = bytes[start] ?? 0;
  if (start === end || first > 0x7f) return 0;
  const at = first === 0 ? start + 1 : start;
  if (at === end || (at > start && (bytes[at] ?? 0) < 0x80)) return 0;
  return (end - at) * 8 - Math.clz32(bytes[at] ?? 0) + 24;
}

/** The elements inside another, `limit` at most; fewer where one cannot be read. */
function childrenOf(bytes: Uint8Array, { start, end }: Element, limit: number): Element[] {
  const children: Element[] = [];
  for (let at = start; at < end && children.length < limit; ) {
    const child = elementAt(bytes, at, end);
    if (child === undefined) return [];
    children.push(child);
    at = child.end;
  }
  return children;
}

/** `undefined` where head or content end after `end`. */
function elementAt(bytes: Uint8Array, at: number, end: number): Element | undefined {
  const head = headAt(bytes, at);
  if (head === undefined || head.start + head.length > end) return undefined;
  return { tag: bytes[at] ?? 0, start: head.start, end: head.start + head.length };
}

function headAt(bytes: Uint8Array, at: number): { start: number; length: number } | undefined {
  const first = bytes[at + 1];
  if (first === undefined) return undefined;
  if (first < 0x80) return { start: at + 2, length: first };
  const count = first & 0x7f;
  if (count === 0 || count > 3 || at + 2 + count > bytes.length) return undefined;
  const length = bytes.subarray(at + 2, at + 2 + count).reduce((sum, octet) => sum * 256 + octet, 0);
  return { start: at + 2 + count, length };
}

function promisedOctets(bytes: Uint8Array): number {
  const head = bytes[0] === SEQUENCE ? headAt(bytes, 0) : undefined;
  return head === undefined ? 0 : head.start + head.length;
}

function holds(bytes: Uint8Array, { start, end }: Element, octets: readonly number[]): boolean {
  return end - start === octets.length && octets.every((octet, index) => bytes[start + index] === octet);
}
