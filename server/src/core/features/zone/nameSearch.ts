import type { ZoneSource } from "../../index.ts";
import { isAtOrBelow, labelsOf } from "../../model/domainName.ts";
import { type NameUse, nameUsesIn } from "../../model/nameUses.ts";
import type { DomainName, ZoneRecord } from "../../model/zone.ts";
import type { Position } from "../../text/span.ts";
import type { Place } from "../answers.ts";

/** How many entries are read for one question, and how many places are told. */
const MOST_ENTRIES = 50_000;
const MOST_PLACES = 5_000;
const MOST_DEFINITIONS = 50;
const A = 1;

/** The name that the cursor touches. */
export function nameAt(source: ZoneSource, position: Position): NameUse | undefined {
  const found = source.entryAt(position);
  return found && nameUsesIn(found.entry).find(({ span: at }) => at.start <= found.offset && found.offset <= at.end);
}

/** Where the records of the name at the cursor stand; a wildcard's, where only that answers. */
export function definitionsAt(source: ZoneSource, position: Position): readonly Place[] {
  const use = nameAt(source, position);
  if (use === undefined) return [];
  const own = source.view.records(use.name);
  const records = own.length > 0 ? own : answersTo(source, use.name);
  const named = records.filter((it) => it.ownerField !== undefined);
  return (named.length > 0 ? named : records)
    .slice(0, MOST_DEFINITIONS)
    .map((it) => ({ path: it.path, range: source.rangeOf(it, it.ownerField?.span ?? it.span) }));
}

function answersTo(source: ZoneSource, name: DomainName): readonly ZoneRecord[] {
  const answer = source.view.answer(name, A);
  if (answer.kind === "alias") return [answer.record];
  return answer.kind === "found" ? answer.records : [];
}

/** Where the name at the cursor is written, in the zone and what it includes. */
export function referencesAt(source: ZoneSource, position: Position, withOwners: boolean): readonly Place[] {
  const use = nameAt(source, position);
  if (use === undefined) return [];
  const { uses } = usesOf(source, use.name);
  return uses
    .filter((it) => it.name === use.name && (withOwners || it.role !== "owner"))
    .map(({ entry, span: at }) => ({ path: entry.path, range: source.rangeOf(entry, at) }));
}

export interface NameUses {
  readonly uses: readonly NameUse[];
  /** `false` where there were too many to look at. */
  readonly isComplete: boolean;
}

/** Where a name and those below it are written. */
export function usesOf(source: ZoneSource, name: DomainName): NameUses {
  const uses: NameUse[] = [];
  let seen = 0;
  for (const entry of source.find(wordsFor(source, name))) {
    if (++seen > MOST_ENTRIES || uses.length > MOST_PLACES) return { uses, isComplete: false };
    uses.push(...nameUsesIn(entry).filter((it) => isAtOrBelow(it.name, name)));
  }
  return { uses, isComplete: true };
}

/** What every place that writes the name must hold: its first label, an escape, or, where it is an origin, `@`. */
function wordsFor({ view }: ZoneSource, name: DomainName): readonly string[] {
  const isOrigin = view.apex === name || view.directives.some((it) => nameUsesIn(it).some((use) => use.name === name));
  // `@` stands in TXT values too, but a search that misses nothing is worth a few entries more.
  return ["\\", ...(isOrigin ? ["@"] : []), labelsOf(name)[0] ?? "."];
}
