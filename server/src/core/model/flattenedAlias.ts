import { flattensAliases } from "../facts/dnsServices.ts";
import type { DomainName, ZoneView } from "./zone.ts";

const NS = 2;

/** Whether all name servers at the name, as a service's export lists them, take an alias there. */
export function isFlattened(zone: ZoneView, name: DomainName): boolean {
  const servers = zone.records(name, NS).map((it) => it.fields[0]?.target);
  return servers.length > 0 && servers.every((it) => it !== undefined && flattensAliases(it));
}
