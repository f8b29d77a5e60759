import type { ZoneSource } from "../../index.ts";
import { isPolicy, organizationalDomainOf, policyDomainOf } from "../../model/dmarcPolicy.ts";
import { shownName } from "../../model/domainName.ts";
import { clientAddress } from "../../model/spfClient.ts";
import { joinStrings, octetsAt } from "../../model/txtValue.ts";
import type { DomainName, ZoneRecord } from "../../model/zone.ts";
import { parseDmarc } from "../../syntax/dmarc.ts";
import { isSpf } from "../../syntax/spf.ts";
import { LIVE_TYPES, type LiveType } from "./liveDns.ts";

/** What a zone file means to publish, as plain data for whoever may ask the network. */
export interface PublishedZone {
  /** `undefined` where nobody knows the apex: then nothing can be compared. */
  readonly apex: DomainName | undefined;
  readonly sets: readonly PublishedSet[];
  /** Whether there are more records than these. */
  readonly isCut: boolean;
  /** Names outside the organization that must hold a TXT `v=DMARC1` before reports go there (RFC 9990 §4). */
  readonly consents: readonly DomainName[];
}

/** The records of one name and type. */
export interface PublishedSet {
  readonly owner: DomainName;
  readonly type: LiveType;
  readonly values: readonly PublishedValue[];
}

export interface PublishedValue {
  /** The data in one form: names lower case with their final dot, IPv6 in full, a TXT's strings joined. */
  readonly value: string;
  readonly path: string;
  /** Counts from 0. */
  readonly line: number;
}

/** Nobody reads a longer report, and each costs a question. */
const MOST_SETS = 500;

/**
 * The records of a zone that servers answer with. Left out: wildcards (no question is for one), what a delegation or a
 * DNAME hides, and types that are not asked for.
 */
export function publishedZone(source: ZoneSource): PublishedZone {
  const { view } = source;
  const sets = new Map<string, { owner: DomainName; type: LiveType; values: PublishedValue[] }>();
  const consents = new Set<DomainName>();
  let isCut = false;
  if (view.apex === undefined) return { apex: undefined, sets: [], isCut, consents: [] };
  for (const entry of source.entries()) {
    if (entry.kind !== "record" || entry.issues.length > 0) continue;
    const type = typeOf(entry);
    if (type === undefined) continue;
    const value = dataOf(entry);
    if (value === undefined) continue;
    const key = `${entry.owner} ${type}`;
    const set = sets.get(key) ?? { owner: entry.owner, type, values: [] };
    if (!sets.has(key) && sets.size >= MOST_SETS) {
      isCut = true;
      break;
    }
    set.values.push({ value, path: entry.path, line: source.rangeOf(entry, entry.span).start.line });
    sets.set(key, set);
    for (const name of consentsOf(entry)) consents.add(name);
  }
  return { apex: view.apex, sets: [...sets.values()], isCut, consents: [...consents] };
}

function typeOf({ owner, type, typeName, zone }: ZoneRecord): LiveType | undefined {
  const isWildcard = /^\*(?:\.|$)/.test(owner);
  // Below the apex the delegated zone's own NS are what is published.
  const isCut = typeName === "NS" && owner !== zone.apex;
  if (isWildcard || isCut || zone.answer(owner, type).kind !== "found") return undefined;
  return LIVE_TYPES.find((it) => it === typeName);
}

function dataOf(record: ZoneRecord): string | undefined {
  const [first, second, third, fourth] = record.fields;
  if (first === undefined) return undefined;
  const text = first.value.value;
  switch (record.typeName) {
    case "A":
    case "AAAA":
      return addressValue(text);
    case "CNAME":
    case "NS":
    case "PTR":
      return first.target;
    case "MX":
      return second?.target === undefined ? undefined : `${Number(text)} ${second.target}`;
    case "SRV":
      return fourth?.target === undefined
        ? undefined
        : `${Number(text)} ${Number(second?.value.value)} ${Number(third?.value.value)} ${fourth.target}`;
    case "CAA":
      return `${Number(text)} ${second?.value.value.toLowerCase()} ${third?.value.value}`;
    case "TLSA": {
      const data = record.fields.slice(3).map(({ value }) => value.value);
      return `${Number(text)} ${Number(second?.value.value)} ${Number(third?.value.value)} ${data.join("").toLowerCase()}`;
    }
    default:
      return octetsOfText(record);
  }
}

/** An IPv6 address has many spellings; all 32 digits are one. */
export function addressValue(text: string): string | undefined {
  const address = clientAddress(text);
  if (address === undefined) return undefined;
  return address.family === 4 ? text : address.address.toString(16).padStart(32, "0");
}

const ENCODER = new TextEncoder();

/** A TXT is octets, one a character, as resolvers give them: those of UTF-8, and what is written `\\DDD` as it is. */
function octetsOfText({ fields, text }: ZoneRecord): string {
  return fields
    .map(({ value, span }) => {
      if (/^\p{ASCII}*$/u.test(value.value)) return value.value;
      let at = 0;
      return Array.from(value.value, (character) => {
        const isEscaped = octetsAt(value.value, at, value, span.start, text) === 1;
        at += character.length;
        return isEscaped ? character : String.fromCharCode(...ENCODER.encode(character));
      }).join("");
    })
    .join("");
}

function consentsOf(record: ZoneRecord): readonly DomainName[] {
  if (record.typeName !== "TXT" || !record.owner.startsWith("_dmarc.")) return [];
  const text = joinStrings(record);
  const parsed = parseDmarc(text.value);
  const { zone } = record;
  if (!isPolicy({ record, text, strings: record.fields, policy: "dmarc", zone, ...parsed })) return [];
  const domain = policyDomainOf(record.owner);
  const organization = organizationalDomainOf(zone, domain);
  if (organization === undefined) return [];
  return [...parsed.root.rua, ...parsed.root.ruf].flatMap(({ host, scheme, fault }) => {
    const isUsable = fault === undefined && scheme === "mailto" && /^[a-z0-9.-]+$/i.test(host);
    if (!isUsable || organizationalDomainOf(zone, `${host}.`) === organization) return [];
    return [`${shownName(domain)}._report._dmarc.${host.toLowerCase()}.`];
  });
}

/** Owners of SPF records, each once. */
export function spfOwners({ sets }: PublishedZone): readonly { readonly owner: DomainName; readonly text: string }[] {
  return sets.flatMap(({ owner, type, values }) => {
    const texts = type === "TXT" ? values.map(({ value }) => value).filter(isSpf) : [];
    const [text] = texts;
    return text === undefined || texts.length > 1 ? [] : [{ owner, text }];
  });
}
