import { hasTemplateTag, isPlaceholderName } from "../../facts/placeholderNames.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { isAbsolute } from "../../model/domainName.ts";
import type { Written, ZoneEntry } from "../../model/zone.ts";
import { comparePositions, type Position, type Range } from "../../text/span.ts";
import { parseTtl } from "../../text/ttl.ts";
import type { InlineNote } from "../answers.ts";
import { describeSeconds } from "./duration.ts";
import { lookupsOf } from "./policyWords.ts";

/** More than any window shows: an editor that asks for a whole file gets its beginning. */
const MOST_LINES = 1000;
const MOST_NOTES = 500;
const SOA = 6;
const TXT = 16;
/** Below it seconds read well as they are. */
const SHORT = 60;
/** Of a note; a longer one pushes the rest of the line out of sight. */
const MOST_CHARACTERS = 32;

/** Which kinds of notes are wanted. */
export interface HintOptions {
  /** TTLs and timers in words. */
  readonly ttl: boolean;
  /** How names without a final dot go on: behind the names that records point at, or behind owners too. */
  readonly names: "off" | "targets" | "all";
  /** The lookups of SPF records. */
  readonly lookups: boolean;
}

/** TTLs and timers in words, how relative names go on, and the lookups of SPF records, among these lines. */
export function hintsOfZone(
  source: ZoneSource,
  { start, end }: Range,
  options: HintOptions,
  t: Translate,
): readonly InlineNote[] {
  const notes: InlineNote[] = [];
  for (const entry of source.entries(start.line, Math.min(end.line, start.line + MOST_LINES))) {
    if (notes.length >= MOST_NOTES) break;
    for (const { at, ...note } of notesOf(entry, options, t)) {
      const { start: position } = source.rangeOf(entry, { start: at, end: at });
      if (isWithin(position, start, end)) notes.push({ position, ...note });
    }
  }
  return notes;
}

interface Note extends Omit<InlineNote, "position"> {
  /** Offset in the entry, behind what it is about. */
  readonly at: number;
}

function notesOf(entry: ZoneEntry, { ttl, names, lookups }: HintOptions, t: Translate): readonly Note[] {
  const notes = [...nameNotes(entry, names, t), ...(ttl ? ttlNotes(entry, t) : [])];
  const count = lookups && entry.kind === "record" && entry.type === TXT ? lookupsOf(entry, t) : undefined;
  const last = entry.kind === "record" ? entry.fields.at(-1) : undefined;
  if (count !== undefined && last !== undefined) notes.push({ at: last.span.end, label: count });
  return notes.sort((a, b) => a.at - b.at);
}

function ttlNotes(entry: ZoneEntry, t: Translate): readonly Note[] {
  if (entry.kind === "directive") return entry.name === "$TTL" ? durationNotes(entry.args.slice(0, 1), t) : [];
  const timers = entry.type === SOA ? entry.fields.slice(3, 7) : [];
  return durationNotes([...(entry.ttlField ? [entry.ttlField] : []), ...timers], t);
}

/** `@` says by itself that it is the origin, and what a template will write nobody knows. */
function nameNotes(entry: ZoneEntry, names: HintOptions["names"], t: Translate): readonly Note[] {
  const isOriginKnown = entry.origin !== "." || entry.zone.apex !== undefined;
  if (names === "off" || !isOriginKnown || hasTemplateTag(entry.text)) return [];
  const rest = entry.origin === "." ? "." : `.${entry.origin}`;
  return namesIn(entry, names === "all")
    .filter(({ text }) => text !== "@" && !isAbsolute(text) && !isPlaceholderName(text))
    .map(({ span: { end }, text }) => ({
      at: end,
      label: rest.length > MOST_CHARACTERS ? `${rest.slice(0, MOST_CHARACTERS - 1)}…` : rest,
      continues: true,
      tooltip: t("Without a final dot a name goes on with the origin: `{name}`.", { name: text + rest }),
      insert: rest,
    }));
}

function namesIn(entry: ZoneEntry, withOwner: boolean): readonly Written[] {
  if (entry.kind === "directive") {
    const at = entry.name === "$ORIGIN" ? entry.args[0] : entry.name === "$INCLUDE" ? entry.args[1] : undefined;
    return at === undefined ? [] : [at];
  }
  const owner = withOwner && entry.ownerField ? [entry.ownerField] : [];
  return [...owner, ...entry.fields.filter((it) => it.target !== undefined && !it.isQuoted)];
}

/** Only bare numbers: `1h` says it already. */
function durationNotes(words: readonly Written[], t: Translate): Note[] {
  return words.flatMap(({ text, span: { end } }) => {
    const seconds = /^\d+$/.test(text) ? parseTtl(text) : undefined;
    return seconds === undefined || seconds < SHORT ? [] : [{ at: end, label: describeSeconds(seconds, t) }];
  });
}

function isWithin(at: Position, start: Position, end: Position): boolean {
  return comparePositions(start, at) <= 0 && comparePositions(at, end) <= 0;
}
