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
