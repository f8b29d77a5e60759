import type { FileEdit } from "../../engine/finding.ts";
import { typeCodeOf } from "../../facts/recordTypes.ts";
import type { ZoneSource } from "../../index.ts";
import { say, type Translate } from "../../locale.ts";
import {
  absolutize,
  canonicalName,
  isAbsolute,
  isAtOrBelow,
  isBelow,
  labelsOf,
  shownName,
} from "../../model/domainName.ts";
import { LONGEST_STRING } from "../../model/longStrings.ts";
import type { NameUse } from "../../model/nameUses.ts";
import { octetsOf } from "../../model/txtValue.ts";
import type { DomainName, Field, ZoneRecord, ZoneView } from "../../model/zone.ts";
import type { Position, Range } from "../../text/span.ts";
import { nameAt, usesOf } from "./nameSearch.ts";
import { readRest } from "./readRest.ts";
import { isClass, isTtl } from "./tokens.ts";

/** Why a name keeps its name: a sentence for the user. */
export interface Refusal {
  readonly refused: string;
}

export interface Renamable {
  readonly range: Range;
  /** The name as it is written at the cursor. */
  readonly text: string;
}

const SIGNATURE = 46;
/** Types whose records tell a name that is taken from one that only a wildcard answers for. */
const COMMON_TYPES = [1, 28, 5, 15, 16];

/** @param isPart whether another file includes this one: only there the zone is whole */
export function renamableAt(
  source: ZoneSource,
  position: Position,
  isPart: boolean,
  t: Translate,
): Renamable | Refusal {
  readRest(source);
  const use = nameAt(source, position);
  if (use === undefined) return { refused: t("There is no name here that could be renamed.") };
  const reason = whyFixed(source.view, use, isPart);
  if (reason !== undefined) return { refused: t(reason, { name: shownName(use.name) }) };
  return { range: source.rangeOf(use.entry, use.span), text: use.text };
}

/**
 * Gives the name at the cursor, and with it all names below it, another name: owners, data, origins, SPF terms and report
 * addresses, in the zone and what it includes. Refused where a place would be missed or a meaning would change.
 *
 * @param newName as the user wrote it: relative to the origin there, or absolute; inside a TXT value always absolute
 */
export function renameAt(
  source: ZoneSource,
  position: Position,
  newName: string,
  isPart: boolean,
  t: Translate,
): readonly FileEdit[] | Refusal {
  const place = renamableAt(source, position, isPart, t);
  const use = nameAt(source, position);
  if ("refused" in place || use === undefined) return "refused" in place ? place : { refused: "" };
  const wanted = absoluteFor(use, newName.trim());
  const problem = whyImpossible(source.view, use.name, wanted);
  if (problem !== undefined) return { refused: t(problem, { name: shownName(canonicalName(wanted)) }) };
  const { uses, isComplete } = usesOf(source, use.name);
  if (!isComplete) return { refused: t("The name is written in too many places.") };
  return editsFor(source, uses, use.name, wanted, t);
}

/** What makes a rename unsafe whatever the new name is. */
function whyFixed(view: ZoneView, { name, role }: NameUse, isPart: boolean): string | undefined {
  if (role === "macro") return say("A macro stands in the name, so it cannot be renamed here.");
  if (isPart) return say("Another file includes this one. Rename the name there, where the whole zone is known.");
  if (!view.hasSoa || view.apex === undefined)
    return say("Without an SOA the file may be a part of a zone. Rename the name in the whole zone.");
  if (view.isPartial)
    return say("A template or an `$INCLUDE` hides a part of the zone, where the name may be written too.");
  if (view.directives.some((it) => it.name === "$GENERATE"))
    return say("A `$GENERATE` makes names that a rename would miss.");
  if (view.count(SIGNATURE) > 0) return say("The zone is signed: its signatures would no longer fit.");
  if (name === view.apex) return say("`{name}` is the zone itself, not a name in it.");
  if (!isBelow(name, view.apex)) return say("`{name}` is outside this zone.");
  if (name.includes("\\")) return say("`{name}` has escapes. Rename it by hand.");
  // An origin that no line of the zone writes cannot be renamed with it.
  if (view.firstEntry && isAtOrBelow(view.firstEntry.origin, name))
    return say("`{name}` is the origin that the file begins with.");
  return undefined;
}

function whyImpossible(view: ZoneView, name: DomainName, wanted: string): string | undefined {
  const target = canonicalName(wanted);
  if (!isPlainName(target)) return say("`{name}` is no name: labels have 1 to 63 letters, digits, `-` or `_`.");
  if (target.startsWith("*.") !== name.startsWith("*."))
    return say("A wildcard stays a wildcard, and another name none.");
  if (view.apex === undefined || !isBelow(target, view.apex)) return say("`{name}` is outside this zone.");
  if (target === name) return undefined;
  if (isBelow(target, name) || isBelow(name, target)) return say("`{name}` lies below or above the old name.");
  return whyTaken(view, target);
}

function whyTaken(view: ZoneView, target: DomainName): string | undefined {
  const isOwn = (it: ZoneRecord | undefined) => it?.owner === target;
  for (const type of COMMON_TYPES) {
    const answer = view.answer(target, type);
    if (answer.kind === "unknown") return say("`{name}` is in a part of the zone that other servers answer for.");
    if (answer.kind === "missing") return undefined;
    if (answer.kind === "found" && !isOwn(answer.records[0])) return undefined;
    if (answer.kind === "alias" && !isOwn(answer.record)) return undefined;
  }
  return say("`{name}` exists already; the records of two names would be mixed.");
}

function isPlainName(name: DomainName): boolean {
  if (name.length > 254 || !name.endsWith(".")) return false;
  const labels = name.slice(0, -1).split(".");
  return labels.every((it, index) => (index === 0 && it === "*") || /^[a-z0-9_-]{1,63}$/.test(it));
}

/** In the letter case that the user chose. */
function absoluteFor({ role, entry }: NameUse, newName: string): string {
  if (role === "value") return newName.endsWith(".") ? newName : `${newName}.`;
  return absolutize(newName, entry.origin);
}

function editsFor(
  source: ZoneSource,
  uses: readonly NameUse[],
  name: DomainName,
  wanted: string,
  t: Translate,
): readonly FileEdit[] | Refusal {
  const edits: FileEdit[] = [];
  const places = new Set<string>();
  const grown = new Map<Field, number>();
  for (const use of uses) {
    const newText = writtenAnew(use, name, wanted);
    if (newText === undefined || newText === use.text) continue;
    const { entry, span: at } = use;
    const range = source.rangeOf(entry, at);
    const place = `${entry.path} ${range.start.line}:${range.start.character}`;
    if (places.has(place)) return { refused: t("A file that writes the name is included twice.") };
    places.add(place);
    if (use.role === "macro") return { refused: t("The SPF term `{term}` names it by a macro.", { term: use.text }) };
    if (use.role === "unsure")
      return { refused: t("A record of an unknown type may name it: `{text}`.", { text: use.text }) };
    if (grownBy(use, newText.length - use.text.length, grown) > LONGEST_STRING)
      return { refused: t("A string of a TXT record would become longer than 255 octets.") };
    edits.push({ path: entry.path, range, newText });
  }
  return edits;
}

/** The octets of the string of a TXT record around the name, with all that it has grown by; 0 elsewhere. */
function grownBy({ entry, span: at, role }: NameUse, octets: number, grown: Map<Field, number>): number {
  if (role !== "value" || entry.kind !== "record") return 0;
  const string = entry.fields.find((it) => it.span.start <= at.start && at.start < it.span.end);
  if (string === undefined) return 0;
  const total = (grown.get(string) ?? octetsOf(string, entry.text)) + octets;
  grown.set(string, total);
  return total;
}

/** `undefined` where the name follows from an origin that is written anew itself. */
function writtenAnew({ text, name: at, role, entry }: NameUse, name: DomainName, wanted: string): string | undefined {
  const isRelative = role !== "value" && role !== "macro" && !isAbsolute(text);
  if (isRelative && isAtOrBelow(entry.origin, name)) return undefined;
  const kept = labelsOf(text).slice(0, labelsOf(at).length - labelsOf(name).length);
  const absolute = [...kept, wanted].join(".");
  if (role === "value" || role === "macro") return text.endsWith(".") ? absolute : absolute.slice(0, -1);
  if (!isRelative || !isBelow(absolute.toLowerCase(), entry.origin) || entry.origin === ".") return absolute;
  const relative = absolute.slice(0, -entry.origin.length - 1);
  return isMistakable(relative) ? absolute : relative;
}

/** What could be read as something else where a name stands. */
function isMistakable(word: string): boolean {
  return isTtl(word) || isClass(word) || typeCodeOf(word) !== undefined || /^[$@]/.test(word);
}
