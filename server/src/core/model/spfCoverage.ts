import { providerOf } from "../facts/providers.ts";
import { spfProviderOf } from "../facts/spfProviders.ts";
import { isSpf, parseSpf } from "../syntax/spf.ts";
import { contains, parseIp4, parseIp6 } from "../syntax/spfAddress.ts";
import type { Mechanism, SpfRecord } from "../syntax/spfRecord.ts";
import { TYPE } from "../syntax/zone/characters.ts";
import type { Published } from "./crossZone.ts";
import { textsAt } from "./crossZone.ts";
import { isAtOrBelow } from "./domainName.ts";
import { toDomainName } from "./readConfig.ts";
import { joinStrings } from "./txtValue.ts";
import type { DomainName, ZoneView } from "./zone.ts";

/** The one SPF record of a name; `undefined` where there is none, or more than one. */
export function spfAt(zone: ZoneView, owner: DomainName): (Published & { readonly root: SpfRecord }) | undefined {
  const found = textsAt(zone, owner).filter(({ text }) => isSpf(text.value));
  const [first, second] = found;
  return first && !second ? { ...first, root: parseSpf(first.text.value).root } : undefined;
}

export type Coverage = "listed" | "unlisted" | "unknown";

/**
 * Whether the SPF of a name includes a host: itself, or through includes and a redirect inside the zone. `unknown` where
 * a name outside the zone that is no known provider's could bring it in.
 */
export function includes(zone: ZoneView, owner: DomainName, wanted: string, seen: readonly string[] = []): Coverage {
  const spf = spfAt(zone, owner);
  if (!spf || seen.includes(owner) || seen.length > 10) return seen.length > 0 ? "unlisted" : "unknown";
  if (passesAll(spf.root)) return "listed";
  let isUnknown = false;
  for (const term of spf.root.terms) {
    if (term.kind === "broken") isUnknown = true;
    if (term.kind === "broken" || !leads(term.name)) continue;
    const target = term.domain?.text.toLowerCase().replace(/\.$/, "") ?? "";
    if (target === wanted) return "listed";
    if (term.domain && term.domain.macros.length > 0) isUnknown = true;
    const name = toDomainName(target);
    const isInside = zone.apex !== undefined && isAtOrBelow(name, zone.apex);
    if (isInside && leadsToRecord(term.name)) {
      const below = includes(zone, name, wanted, [...seen, owner]);
      if (below === "listed") return "listed";
      if (below === "unknown") isUnknown = true;
    } else if (leadsToRecord(term.name) && !spfProviderOf(target) && !providerOf(target)) isUnknown = true;
    else if (term.name === "exists") isUnknown = true;
  }
  return isUnknown ? "unknown" : "unlisted";
}

function leads(name: string): boolean {
  return leadsToRecord(name) || name === "exists";
}

function leadsToRecord(name: string): boolean {
  return name === "include" || name === "redirect";
}

/** Whether the SPF of a name lists an address by its own terms; `unknown` where DNS beyond the zone would decide. */
export function listsAddress(zone: ZoneView, owner: DomainName, address: string): Coverage {
  const family = address.includes(":") ? 6 : 4;
  const number = family === 6 ? parseIp6(address) : parseIp4(address);
  const spf = spfAt(zone, owner);
  if (number === undefined || !spf) return "unknown";
  if (passesAll(spf.root)) return "listed";
  const single = { family, address: number, prefix: family === 4 ? 32 : 128 } as const;
  let isUnknown = false;
  for (const term of spf.root.terms) {
    if (term.kind === "mechanism" && (term.name === "ip4" || term.name === "ip6")) {
      if (term.network && term.network.family === family && contains(term.network, single)) return "listed";
    } else if (term.kind === "mechanism" && (term.name === "a" || term.name === "mx")) {
      const addresses = addressesOf(zone, owner, term, family);
      if (addresses === undefined || term.prefix || term.prefix6) isUnknown = true;
      else if (addresses.includes(address)) return "listed";
    } else if (term.kind === "broken" || term.name !== "all") isUnknown = true;
  }
  return isUnknown ? "unknown" : "unlisted";
}

/** `+all` lists whoever sends. */
function passesAll({ terms }: SpfRecord): boolean {
  return terms.some((it) => it.kind === "mechanism" && it.name === "all" && it.qualifier === "+");
}

/** Whether a whole zone holds nothing at a name that is, or was meant to be, an SPF record. */
export function lacksSpf(zone: ZoneView, owner: DomainName): boolean {
  if (!zone.hasSoa || zone.isPartial || zone.apex === undefined) return false;
  return [TYPE.TXT, TYPE.SPF].every((type) => {
    const answer = zone.answer(owner, type);
    if (answer.kind === "found") return !answer.records.some((it) => /spf/i.test(joinStrings(it).value));
    return answer.kind === "nodata" || answer.kind === "missing";
  });
}

/** The addresses that an `a` or `mx` term stands for; `undefined` where one lies outside the zone. */
function addressesOf(zone: ZoneView, owner: DomainName, term: Mechanism, family: 4 | 6): string[] | undefined {
  const name = term.domain ? toDomainName(term.domain.text) : owner;
  if (term.domain && term.domain.macros.length > 0) return undefined;
  const hosts = term.name === "mx" ? targets(zone, name) : [name];
  const found = hosts?.map((host) => zone.answer(host, family === 4 ? TYPE.A : TYPE.AAAA));
  if (!found || found.some(({ kind }) => kind === "unknown" || kind === "alias")) return undefined;
  return found.flatMap((it) =>
    it.kind === "found" ? it.records.map(({ fields }) => fields[0]?.value.value ?? "") : [],
  );
}

function targets(zone: ZoneView, name: DomainName): DomainName[] | undefined {
  const answer = zone.answer(name, TYPE.MX);
  if (answer.kind === "unknown" || answer.kind === "alias") return undefined;
  if (answer.kind !== "found") return [];
  return answer.records.flatMap(({ fields }) => fields[1]?.target ?? []);
}
