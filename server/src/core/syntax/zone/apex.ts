import { canonicalName } from "../../model/domainName.ts";
import { hasMark, latin1, TYPE, typeOf } from "./characters.ts";
import { BLANK_OWNER, EntryScanner } from "./scanner.ts";
import type { ZoneDocument } from "./zoneDocument.ts";

/**
 * The apex of a zone file, as the number of an origin: the owner of the first SOA, else what the caller or the file name
 * says, unless the file's own `$ORIGIN`s lie elsewhere. `$ORIGIN .` never makes the root the apex: dumps begin with it.
 *
 * @param firstOrigin the origin that the file begins with, by number; 0 for the root
 * @param isOriginSure whether somebody said so, and it was not guessed from the file's name
 */
export function apexOf(document: ZoneDocument, firstOrigin: number, isOriginSure: boolean): number | undefined {
  const { columns, directives, reader } = document;
  const soa = document.firstSoa();
  if (soa >= 0 && columns.owner[soa]! > 0) {
    const doubled = originOfDoubledSoa(document, soa);
    return doubled >= 0 ? doubled : reader.addOrigin(canonicalName(document.ownerName(soa)));
  }
  if (firstOrigin === 0) return undefined;
  if (soa >= 0 || isOriginSure) return firstOrigin;
  const guess = reader.origins[firstOrigin]!.name;
  for (const id of directives) {
    const { name } = reader.origins[columns.origin[id]!]!;
    if (name !== guess && !name.endsWith(`.${guess}`)) return undefined;
  }
  return firstOrigin;
}

/**
 * `example.com SOA` below `$ORIGIN example.com.` has lost its final dot, as in exports of a well-known service: the apex is
 * that origin, or every record that is written well would seem to be outside. -1 for any other SOA.
 */
function originOfDoubledSoa(document: ZoneDocument, soa: number): number {
  const number = document.columns.origin[soa]!;
  const name = document.reader.origins[number]?.name ?? ".";
  return name !== "." && document.ownerName(soa) === `${name.slice(0, -1)}.${name}` ? number : -1;
}

/** How far the first look for an SOA goes; it is mostly the first entry. */
const MOST_ENTRIES_BEFORE_SOA = 200;

/** The owner of the first SOA near the start of a text, where it is the name of a zone, even without its final dot. */
export function soaOwnerOf(bytes: Uint8Array): string | undefined {
  const scanner = new EntryScanner();
  let at = hasMark(bytes) ? 3 : 0;
  for (let entry = 0; entry < MOST_ENTRIES_BEFORE_SOA && scanner.scan(bytes, at, bytes.length); entry++) {
    at = scanner.next;
    const { from, to, count, status } = scanner;
    let token = (status & BLANK_OWNER) === 0 ? 1 : 0;
    // TTL and class, in either order.
    for (; token < Math.min(count, 3); token++) if (typeOf(bytes, from[token]!, to[token]!) !== 0) break;
    if (token >= count || typeOf(bytes, from[token]!, to[token]!) !== TYPE.SOA) continue;
    const owner = latin1(bytes, from[0]!, to[0]!).toLowerCase();
    const isWhole = (status & BLANK_OWNER) === 0 && /^[a-z0-9_-]+(?:\.$|(?:\.[a-z0-9_-]+)+\.?$)/.test(owner);
    return isWhole ? owner.replace(/\.?$/, ".") : undefined;
  }
  return undefined;
}
