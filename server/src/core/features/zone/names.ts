import type { ZoneSource } from "../../index.ts";
import { relativize } from "../../model/domainName.ts";
import type { DomainName } from "../../model/zone.ts";

/** How far a zone is walked, and how many names are offered: nobody scrolls through more. */
const MOST_ENTRIES = 3000;
const MOST_NAMES = 300;

const A = 1;
const AAAA = 28;

/** What every A and AAAA record holds: its type. */
const LETTERS = ["a"];

/** The owners with an address, in the order of the text and then of what it includes: where MX, NS and SRV may point. */
export function hostsOf(source: ZoneSource): readonly DomainName[] {
  const names = new Set<DomainName>();
  let seen = 0;
  for (const entry of source.find(LETTERS)) {
    if (++seen > MOST_ENTRIES || names.size >= MOST_NAMES) break;
    const isHost = entry.kind === "record" && (entry.type === A || entry.type === AAAA);
    if (isHost && !entry.owner.startsWith("*.")) names.add(entry.owner);
  }
  return [...names];
}

/** The name as one would write it under the origin in force: relative where it is shorter. */
export function writtenUnder(name: DomainName, origin: DomainName | undefined): string {
  return origin === undefined ? name : relativize(name, origin);
}
