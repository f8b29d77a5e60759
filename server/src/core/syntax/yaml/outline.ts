import { type Span, span } from "../../text/span.ts";
import { type Flow, readFlow } from "./flow.ts";
import { afterBreak, isGap, lineEndOf, skipBlanks } from "./lines.ts";

/**
 * One key, list item or other line as indentation alone shows it. Reading it needs no correct YAML; it serves recovery
 * and completion, and never decides what a correct file means.
 */
export interface Entry {
  readonly kind: "key" | "item" | "text";
  readonly parent: Entry | undefined;
  readonly start: number;
  /** The column of `start`, or what it seems to be where tabs stand before it. */
  readonly column: number;
  readonly lineStart: number;
  /** Whether a tab stands in the indentation of its line. */
  readonly hasTab: boolean;
  /** The key with its quotes and without properties; the dash of an item; empty for text. */
  readonly key: Span;
  /** What stands on behind colon or dash, comments excluded, further lines included. Not what is in `children`. */
  inline: Span;
  /** The bracket or quote with which `inline` begins. */
  flow?: Flow;
  readonly children: Entry[];
  /** Where the next entry that is not below this one begins, or the end of the document. */
  end: number;
}

export interface OutlineDocument {
  readonly start: number;
  end: number;
  readonly entries: Entry[];
}

const MAX_DEPTH = 90;

/** O(length). Lines inside block scalars, brackets and quotes make no entries; nor do comments and blank lines. */
export function readOutline(text: string): OutlineDocument[] {
  let document: OutlineDocument = { start: 0, end: text.length, entries: [] };
  const documents = [document];
  const stack: Entry[] = [];
  const close = (depth: number, at: number) => {
    for (const entry of stack.splice(depth)) entry.end = at;
  };
  for (let at = text[0] === "\uFEFF" ? 1 : 0, next = 0; at < text.length; at = next) {
    const lineEnd = lineEndOf(text, at);
    const start = skipBlanks(text, at);
    next = afterBreak(text, lineEnd);
    if (start === lineEnd || text[start] === "#") continue;
    if (start === at && (text.startsWith("---", at) || text.startsWith("...", at)) && isGap(text, at + 3)) {
      close(0, at);
      if (document.entries.length > 0 || documents.length > 1 || text[at] === ".") {
        document.end = text[at] === "." ? next : at;
        document = { start: document.end, end: text.length, entries: [] };
        documents.push(document);
      }
      continue;
    }
    if (start === at && text[at] === "%" && document.entries.length === 0) continue;
    next = readLine(text, { at, start, lineEnd }, stack, document.entries, close);
  }
  close(0, text.length);
  return documents;
}

interface Line {
  readonly at: number;
  readonly start: number;
  readonly lineEnd: number;
}

/** @returns where the next line to read begins */
function readLine(
  text: string,
  line: Line,
  stack: Entry[],
  root: Entry[],
  close: (depth: number, at: number) => void,
): number {
  const { at, lineEnd } = line;
  const blanks = text.slice(at, line.start);
  const hasTab = blanks.includes("\t");
  let column = hasTab ? tabbedColumn(text, blanks, stack) : blanks.length;
  let start = line.start;
  const isItem = (offset: number) => text[offset] === "-" && isGap(text, offset + 1);
  const key = findKey(text, start, lineEnd);
  let depth = stack.length;
  const top = () => stack[depth - 1];
  for (let it = top(); it && it.column >= column; it = top()) {
    if (isItem(start) && it.kind === "key" && it.column === column && opensBlock(text, it)) break;
    depth--;
  }
  if (!key && depth > 0 && depth === stack.length && !opensBlock(text, top())) {
    const it = stack[depth - 1]; // one more line of a plain value
    if (it) it.inline = span(it.inline.start, trimmedEnd(text, start, lineEnd));
    return afterBreak(text, lineEnd);
  }
  while (depth > 0 && !opensBlock(text, top())) depth--; // a key below a value: in truth its neighbour
  close(depth, at);
  const add = (kind: Entry["kind"], keySpan: Span, inlineStart: number): Entry => {
    const parent = stack.at(-1);
    const entry = {
      kind,
      parent,
      start,
      column,
      lineStart: at,
      hasTab,
      key: keySpan,
      inline: span(inlineStart, inlineStart),
      children: [],
      end: 0,
    };
    (parent?.children ?? root).push(entry);
    stack.push(entry);
    return entry;
  };
  while (isItem(start) && stack.length < MAX_DEPTH) {
    add("item", span(start, start + 1), start + 1);
    const next = skipBlanks(text, start + 1);
    if (next >= lineEnd || text[next] === "#") return afterBreak(text, lineEnd);
    column += next - start;
    start = next;
  }
  const found = findKey(text, start, lineEnd);
  const entry = found ? add("key", found.key, found.colon + 1) : add("text", span(start, start), start);
  return readInline(text, entry, lineEnd);
}

/** Nobody knows how wide a tab was meant: as deep as an open entry behind the same blanks, else as the line before asks. */
function tabbedColumn(text: string, blanks: string, stack: readonly Entry[]): number {
  const same = stack.find(
    (it) => it.hasTab && text.startsWith(blanks, it.lineStart) && it.lineStart + blanks.length === it.start,
  );
  const top = stack.at(-1);
  return same?.column ?? (top ? top.column + (opensBlock(text, top) ? 2 : 0) : 0);
}

/** Sets what stands inline; only there are several lines read at once. */
function readInline(text: string, entry: Entry, lineEnd: number): number {
  const start = skipBlanks(text, entry.inline.start);
  if (start >= lineEnd || text[start] === "#") return afterBreak(text, lineEnd);
  const first = skipProperties(text, start, lineEnd);
  const c = text[first] ?? "";
  const outer = entry.kind === "text" && entry.parent ? entry.parent.column : entry.column;
  if (c === "|" || c === ">") {
    let next = afterBreak(text, lineEnd);
    while (next < text.length) {
      const content = skipBlanks(text, next);
      const end = lineEndOf(text, content);
      if (content < end && content - next <= outer) break;
      next = afterBreak(text, end);
    }
    entry.inline = span(start, next);
    return next;
  }
  let end = lineEnd;
  let tail = start;
  if (c === '"' || c === "'" || c === "{" || c === "[") {
    const flow = readFlow(text, first, entry.column);
    entry.flow = flow;
    tail = flow.end;
    // An unclosed one stops at the start of a line: the line break before it is no part of the value.
    while (!flow.isClosed && tail > first && isGap(text, tail - 1)) tail--;
    end = lineEndOf(text, tail);
  }
  entry.inline = span(start, Math.max(tail, trimmedEnd(text, tail, end)));
  return afterBreak(text, end);
}

/** Whether lines below may belong to it: nothing but an anchor or a tag stands inline. */
export function opensBlock(text: string, entry: Entry | undefined): boolean {
  if (!entry || entry.kind === "text") return entry === undefined;
  return skipProperties(text, entry.inline.start, entry.inline.end) >= entry.inline.end;
}

/** The offset behind anchors and tags, and the blanks that follow them. */
function skipProperties(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === "&" || text[at] === "!")) {
    while (at < end && !isGap(text, at)) at++;
    at = Math.min(end, skipBlanks(text, at));
  }
  return at;
}

function findKey(text: string, start: number, lineEnd: number): { key: Span; colon: number } | undefined {
  const first = skipProperties(text, start, lineEnd);
  const quote = text[first];
  if (quote === '"' || quote === "'") {
    const quoted = readFlow(text.slice(0, lineEnd), first, -1);
    const colon = skipBlanks(text, quoted.end);
    return quoted.isClosed && text[colon] === ":" && isGap(text, colon + 1)
      ? { key: span(first, quoted.end), colon }
      : undefined;
  }
  if (first >= lineEnd || "{}[]#|>@`%,".includes(quote ?? "")) return undefined;
  for (let at = first; at < lineEnd; at++) {
    if (text[at] === "#" && isGap(text, at - 1)) return undefined;
    if (text[at] === ":" && isGap(text, at + 1)) return { key: span(first, trimmedEnd(text, first, at)), colon: at };
  }
  return undefined;
}

/** The end of `[start, end)` without a comment and the blanks before it. */
function trimmedEnd(text: string, start: number, end: number): number {
  let stop = start;
  for (let at = start; at < end; at++) {
    if (text[at] === "#" && isGap(text, at - 1)) break;
    if (text[at] !== " " && text[at] !== "\t") stop = at + 1;
  }
  return stop;
}
