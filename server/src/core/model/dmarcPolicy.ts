import { isPublicSuffix, registrableDomainOf } from "../facts/publicSuffix.ts";
import { type DmarcRecord, parseDmarc } from "../syntax/dmarc.ts";
import { isSpf } from "../syntax/spf.ts";
import { isAtOrBelow, isCutShort, labelsOf, parentOf, TXT, textOf } from "./policyRecord.ts";
import type { DomainName, Policy, ZoneRecord, ZoneView } from "./zone.ts";

const MX = 15;

/** Whether a name is where a domain consents to reports about others: `example.com._report._dmarc` (RFC 9990 §4). */
export function isConsentOwner(owner: DomainName): boolean {
  return /(?:^|\.)_report\._dmarc\./.test(owner);
}

/** Whether a record sets a policy: meant as DMARC, and no consent to reports. */
export function isPolicy({ record, root }: Policy<DmarcRecord>): boolean {
  return root.isDmarc && !isConsentOwner(record.owner);
}

/** Whether nothing of the record was lost: then a missing tag is missing. */
export function isWhole(target: Policy<DmarcRecord>): boolean {
  return !isCutShort(target) && !/[^\x20-\x7e]/.test(target.text.value);
}

/** The domain that a policy is for: `example.com.` for `_dmarc.example.com.`. */
export function policyDomainOf(owner: DomainName): DomainName {
  return labelsOf(owner)[0] === "_dmarc" ? parentOf(owner) : owner;
}

/** The DMARC record that the zone has for exactly this domain; `undefined` where it has none or several. */
export function dmarcAt(zone: ZoneView, domain: DomainName): DmarcRecord | undefined {
  const texts = zone.records(domain === "." ? "_dmarc." : `_dmarc.${domain}`, TXT);
  const roots = texts
    .map((it) => parseDmarc(textOf(it)).root)
    .filter((it) => it.isDmarc && it.version.state === "right");
  return roots.length === 1 ? roots[0] : undefined;
}

/**
 * The organizational domain as the tree walk finds it (RFC 9989 §4.10.2), as far as the zone tells; beyond the zone's apex
 * the public suffix list stands in for the walk.
 */
export function organizationalDomainOf(zone: ZoneView, domain: DomainName): DomainName | undefined {
  const registered = registrableDomainOf(domain);
  let found: DomainName | undefined = registered === undefined ? undefined : `${registered}.`;
  if (zone.apex === undefined) return found;
  let below: DomainName | undefined;
  for (let at = domain; isAtOrBelow(at, zone.apex) && at !== "."; at = parentOf(at)) {
    const psd = dmarcAt(zone, at)?.psd;
    if (psd === "no") return at;
    if (psd === "yes" && below !== undefined) return below;
    below = at;
    if (at === zone.apex) break;
  }
  if (found !== undefined && !isAtOrBelow(domain, found)) found = undefined;
  return found;
}

/** Whether a name is somewhere that registers domains for others: there `psd=y` belongs. */
export function isSuffix(domain: DomainName): boolean {
  return isPublicSuffix(domain) || labelsOf(domain).length < 2 || registrableDomainOf(domain) === undefined;
}

/** The SPF records at exactly this name. */
export function spfAt(zone: ZoneView, domain: DomainName): readonly ZoneRecord[] {
  return zone.records(domain, TXT).filter((it) => isSpf(textOf(it)));
}

/** Whether the zone says that this domain sends no mail: a null MX, or an SPF record that passes nobody. */
export function sendsNoMail(zone: ZoneView, domain: DomainName): boolean {
  const [spf, another] = spfAt(zone, domain);
  if (spf !== undefined && another === undefined && /^v=spf1 +-all *$/i.test(textOf(spf))) return true;
  return zone.records(domain, MX).some((it) => it.fields.at(-1)?.text === ".");
}

/** Whether the zone has a DKIM key, or an alias of one, for exactly this domain; `undefined` where it cannot tell. */
export function hasKeysAt(zone: ZoneView, domain: DomainName): boolean | undefined {
  const { kind } = zone.answer(`_domainkey.${domain}`, TXT);
  if (kind === "unknown" || zone.isPartial) return undefined;
  return kind !== "missing";
}

/**
 * Whose `sp` and `np` count instead of this record's: its organizational domain, where that is another one of this zone
 * (RFC 9989 §4.10). `psd` makes any domain one.
 */
export function speakerForSubdomains({ record, root, zone }: Policy<DmarcRecord>): DomainName | undefined {
  if (root.psd !== "unknown" || labelsOf(record.owner)[0] !== "_dmarc") return undefined;
  return highestPolicyAbove(zone, policyDomainOf(record.owner));
}

function highestPolicyAbove(zone: ZoneView, domain: DomainName): DomainName | undefined {
  const { apex } = zone;
  let highest: DomainName | undefined;
  let below = domain;
  if (apex === undefined || apex === ".") return undefined;
  for (let at = parentOf(domain); domain !== apex && isAtOrBelow(at, apex); at = parentOf(at)) {
    const policy = dmarcAt(zone, at);
    if (policy?.psd === "yes") return below === domain ? undefined : highest;
    if (policy !== undefined) highest = at;
    if (policy?.psd === "no" || at === apex) break;
    below = at;
  }
  return highest;
}
