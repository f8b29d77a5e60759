import { type Span, span } from "../../text/span.ts";
import type { Flow, FlowPart } from "./flow.ts";
import { afterBreak, isGap, lineEndOf, lineStartOf, skipBlanks } from "./lines.ts";
import { type Entry, type OutlineDocument, opensBlock, readOutline } from "./outline.ts";

export type Path = readonly (string | number)[];

/** What may be typed at a place, and where it goes. Needs no correct YAML. */
export interface CursorContext {
  /** `item`: a list item that begins with a dash. `none`: a comment, text of a block scalar, a document marker. */
  readonly kind: "key" | "value" | "item" | "none";
  /** Of the mapping that gets the key, of the value, or of the list that gets the item; list items count from 0. */
  readonly path: Path;
  /** With `key`: nothing else is written there, so a plain value fits as well (`smtp: ` and an address below it). */
  readonly orValue: boolean;
  /** Keys of the mapping without the one at the cursor; beside a value the keys of the mapping it is in; in a list its items. */
  readonly siblings: readonly string[];
  /** What is typed already; empty at the cursor where nothing is. */
  readonly replace: Span;
  /** To be written before the text: a blank behind a colon or dash that lacks one. */
  readonly before: string;
  /** Indentation of a further line of the same mapping or list. */
  readonly indent: string;
  readonly isFlow: boolean;
  readonly document: number;
}

/** @param offset of the cursor, from 0 to the length of the text. O(length) */
export function contextAt(text: string, offset: number): CursorContext {
  const documents = readOutline(text);
  const index = Math.max(
    0,
    documents.findLastIndex((it) => it.start <= offset),
  );
  const document = documents[index] ?? { start: 0, end: text.length, entries: [] };
  return { ...new Locator(text, offset, document).locate(), document: index };
}

type Place = Omit<CursorContext, "document">;

class Locator {
  readonly #text: string;
  readonly #offset: number;
  readonly #root: readonly Entry[];
  readonly #all: Entry[] = [];
  readonly #lineStart: number;

  constructor(text: string, offset: number, document: OutlineDocument) {
    [this.#text, this.#offset, this.#root] = [text, offset, document.entries];
    this.#lineStart = lineStartOf(text, offset);
    const collect = (entries: readonly Entry[]): void => {
      for (const entry of entries) {
        this.#all.push(entry);
        collect(entry.children);
      }
    };
    collect(document.entries);
  }

  locate(): Place {
    const [text, offset] = [this.#text, this.#offset];
    const line = text.slice(this.#lineStart, lineEndOf(text, offset));
    const isMarker = offset > this.#lineStart && /^(?:%|---(?:\s|$)|\.\.\.(?:\s|$))/.test(line);
    if (isMarker || this.#isInComment()) return this.#none();
    const first = skipBlanks(text, this.#lineStart);
    const isBlankLine = first >= lineEndOf(text, offset);
    const entry = this.#all.findLast((it) => it.start <= offset);
    if (entry && isBlockScalar(text, entry) && offset >= afterBreak(text, lineEndOf(text, entry.inline.start))) {
      const column = isBlankLine ? offset - this.#lineStart : Number.POSITIVE_INFINITY;
      if (offset < entry.inline.end && column > entry.column) return this.#none();
      if (offset === text.length && !/[\r\n]/.test(text[offset - 1] ?? "") && column > entry.column)
        return this.#none();
    }
    const flow = entry?.flow;
    if (
      entry &&
      flow &&
      "{[".includes(flow.bracket) &&
      offset > flow.open &&
      (flow.isClosed ? offset < flow.end : offset <= lineEndOf(text, entry.inline.end))
    )
      return this.#inFlow(flow, entry.kind === "text" ? this.#path(entry.parent) : this.#path(entry));
    if (isBlankLine && !(entry?.flow && !entry.flow.isClosed && offset <= entry.inline.end)) return this.#onBlankLine();
    const here = this.#all.find((it) => it.lineStart === this.#lineStart);
    if (here && offset <= here.start)
      return here.kind === "item" ? this.#item(here.parent) : this.#key(here.parent, here);
    return entry ? this.#onEntry(entry) : this.#onBlankLine();
  }

  #onEntry(entry: Entry): Place {
    const [text, offset] = [this.#text, this.#offset];
    if (entry.kind === "item") {
      const place = this.#key(entry, undefined);
      return { ...place, before: offset === entry.start + 1 ? " " : "" };
    }
    if (entry.kind === "key") {
      const colon = skipBlanks(text, entry.key.end);
      if (offset <= colon) return this.#key(entry.parent, entry);
      return this.#value(entry, keyOf(text, entry.key), entry.inline, offset === colon + 1);
    }
    const glued = /^[\w.-]+:(?=[^\s/])/.exec(text.slice(entry.inline.start, entry.inline.end))?.[0].length ?? 0;
    const colon = entry.inline.start + glued - 1;
    if (glued === 0 || offset <= colon) return this.#key(entry.parent, entry);
    return this.#value(entry, text.slice(entry.start, colon), span(colon + 1, entry.inline.end), true);
  }

  #value(entry: Entry, key: string, written: Span, lacksBlank: boolean): Place {
    const { parent } = entry;
    const isOpenQuote = entry.flow?.isClosed === false && entry.flow.parts.length === 0;
    const replace = this.#touched(isOpenQuote ? span(written.start, Math.max(written.end, this.#offset)) : written);
    const siblings = this.#keysOf(parent, entry);
    const before = lacksBlank && isGap(this.#text, replace.end) ? " " : "";
    return {
      kind: "value",
      path: [...this.#path(parent), key],
      orValue: false,
      siblings,
      replace,
      before,
      indent: this.#indentIn(parent),
      isFlow: false,
    };
  }

  #key(parent: Entry | undefined, at: Entry | undefined): Place {
    const all = parent?.children ?? this.#root;
    const replace = this.#touched(at?.kind === "key" ? at.key : at?.inline);
    const orValue = all.every((it) => it === at && it.kind === "text");
    return {
      kind: "key",
      path: this.#path(parent),
      orValue,
      siblings: this.#keysOf(parent, at),
      replace,
      before: "",
      indent: this.#indentIn(parent),
      isFlow: false,
    };
  }

  #item(list: Entry | undefined): Place {
    const here = span(this.#offset, this.#offset);
    return {
      kind: "item",
      path: this.#path(list),
      orValue: false,
      siblings: this.#keysOf(list, undefined),
      replace: here,
      before: "",
      indent: this.#indentIn(list),
      isFlow: false,
    };
  }

  /** The column of the cursor says what a new line belongs to. */
  #onBlankLine(): Place {
    const column = this.#text.slice(this.#lineStart, this.#offset).replaceAll("\t", "  ").length;
    let parent = this.#all.findLast((it) => it.lineStart < this.#lineStart);
    while (parent && (parent.column >= column || !opensBlock(this.#text, parent))) parent = parent.parent;
    const [child] = parent?.children ?? this.#root;
    return child?.kind === "item" ? this.#item(parent) : this.#key(parent, undefined);
  }

  #inFlow({ bracket, parts }: Flow, path: Path): Place {
    const offset = this.#offset;
    const index = Math.max(
      0,
      parts.findLastIndex((it) => it.start <= offset),
    );
    const part: FlowPart = parts[index] ?? { start: offset, end: offset };
    const { key, colon, value, inner } = part;
    const isInner = inner && offset > inner.open && (offset < inner.end || !inner.isClosed);
    const name = key ? keyOf(this.#text, key) : "";
    const written = (it: FlowPart) => it.key ?? it.value;
    const siblings = parts.flatMap((it) => (it === part ? [] : (written(it) ?? []))).map((it) => keyOf(this.#text, it));
    const rest = { orValue: false, siblings, before: "", indent: "", isFlow: true };
    const below = bracket === "[" ? [...path, index, ...(key ? [name] : [])] : [...path, name];
    if (isInner && inner.parts.length > 0) return this.#inFlow(inner, below);
    if (colon !== undefined && offset > colon) {
      const before = offset === colon + 1 ? " " : "";
      return { ...rest, kind: "value", path: below, replace: this.#touched(value), before };
    }
    if (bracket === "[")
      return { ...rest, kind: "value", path: [...path, index], replace: this.#touched(written(part)) };
    return { ...rest, kind: "key", path, replace: this.#touched(written(part)) };
  }

  /** A `#` before the cursor in its line that no value holds. */
  #isInComment(): boolean {
    const [text, offset] = [this.#text, this.#offset];
    for (let at = text.indexOf("#", this.#lineStart); at >= 0 && at < offset; at = text.indexOf("#", at + 1)) {
      const isInside = this.#all.some(
        ({ inline, flow }) => inline.start <= at && at < inline.end && (!flow || isQuotedAt(flow, at)),
      );
      if (isGap(text, at - 1) && !isInside) return true;
    }
    return false;
  }

  #none(): Place {
    const here = span(this.#offset, this.#offset);
    return {
      kind: "none",
      path: [],
      orValue: false,
      siblings: [],
      replace: here,
      before: "",
      indent: "",
      isFlow: false,
    };
  }

  #touched(written: Span | undefined): Span {
    const isTouched = written && written.start <= this.#offset && this.#offset <= written.end;
    return isTouched ? written : span(this.#offset, this.#offset);
  }

  #keysOf(parent: Entry | undefined, without: Entry | undefined): string[] {
    const others = (parent?.children ?? this.#root).filter((it) => it !== without);
    return others.map((it) => keyOf(this.#text, it.kind === "key" ? it.key : it.inline));
  }

  #path(entry: Entry | undefined): Path {
    if (!entry) return [];
    const siblings = entry.parent?.children ?? this.#root;
    if (entry.kind === "text") return this.#path(entry.parent);
    const step =
      entry.kind === "key" ? keyOf(this.#text, entry.key) : siblings.filter((it) => it.kind === "item").indexOf(entry);
    return [...this.#path(entry.parent), step];
  }

  #indentIn(parent: Entry | undefined): string {
    const [child] = parent?.children ?? this.#root;
    const nested = this.#all.find((it) => it.kind === "key" && it.parent?.kind === "key");
    const unit = nested?.parent ? nested.column - nested.parent.column : 2;
    const below = parent ? parent.column + (parent.kind === "item" ? 2 : unit) : 0;
    return " ".repeat(child ? child.column : below);
  }
}

function keyOf(text: string, at: Span): string {
  const written = text.slice(at.start, at.end);
  return /^(["']).*\1$/s.test(written) && written.length > 1 ? written.slice(1, -1) : written;
}

function isBlockScalar(text: string, { inline }: Entry): boolean {
  return /^(?:[&!]\S*[ \t]+){0,2}[|>]/.test(text.slice(inline.start, inline.start + 200));
}

function isQuotedAt(flow: Flow, at: number): boolean {
  if (flow.parts.length === 0) return true;
  return flow.parts.some(
    ({ inner }) => inner !== undefined && inner.open < at && at < inner.end && isQuotedAt(inner, at),
  );
}
