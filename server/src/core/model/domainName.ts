import { isTopLevelDomain } from "../facts/publicSuffix.ts";
import type { DomainName } from "./zone.ts";

/** Where a label begins and ends in a name, escapes counted in. */
interface LabelPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * The labels of a name from left to right, without the root's empty one; escapes stay as they are, and an escaped dot
 * (`a\.b.example.com.`) separates nothing (RFC 1035 §5.1). Works on relative names too.
 */
export function labelsOf(name: string): string[] {
  return placesOf(name).map(({ start, end }) => name.slice(start, end));
}

/** The name without its leftmost label; the root is its own parent. */
export function parentOf(name: DomainName): DomainName {
  const second = placesOf(name)[1];
  return second ? name.slice(second.start) : ".";
}

/** Whether a name as written ends with a dot that is no part of an escape. */
export function isAbsolute(name: string): boolean {
  if (!name.endsWith(".")) return false;
  let backslashes = 0;
  while (name[name.length - 2 - backslashes] === "\\") backslashes++;
  // `\092.` ends with a dot after an escaped backslash; in `\\.` the backslashes pair up.
  return backslashes % 2 === 0;
}

/** Whether `name` stands below `parent`, never for the name itself. Everything but the root stands below the root. */
export function isBelow(name: DomainName, parent: DomainName): boolean {
  if (name === parent) return false;
  if (parent === ".") return true;
  if (!name.endsWith(`.${parent}`)) return false;
  return isAbsolute(name.slice(0, name.length - parent.length));
}

export function isAtOrBelow(name: DomainName, parent: DomainName): boolean {
  return name === parent || isBelow(name, parent);
}

/** The zone that a name lies in: of several the one with the longest name. The root is nobody's zone. */
export function zoneAround<T>(
  name: DomainName,
  zones: Iterable<T>,
  apexOf: (zone: T) => DomainName | undefined,
): T | undefined {
  let found: T | undefined;
  let length = 1;
  for (const zone of zones) {
    const apex = apexOf(zone) ?? ".";
    if (apex.length <= length || !isAtOrBelow(name, apex)) continue;
    found = zone;
    length = apex.length;
  }
  return found;
}

/** The name as one writes it under an origin: `@`, `mail`, or the absolute name where it stands elsewhere. */
export function relativize(name: DomainName, origin: DomainName): string {
  if (name === origin) return "@";
  if (origin === "." || !isBelow(name, origin)) return name;
  return name.slice(0, name.length - origin.length - 1);
}

/** As people write it: `example.com` for `example.com.`. */
export function shownName(name: string): string {
  return name === "." ? name : name.replace(/\.$/, "");
}

/** The absolute name for one as written (`@`, relative or absolute), in the case it is written in. */
export function absolutize(written: string, origin: DomainName): string {
  if (written === "@") return origin;
  if (isAbsolute(written)) return written;
  return origin === "." ? `${written}.` : `${written}.${origin}`;
}

/**
 * A name as written in the one form that names are compared in: lower case, escapes only where a character needs one
 * (`M\097IL` is `mail`, RFC 4343 §2.1).
 */
export function canonicalName(written: string): string {
  const name = written.replace(/\\(?:(\d{3})|([^\d]))/g, (asWritten, code: string | undefined, character: string) => {
    if (code === undefined) return NEEDS_ESCAPE.test(character) ? asWritten : character;
    const plain = String.fromCharCode(Number(code));
    if (!/[!-~]/.test(plain)) return asWritten;
    return NEEDS_ESCAPE.test(plain) ? `\\${plain}` : plain;
  });
  return name.toLowerCase();
}

/** What means something else in a name that stands in a zone file. */
const NEEDS_ESCAPE = /[.;"()@\\$\s]/;

/** What a label holds, without escapes: `\.` is a dot, `\DDD` the octet of that decimal number. */
export function unescapeLabel(label: string): string {
  return label.replace(/\\(?:(\d{3})|(.))/gs, (_, code: string | undefined, character: string) =>
    code === undefined ? character : String.fromCharCode(Number(code)),
  );
}

function placesOf(name: string): LabelPlace[] {
  const places: LabelPlace[] = [];
  let start = 0;
  for (let at = 0; at < name.length; at++) {
    if (name[at] === "\\") at++;
    else if (name[at] === ".") {
      if (at > start) places.push({ start, end: at });
      start = at + 1;
    }
  }
  if (start < name.length) places.push({ start, end: name.length });
  return places;
}

/** Last labels of the public suffix list that have no domains of people in the DNS (RFC 7686). */
const NOT_PUBLIC: ReadonlySet<string> = new Set(["arpa", "onion"]);
/** Last labels that stand for those of people in texts and tests (RFC 2606 §2). */
const EXAMPLES: ReadonlySet<string> = new Set(["example", "invalid", "test"]);
/** Those of most zones: for them the list, which takes a tenth of the start to unpack, is not asked. */
const COMMON: ReadonlySet<string> = new Set(
  "com net org info biz io dev app de uk cn eu fr nl ru jp br au ch se it es pl us ca at be cz in kr tw hk".split(" "),
);

/** Home networks (RFC 8375), and the reverse zones of private addresses (RFC 6303 §4.1 and §4.4). */
const LOCAL_ZONES = /(?:^|\.)(?:home|(?:10|168\.192|(?:1[6-9]|2\d|3[01])\.172)\.in-addr|d\.f\.ip6)\.arpa\.$/;

/** Whether a name stands in a local network: the public DNS delegates none such. */
export function isLocalDomain(name: DomainName): boolean {
  const last = labelsOf(name).at(-1) ?? "";
  return last === "arpa" ? LOCAL_ZONES.test(name) : last !== "" && !isPublicLabel(last);
}

/**
 * Whether mail of the Internet may be in a domain's name: no reverse zone, no registry's, no name of a local network, no
 * scope of services such as `_msdcs.example.com` (RFC 8552).
 */
export function isPublicDomain(name: DomainName): boolean {
  const labels = labelsOf(name);
  const last = labels.at(-1) ?? "";
  return labels.length > 1 && isPublicLabel(last) && !labels.some((label) => label.startsWith("_"));
}

/** What networks end their own names in is in nobody's list: `internal`, `lan`, `local`, `corp`, `dn42`. */
function isPublicLabel(last: string): boolean {
  return EXAMPLES.has(last) || COMMON.has(last) || (isTopLevelDomain(last) && !NOT_PUBLIC.has(last));
}
