import { type Span, span } from "../../text/span.ts";
import { afterBreak, isGap, lineEndOf } from "./lines.ts";

/** One place between two commas of a flow collection. */
export interface FlowPart {
  readonly start: number;
  readonly end: number;
  /** In a list whose part has no colon: absent. */
  readonly key?: Span;
  readonly colon?: number;
  /** Absent where nothing is written. */
  readonly value?: Span;
  readonly inner?: Flow;
}

/** A flow collection or quoted scalar, read as far as it makes sense: brackets and commas count, nothing is rejected. */
export interface Flow {
  readonly open: number;
  readonly bracket: string;
  /** Behind the closing bracket or quote, or where reading stopped. */
  readonly end: number;
  isClosed: boolean;
  readonly parts: FlowPart[];
  /** Brackets and quotes that are never closed, outermost first. */
  readonly unclosed: number[];
}

const CLOSER: Record<string, string> = { "{": "}", "[": "]" };
const MAX_DEPTH = 100;

/**
 * Reads the flow collection or quoted scalar at `open`. It ends at the latest before a line that is indented no deeper
 * than `column`, the column of its key: without this a forgotten bracket would swallow the file.
 */
export function readFlow(text: string, open: number, column: number, depth = 0): Flow {
  const bracket = text[open] ?? "";
  const flow: Flow = { open, bracket, end: open + 1, isClosed: false, parts: [], unclosed: [] };
  if (bracket === '"' || bracket === "'") return readQuoted(text, flow, column);
  return new FlowReader(text, flow, column, depth).read();
}

class FlowReader {
  readonly #text: string;
  readonly #flow: Flow;
  readonly #column: number;
  readonly #depth: number;
  #at: number;
  #part: FlowPart;
  /** What is written since the last comma or colon; `#start` is -1 where nothing is. */
  #start = -1;
  #end = -1;

  constructor(text: string, flow: Flow, column: number, depth: number) {
    [this.#text, this.#flow, this.#column, this.#depth] = [text, flow, column, depth];
    this.#at = flow.open + 1;
    this.#part = { start: this.#at, end: this.#at };
  }

  read(): Flow {
    while (this.#at < this.#text.length && this.#step());
    this.#finish(this.#at);
    const { open, isClosed, unclosed } = this.#flow;
    return { ...this.#flow, end: this.#at, unclosed: isClosed ? unclosed : [open, ...unclosed] };
  }

  /** @returns false where the collection ends */
  #step(): boolean {
    const [text, at] = [this.#text, this.#at];
    const c = text[at] ?? "";
    if (c === "\n" || c === "\r") {
      this.#at = afterBreak(text, at);
      return !isDedent(text, this.#at, this.#column);
    }
    if (c === "}" || c === "]") {
      this.#flow.isClosed = c === CLOSER[this.#flow.bracket];
      if (this.#flow.isClosed) this.#at++;
      return false;
    }
    if (((c === "{" || c === "[") && this.#depth < MAX_DEPTH) || ((c === '"' || c === "'") && this.#start < 0)) {
      return this.#readInner();
    }
    this.#at++;
    if (c === "#" && isGap(text, at - 1)) this.#at = lineEndOf(text, at);
    else if (c === ",") {
      this.#finish(at);
      this.#part = { start: at + 1, end: at + 1 };
    } else if (c === ":" && this.#isColon(at)) this.#takeKey(at);
    else if (c !== " " && c !== "\t") {
      if (this.#start < 0) this.#start = at;
      while (isWordUnit(text.charCodeAt(this.#at))) this.#at++;
      this.#end = this.#at;
    }
    return true;
  }

  #readInner(): boolean {
    const inner = readFlow(this.#text, this.#at, this.#column, this.#depth + 1);
    if (this.#start < 0) [this.#start, this.#part] = [this.#at, { ...this.#part, inner }];
    this.#at = this.#end = inner.end;
    this.#flow.unclosed.push(...inner.unclosed);
    return inner.unclosed.length === 0 || "}]".includes(this.#text[this.#at] ?? " ");
  }

  /** A colon counts before a gap or an indicator, and directly behind a quoted key. */
  #isColon(at: number): boolean {
    if (isGap(this.#text, at + 1) || ",[]{}".includes(this.#text[at + 1] ?? "")) return true;
    return this.#part.colon === undefined && this.#start >= 0 && /["'\]}]/.test(this.#text[this.#end - 1] ?? "");
  }

  #takeKey(colon: number): void {
    if (this.#part.colon !== undefined) this.#split(this.#part.colon);
    const key = this.#start >= 0 ? { key: span(this.#start, this.#end) } : {};
    this.#part = { start: this.#part.start, end: colon, colon, ...key };
    this.#start = -1;
  }

  /** A second colon in one part: a comma is missing, and the last word before it is the next key. */
  #split(firstColon: number): void {
    const end = this.#end;
    let word = this.#start < 0 ? this.#at - 1 : end;
    while (word > Math.max(this.#start, firstColon + 1) && !isGap(this.#text, word - 1)) word--;
    this.#end = word;
    while (this.#end > this.#start && isGap(this.#text, this.#end - 1)) this.#end--;
    if (this.#end <= this.#start) this.#start = -1;
    this.#finish(word);
    this.#part = { start: word, end: word };
    if (word < end) [this.#start, this.#end] = [word, end];
  }

  #finish(end: number): void {
    const { colon, key } = this.#part;
    const value = this.#start >= 0 ? { value: span(this.#start, this.#end) } : {};
    const place = colon !== undefined && !key ? { key: span(colon, colon) } : {};
    this.#flow.parts.push({ ...this.#part, ...place, ...value, end });
    this.#start = -1;
  }
}

/** Letters, digits and `-./`: no step has to be made for each. */
function isWordUnit(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 45 && unit <= 57) || (unit >= 65 && unit <= 90);
}

function readQuoted(text: string, flow: Flow, column: number): Flow {
  let at = flow.open + 1;
  while (at < text.length) {
    const c = text[at];
    if (c === flow.bracket && !(c === "'" && text[at + 1] === "'")) return { ...flow, end: at + 1, isClosed: true };
    if (c === "\n" || c === "\r") {
      const next = afterBreak(text, at);
      if (isDedent(text, next, column)) break;
      at = next;
      continue;
    }
    const isEscape = c === "\\" && flow.bracket === '"' && !/[\r\n]/.test(text[at + 1] ?? "");
    at += isEscape || (c === "'" && flow.bracket === "'") ? 2 : 1;
  }
  return { ...flow, end: Math.min(at, text.length), unclosed: [flow.open] };
}

/** Whether the line at `at` belongs to an entry further out; a blank line or a lone closing bracket does not. */
function isDedent(text: string, at: number, column: number): boolean {
  let next = at;
  while (text[next] === " ") next++;
  if (next >= text.length) return true;
  return next - at <= column && !"}]\r\n\t".includes(text[next] ?? "");
}
