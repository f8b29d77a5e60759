import { specialKindOf } from "../facts/specialNetworks.ts";
import { parseNetwork } from "../syntax/spfAddress.ts";
import { isAtOrBelow } from "./domainName.ts";
import type { DomainName, ZoneView } from "./zone.ts";

const A = 1;
const NS = 2;
const MX = 15;
const AAAA = 28;

/** Names that nobody can have (RFC 2606 §2 and §3). */
const RESERVED: readonly DomainName[] = [
  "example.",
  "example.com.",
  "example.net.",
  "example.org.",
  "invalid.",
  "localhost.",
  "test.",
];

/**
 * Whether the zone is one of a text book, or a real one made anonymous: its name is reserved, or its own host, its
 * web, mail or name servers have addresses of documentation (RFC 5737, RFC 3849).
 */
export function isExampleZone(zone: ZoneView): boolean {
  const { apex } = zone;
  if (apex === undefined) return false;
  if (RESERVED.some((it) => isAtOrBelow(apex, it))) return true;
  const servers = [
    ...zone.records(apex, MX).map((it) => it.fields[1]),
    ...zone.records(apex, NS).map((it) => it.fields[0]),
  ];
  const hosts = [apex, `www.${apex}`, ...servers.flatMap((it) => it?.target ?? [])];
  return hosts.some((host) => [A, AAAA].some((type) => zone.records(host, type).some(isDocumented)));
}

function isDocumented({ fields }: { readonly fields: readonly { readonly text: string }[] }): boolean {
  const network = parseNetwork(fields[0]?.text ?? "");
  return network !== undefined && specialKindOf(network) === "documentation";
}
