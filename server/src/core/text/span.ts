/** A half-open range `[start, end)` of UTF-16 offsets into one text. The only kind of position that rules know. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** A line and a column, both from 0; the column counts UTF-16 units, as LSP does. Only the edges of the core speak it. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` to before `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Below 0 where the first stands before the second, 0 where they are the same. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Whether two ranges share a character or an edge. */
export function isTouching(a: Range, b: Range): boolean {
  return comparePositions(a.start, b.end) <= 0 && comparePositions(b.start, a.end) <= 0;
}

/** The beginning of a file. */
export const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** One replacement in a text. An empty span inserts, an empty `newText` deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

export function edit(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** Applies edits that do not overlap, in any order; of two at one place the first is written first. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const fromTheEnd = [...edits].reverse().sort((a, b) => b.span.start - a.span.start);
  return fromTheEnd.reduce(
    (result, it) => result.slice(0, it.span.start) + it.newText + result.slice(it.span.end),
    text,
  );
}

/** Turns offsets into lines and columns and back: built once a text, O(log lines) a call. Lines end at LF, CRLF or CR. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#starts = lineStartsOf(text);
    this.#length = text.length;
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - (this.#starts[low] ?? 0) };
  }

  /** A line beyond the last is the end of the text; a character beyond its line is clipped by the next line's start. */
  offsetAt({ line, character }: Position): number {
    const start = this.#starts[line];
    if (start === undefined) return this.#length;
    return Math.min(start + character, this.#starts[line + 1] ?? this.#length);
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  // Asked for anew only once it was passed: each search walks over every character once.
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (feed >= 0 || carriage >= 0) {
    const isCarriage = carriage >= 0 && (feed < 0 || carriage < feed);
    const next = isCarriage && carriage + 1 !== feed ? carriage + 1 : feed + 1;
    starts.push(next);
    if (carriage >= 0 && carriage < next) carriage = text.indexOf("\r", next);
    if (feed >= 0 && feed < next) feed = text.indexOf("\n", next);
  }
  return starts;
}
