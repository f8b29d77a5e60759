import { formatAddress, parseIp4, parseIp6 } from "../syntax/spfAddress.ts";

/** The address of a host, an IPv4 one in IPv6 clothes unwrapped (RFC 7208 §5). */
export interface ClientAddress {
  readonly family: 4 | 6;
  readonly address: bigint;
}

const MAPPED = 0xffffn;

export function clientAddress(text: string): ClientAddress | undefined {
  const four = parseIp4(text);
  if (four !== undefined) return { family: 4, address: four };
  const six = parseIp6(text);
  if (six === undefined) return undefined;
  return six >> 32n === MAPPED ? { family: 4, address: six & 0xffffffffn } : { family: 6, address: six };
}

/** As `%{c}` and people write it. */
export function readable({ family, address }: ClientAddress): string {
  return formatAddress(family, address);
}

/** As `%{i}` writes it: for IPv6 all 32 digits with dots between them (RFC 7208 §7.3). */
export function dotted({ family, address }: ClientAddress): string {
  if (family === 4) return formatAddress(4, address);
  return [...address.toString(16).toUpperCase().padStart(32, "0")].join(".");
}

/** Where the reverse name stands. */
export function reverseName(client: ClientAddress): string {
  const parts = dotted(client).split(".").reverse().join(".");
  return `${parts}.${client.family === 4 ? "in-addr" : "ip6"}.arpa`;
}
