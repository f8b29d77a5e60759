import type { ZoneSource } from "../../index.ts";
import type { ZoneEntry } from "../../model/zone.ts";
import { LineIndex, type Position, type Range, type Span } from "../../text/span.ts";
import { type EntryTokens, understand } from "./tokens.ts";

/** The entry around a position, or the bare line where there is none yet. */
export interface Cursor {
  /** Whole lines; all spans count in it. */
  readonly text: string;
  readonly offset: number;
  readonly tokens: EntryTokens;
  /** As the zone reads it; `undefined` between entries. */
  readonly entry: ZoneEntry | undefined;
  rangeOf(span: Span): Range;
}

export function cursorAt(source: ZoneSource, position: Position): Cursor {
  for (const entry of source.entries(position.line, position.line)) {
    const { line } = source.rangeOf(entry, { start: 0, end: 0 }).start;
    const cursor = createCursor(entry.text, entry, line, position);
    if (isInside(cursor, position, line)) return cursor;
  }
  return createCursor(source.line(position.line), undefined, position.line, position);
}

/** An entry's text may end before the line that was asked for: its blank lines belong to nobody. */
function isInside({ text }: Cursor, position: Position, first: number): boolean {
  return position.line >= first && position.line - first < text.split(/\r\n|\r|\n/).length;
}

function createCursor(text: string, entry: ZoneEntry | undefined, first: number, position: Position): Cursor {
  const lines = new LineIndex(text);
  const toPosition = (offset: number): Position => {
    const { line, character } = lines.positionAt(offset);
    return { line: line + first, character };
  };
  return {
    text,
    entry,
    offset: lines.offsetAt({ line: position.line - first, character: position.character }),
    tokens: understand(text),
    rangeOf: ({ start, end }) => ({ start: toPosition(start), end: toPosition(end) }),
  };
}
