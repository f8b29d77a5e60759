/** A block of addresses. The bits beyond the prefix are kept as they were written. */
export interface Network {
  readonly family: 4 | 6;
  readonly address: bigint;
  readonly prefix: number;
}

const BITS = { 4: 32, 6: 128 } as const;

/** A dotted quad (RFC 7208 §12, `ip4-network`): no leading zeros, nothing left out. */
export function parseIp4(text: string): bigint | undefined {
  const octets = text.split(".", 5);
  if (octets.length !== 4 || !octets.every((it) => /^(?:0|[1-9]\d{0,2})$/.test(it) && Number(it) < 256))
    return undefined;
  return octets.reduce((sum, it) => (sum << 8n) | BigInt(it), 0n);
}

/** An address in the forms of RFC 4291 §2.2, `::` and a dotted quad at the end included. */
export function parseIp6(text: string): bigint | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half, index) => groupsOf(half, index === halves.length - 1));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<bigint>(missing).fill(0n), ...(tail ?? [])];
  return groups.reduce((sum, it) => (sum << 16n) | it, 0n);
}

function groupsOf(half: string, isLast: boolean): bigint[] | undefined {
  if (half === "") return [];
  const groups: bigint[] = [];
  const words = half.split(":");
  for (const [index, word] of words.entries()) {
    const quad = isLast && index === words.length - 1 && word.includes(".") ? parseIp4(word) : undefined;
    if (quad !== undefined) groups.push(quad >> 16n, quad & 0xffffn);
    else if (/^[\da-f]{1,4}$/i.test(word)) groups.push(BigInt(`0x${word}`));
    else return undefined;
  }
  return groups;
}

/** The address as people write it (RFC 5952 for IPv6). */
export function formatAddress(family: 4 | 6, address: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - 16 * index)) & 0xffffn);
  const text = groups.map((it) => `:${it.toString(16)}`).join("");
  const runs = [...text.matchAll(/(?::0){2,}(?=:|$)/g)];
  const longest = runs.reduce((best, [run]) => (run.length > best.length ? run : best), "");
  const at = runs.find(([run]) => run === longest)?.index;
  if (at === undefined) return text.slice(1);
  return `${text.slice(1, at)}::${text.slice(at + longest.length + 1)}`;
}

export function maxPrefix(family: 4 | 6): number {
  return BITS[family];
}

/** The first address of the block: the one with no bits beyond the prefix. */
export function networkAddress({ family, address, prefix }: Network): bigint {
  const hostBits = BigInt(BITS[family] - prefix);
  return (address >> hostBits) << hostBits;
}

/** Whether every address of `inner` is one of `outer`. */
export function contains(outer: Network, inner: Network): boolean {
  if (outer.family !== inner.family || outer.prefix > inner.prefix) return false;
  const hostBits = BigInt(BITS[outer.family] - outer.prefix);
  return outer.address >> hostBits === inner.address >> hostBits;
}

/** `192.0.2.0/24`, `::1`, with the prefix length left out where it is one address. */
export function parseNetwork(text: string): Network | undefined {
  const [written = "", length, ...rest] = text.split("/", 3);
  const family = written.includes(":") ? 6 : 4;
  const address = family === 6 ? parseIp6(written) : parseIp4(written);
  const prefix = length === undefined ? BITS[family] : parsePrefix(length, family);
  if (address === undefined || prefix === undefined || rest.length > 0) return undefined;
  return { family, address, prefix };
}

/** Digits without leading zeros, up to 32 or 128 (RFC 7208 §12). */
export function parsePrefix(digits: string, family: 4 | 6): number | undefined {
  return /^(?:0|[1-9]\d{0,2})$/.test(digits) && Number(digits) <= BITS[family] ? Number(digits) : undefined;
}
