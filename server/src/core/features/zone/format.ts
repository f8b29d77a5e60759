import type { FileEdit } from "../../engine/finding.ts";
import type { ZoneSource } from "../../index.ts";
import type { Range } from "../../text/span.ts";
import { type Head, headOf, type Middle } from "./formatHead.ts";

/** Beyond it nobody looks at columns, and the edits would be felt. */
const MOST_LINES = 50_000;
/** Longer names do not push the others to the right. */
const WIDEST_OWNER = 40;
/** How far a block is looked for around a range. */
const MOST_BLOCK_LINES = 2_000;

/**
 * Lines up owner, TTL, class, type and data of the records of each block (the lines between two blank lines or directives).
 * Only blanks between these change, always into spaces: data, comments, parentheses and line ends stay as they are.
 *
 * @param range only its lines are changed; the columns are those of the whole blocks around it
 */
export function formatZone(source: ZoneSource, range?: Range): readonly FileEdit[] {
  if (range === undefined && source.lineCount > MOST_LINES) return [];
  const first = range ? blockEdge(source, range.start.line, -1) : 0;
  const last = range ? blockEdge(source, range.end.line, 1) : source.lineCount;
  const edits = blocksOf(source, first, last).flatMap((block) => editsFor(source, block));
  if (range === undefined) return edits;
  return edits.filter(({ range: { start } }) => start.line >= range.start.line && start.line <= range.end.line);
}

/** The line before the blank one that ends the block. */
function blockEdge(source: ZoneSource, line: number, step: 1 | -1): number {
  let at = line;
  for (let left = MOST_BLOCK_LINES; left > 0; left--) {
    const next = at + step;
    if (next < 0 || next >= source.lineCount || isBlank(source, next)) return at;
    at = next;
  }
  return at;
}

function isBlank(source: ZoneSource, line: number): boolean {
  return source.line(line).trim() === "";
}

function blocksOf(source: ZoneSource, first: number, last: number): readonly (readonly Head[])[] {
  const blocks: Head[][] = [];
  let block: Head[] = [];
  let end = first;
  for (const entry of source.entries(first, last)) {
    const { start } = source.rangeOf(entry, { start: 0, end: 0 });
    if (entry.kind === "directive" || hasBlank(source, end, start.line)) {
      blocks.push(block);
      block = [];
    }
    end = source.rangeOf(entry, entry.span).end.line + 1;
    const head = headOf(entry);
    if (head) block.push(head);
  }
  return [...blocks, block];
}

function hasBlank(source: ZoneSource, from: number, to: number): boolean {
  for (let line = from; line < to; line++) if (isBlank(source, line)) return true;
  return false;
}

function editsFor(source: ZoneSource, block: readonly Head[]): readonly FileEdit[] {
  const columns = columnsOf(block);
  return block.flatMap((head) => {
    const { entry, gaps } = head;
    return blanksOf(head, columns).flatMap((newText, index): FileEdit[] => {
      const at = gaps[index];
      if (at === undefined || entry.text.slice(at.start, at.end) === newText) return [];
      return [{ path: entry.path, range: source.rangeOf(entry, at), newText }];
    });
  });
}

interface Columns {
  /** Where what follows the owner begins. */
  readonly middle: number;
  /** TTL and class in their order here; one cell for both where records differ in the order. */
  readonly cells: readonly { readonly holds: readonly Middle["kind"][]; readonly width: number }[];
  readonly type: number;
}

function columnsOf(block: readonly Head[]): Columns {
  const owners = block.map(({ owner }) => owner.length).filter((it) => it <= WIDEST_OWNER);
  const widest = Math.max(0, ...owners);
  // Records that all inherit their owner stay as far from the margin as the nearest of them is.
  const middle =
    widest > 0 ? widest + 1 : block.some((it) => it.owner !== "") ? 1 : Math.min(...block.map((it) => it.indent));
  const cells = orderOf(block).flatMap((holds) => {
    const width = Math.max(0, ...block.map((it) => textFor(it, holds).length));
    return width === 0 ? [] : [{ holds, width }];
  });
  return { middle, cells, type: Math.max(0, ...block.map((it) => it.type.length)) };
}

function orderOf(block: readonly Head[]): readonly (readonly Middle["kind"][])[] {
  const both = block.filter(({ middle }) => middle.length === 2);
  const ttlFirst = both.filter(({ middle }) => middle[0]?.kind === "ttl").length;
  if (ttlFirst > 0 && ttlFirst < both.length) return [["ttl", "class"]];
  return both.length > 0 && ttlFirst === 0 ? [["class"], ["ttl"]] : [["ttl"], ["class"]];
}

function textFor({ middle }: Head, holds: readonly Middle["kind"][]): string {
  const parts = middle.filter((it) => holds.includes(it.kind));
  return parts.map((it) => it.text).join(" ");
}

/** What to write into each gap of a head. */
function blanksOf(head: Head, { middle, cells, type }: Columns): readonly string[] {
  const blanks: string[] = [];
  let column = head.owner.length;
  const put = (text: string, wanted: number) => {
    const width = Math.max(1, wanted - column);
    blanks.push(" ".repeat(width));
    column += width + text.length;
  };
  let cell = middle;
  for (const { holds, width } of cells) {
    const parts = head.middle.filter((it) => holds.includes(it.kind));
    for (const [index, { text }] of parts.entries()) put(text, index === 0 ? cell : column + 1);
    cell += width + 1;
  }
  put(head.type, cell);
  put("", cell + type + 1);
  return blanks;
}
