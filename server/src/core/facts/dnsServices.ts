import { isAtOrBelow } from "../model/domainName.ts";
import type { DomainName } from "../model/zone.ts";

/**
 * Primary servers (MNAME) of zones whose timers mean nothing to a secondary: services that copy zones by other means than
 * transfers and set the SOA themselves, as their exports show, and `localhost.`, under which each server keeps a zone of
 * its own (RFC 1912 §4.1).
 */
const PRIMARIES: readonly DomainName[] = [
  "alidns.com.",
  "cloudflare.com.",
  "googledomains.com.",
  "he.net.",
  "hichina.com.",
  "linode.com.",
  "localhost.",
];

/** Whether the timers of a zone with this primary server are nobody's to mend. */
export function areTimersOfService(primary: DomainName): boolean {
  return PRIMARIES.some((it) => isAtOrBelow(primary, it));
}

/**
 * Name servers that answer for an alias at the apex with the addresses of its target and take other records beside it
 * (https://developers.cloudflare.com/dns/cname-flattening/, read in November 2026).
 */
const FLATTENERS: readonly DomainName[] = ["ns.cloudflare.com."];

export function flattensAliases(server: DomainName): boolean {
  return FLATTENERS.some((it) => isAtOrBelow(server, it));
}
