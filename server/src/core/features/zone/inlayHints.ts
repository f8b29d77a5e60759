import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import type { Written, ZoneEntry } from "../../model/zone.ts";
import type { Position, Range } from "../../text/span.ts";
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

/** TTLs and timers in words, and the lookups of SPF records, among these lines. */
export function hintsOfZone(source: ZoneSource, { start, end }: Range, t: Translate): readonly InlineNote[] {
  const notes: InlineNote[] = [];
  for (const entry of source.entries(start.line, Math.min(end.line, start.line + MOST_LINES))) {
    if (notes.length >= MOST_NOTES) break;
    for (const { at, label } of notesOf(entry, t)) {
      const { start: position } = source.rangeOf(entry, { start: at, end: at });
      if (isWithin(position, start, end)) notes.push({ position, label });
    }
  }
  return notes;
}

interface Note {
  /** Offset in the entry, behind what it is about. */
  readonly at: number;
  readonly label: string;
}

function notesOf(entry: ZoneEntry, t: Translate): readonly Note[] {
  if (entry.kind === "directive") return entry.name === "$TTL" ? durationNotes(entry.args.slice(0, 1), t) : [];
  const timers = entry.type === SOA ? entry.fields.slice(3, 7) : [];
  const notes = durationNotes([...(entry.ttlField ? [entry.ttlField] : []), ...timers], t);
  const lookups = entry.type === TXT ? lookupsOf(entry, t) : undefined;
  const last = entry.fields.at(-1);
  if (lookups !== undefined && last !== undefined) notes.push({ at: last.span.end, label: lookups });
  return notes;
}

/** Only bare numbers: `1h` says it already. */
function durationNotes(words: readonly Written[], t: Translate): Note[] {
  return words.flatMap(({ text, span: { end } }) => {
    const seconds = /^\d+$/.test(text) ? parseTtl(text) : undefined;
    return seconds === undefined || seconds < SHORT ? [] : [{ at: end, label: describeSeconds(seconds, t) }];
  });
}

function isWithin(at: Position, start: Position, end: Position): boolean {
  const isBefore = at.line < start.line || (at.line === start.line && at.character < start.character);
  const isBehind = at.line > end.line || (at.line === end.line && at.character > end.character);
  return !isBefore && !isBehind;
}
