import { specialKindOf } from "../facts/specialNetworks.ts";
import { parseNetwork } from "../syntax/spfAddress.ts";
import { isLocalDomain } from "./domainName.ts";
import type { ZoneRecord, ZoneView } from "./zone.ts";

const A = 1;
const NS = 2;
const AAAA = 28;

/**
 * Whether nobody on the Internet asks the zone: its name is one of local networks, or its name servers say so, `localhost.`
 * in response policy zones, `invalid.` in catalogs (RFC 9432 §3), or private addresses of all of them in a network's own
 * view of a public name.
 */
export function isServedLocally(zone: ZoneView): boolean {
  const { apex } = zone;
  if (apex === undefined) return false;
  if (isLocalDomain(apex)) return true;
  const servers = zone.records(apex, NS).map((it) => it.fields[0]);
  if (servers.some((it) => /^(?:localhost|invalid)(?:\.|$)/i.test(it?.text ?? ""))) return true;
  return servers.length > 0 && servers.every((it) => it?.target !== undefined && isPrivate(zone, it.target));
}

function isPrivate(zone: ZoneView, host: string): boolean {
  const addresses = [A, AAAA].flatMap((type) => zone.records(host, type));
  return addresses.length > 0 && addresses.every(hasPrivateAddress);
}

function hasPrivateAddress({ fields }: ZoneRecord): boolean {
  const network = parseNetwork(fields[0]?.text ?? "");
  const kind = network && specialKindOf(network);
  return kind !== undefined && kind !== "documentation";
}
