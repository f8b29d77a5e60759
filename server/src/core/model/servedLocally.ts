import type { ZoneView } from "./zone.ts";

const NS = 2;

/**
 * Whether the zone's name servers say that nobody delegates to it: `localhost.` in response policy zones and local ones,
 * `invalid.` in catalogs (RFC 9432 §3).
 */
export function isServedLocally(zone: ZoneView): boolean {
  const servers = zone.apex === undefined ? [] : zone.records(zone.apex, NS);
  return servers.some((it) => /^(?:localhost|invalid)(?:\.|$)/i.test(it.fields[0]?.text ?? ""));
}
