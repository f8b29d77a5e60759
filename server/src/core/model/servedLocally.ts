import { isLocalDomain } from "./domainName.ts";
import type { ZoneView } from "./zone.ts";

const NS = 2;

/**
 * Whether nobody delegates to the zone: its name is one of local networks, or its name servers say so, `localhost.` in
 * response policy zones, `invalid.` in catalogs (RFC 9432 §3).
 */
export function isServedLocally(zone: ZoneView): boolean {
  const { apex } = zone;
  if (apex === undefined) return false;
  if (isLocalDomain(apex)) return true;
  return zone.records(apex, NS).some((it) => /^(?:localhost|invalid)(?:\.|$)/i.test(it.fields[0]?.text ?? ""));
}
