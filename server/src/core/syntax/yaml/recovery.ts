import { type Span, span } from "../../text/span.ts";
import { type Read, readPiece, readSource } from "./events.ts";
import type { Flow, FlowPart } from "./flow.ts";
import { lineEndOf, lineStartOf, skipBlanks } from "./lines.ts";
import {
  issue,
  type Pair,
  type ScalarNode,
  type YamlDocument,
  type YamlFault,
  type YamlIssue,
  type YamlNode,
} from "./nodes.ts";
import { type Entry, opensBlock, readOutline } from "./outline.ts";

export type Failed = Extract<Read, { reason: string }>;

/** What js-yaml says, as one of ours; the first that fits. */
const REASONS: readonly (readonly [RegExp, YamlFault])[] = [
  [/tab characters/, "tab"],
  [/escape sequence|hexadecimal/, "escape"],
  [/missed comma/, "missingComma"],
  [/maxDepth/, "tooDeep"],
  [/multiline key|expected ':'/, "missingColon"],
];

/** Reads what js-yaml rejects, along the outline: siblings in runs, a failing one by its parts, a failing line by repair. */
export class Recovery {
  readonly #text: string;
  readonly #issues: YamlIssue[];
  /** Entries that have their issue already. */
  readonly #repaired = new Set<Entry>();
  #anchors: YamlNode[] = [];

  constructor(text: string, issues: YamlIssue[]) {
    [this.#text, this.#issues] = [text, issues];
  }

  /** @param failed what js-yaml said of the whole text; reported if no part turns out to be at fault */
  readDocuments(failed: Failed): YamlDocument[] {
    const outline = readOutline(this.#text);
    const documents = outline.flatMap(({ start, end, entries }): readonly YamlDocument[] => {
      const read = outline.length > 1 ? readPiece(this.#text, start, end, 0) : failed;
      if (read.documents) return read.documents;
      this.#anchors = [];
      const before = this.#issues.length;
      const root = entries.length > 0 ? this.#readParts(entries, read) : scalar(this.#text, span(end, end));
      if (this.#issues.length === before) this.#reportFailed(read, span(start, end));
      return [{ root, span: span(start, end), anchors: this.#anchors }];
    });
    if (this.#issues.length === 0) this.#reportFailed(failed, span(0, this.#text.length));
    return documents;
  }

  /**
   * Siblings that js-yaml cannot read together: the run of them before the place it names, then the one there, then twice
   * as many. A run that fails is cut there, then halved: the work stays a small multiple of one reading.
   */
  #readParts(entries: readonly Entry[], failed: Failed): YamlNode {
    const parts: [readonly Entry[], YamlNode][] = [];
    let size = runBefore(entries, failed.at);
    let failures = 1;
    for (let at = 0; at < entries.length; ) {
      const run = entries.slice(at, at + size);
      const [only] = run;
      if (only && run.length === 1 && only.children.length > 0 && only.start <= failed.at && failed.at < only.end) {
        parts.push([run, this.#repair(only, { ...failed, reason: "" })]); // known to be at fault, or to stand wrongly: not read as a whole again
      } else {
        const read = this.#readRun(run);
        // Two lines that are one plain value to js-yaml (`-b`, then `- c`) are no run.
        const isGlued = read.documents?.[0]?.root.kind === "scalar" && run.some((it) => it.kind !== "text");
        if (run.length > 1 && (isGlued || !read.documents)) {
          size = read.documents || failures++ > 0 ? run.length >> 1 : Math.min(run.length - 1, runBefore(run, read.at));
          continue;
        }
        if (read.documents) parts.push([run, this.#accept(read.documents)]);
        else if (only) parts.push([run, this.#repair(only, read)]);
      }
      at += run.length;
      size *= 2;
      failures = 0;
    }
    return this.#join(entries, parts);
  }

  #readRun(run: readonly Entry[]): Read {
    const [first, last] = [run[0], run.at(-1)];
    return first && last ? readPiece(this.#text, first.start, last.end, first.column) : { documents: [] };
  }

  #accept(documents: readonly YamlDocument[]): YamlNode {
    for (const { anchors } of documents) this.#anchors.push(...anchors);
    return documents[0]?.root ?? scalar(this.#text, span(0, 0));
  }

  /** One collection of all parts; a part of another kind stays in it as a broken member. */
  #join(entries: readonly Entry[], parts: readonly [readonly Entry[], YamlNode][]): YamlNode {
    const pairs: Pair[] = [];
    const items: YamlNode[] = [];
    const [first] = entries;
    const kind = entries.find((it) => it.kind !== "text")?.kind ?? "text";
    for (const [run, node] of parts) {
      for (const entry of run) if (!this.#repaired.has(entry)) this.#checkPlace(entry, first ?? entry, kind);
      if (kind === "item") items.push(...(node.kind === "sequence" && run[0]?.kind === "item" ? node.items : [node]));
      else if (node.kind === "mapping" && run[0]?.kind !== "item") pairs.push(...node.pairs);
      else pairs.push(...run.flatMap((entry) => this.#brokenPair(entry) ?? []));
    }
    const whole = spanOf(entries);
    if (kind === "item") return { kind: "sequence", isFlow: false, items, span: whole };
    if (kind === "key") return { kind: "mapping", isFlow: false, pairs, span: whole };
    return parts[0]?.[1] ?? scalar(this.#text, whole);
  }

  #checkPlace(entry: Entry, first: Entry, kind: Entry["kind"]): void {
    const blanks = span(entry.lineStart, skipBlanks(this.#text, entry.lineStart));
    const isFirstOnLine = blanks.end === entry.start;
    const word = entry.kind === "text" ? entry.inline : entry.key;
    const written = this.#text.slice(word.start, word.end);
    if (entry.hasTab && isFirstOnLine) this.#report("tab", blanks, "");
    else if (entry.kind === "text" && kind === "key")
      this.#report(this.#gluedColon(entry) ? "missingBlank" : "missingColon", word, written);
    else if (entry.kind !== "item" && kind === "item") this.#report("missingDash", word, written);
    else if (entry.kind === "item" && kind === "key") this.#report("unexpectedDash", word, written);
    else if (entry.column !== first.column) this.#report("indentation", blanks.end > blanks.start ? blanks : word, "");
  }

  /** The colon of `port:465`. */
  #gluedColon({ inline }: Entry): number | undefined {
    const match = /^[\w.-]+:(?=[^\s/])/.exec(this.#text.slice(inline.start, inline.end));
    return match ? inline.start + match[0].length - 1 : undefined;
  }

  /** A half-typed line among keys, as the pair that it will be. */
  #brokenPair(entry: Entry): Pair | undefined {
    const { start, end } = entry.inline;
    if (entry.kind !== "text" || !/^[\w<"'$]/.test(this.#text.slice(start, end))) return undefined;
    const colon = this.#gluedColon(entry) ?? end;
    const value = scalar(this.#text, span(Math.min(end, colon + 1), end));
    return { key: scalar(this.#text, span(start, colon)), value, isBroken: true };
  }

  /** An entry that fails alone: its head and what is below it are read apart. A failure without reason is not reported. */
  #repair(entry: Entry, failed: Failed): YamlNode {
    const [child] = entry.children;
    if (!child || !opensBlock(this.#text, entry)) return this.#repairLine(entry, failed);
    const before = this.#issues.length;
    const headEnd = child.lineStart > entry.lineStart ? child.lineStart : child.start;
    const head = readPiece(this.#text, entry.start, headEnd, entry.column);
    const root = head.documents && this.#accept(head.documents);
    if (!head.documents) this.#reportFailed(head, entry.key);
    const below = this.#readParts(entry.children, failed);
    const place = span(entry.start, below.span.end);
    if (this.#issues.length === before && failed.reason !== "") this.#reportFailed(failed, place);
    if (entry.kind === "item") {
      const item = root?.kind === "sequence" ? root.items[0] : undefined;
      return { kind: "sequence", isFlow: false, items: [this.#withProperties(below, item)], span: place };
    }
    const pair = root?.kind === "mapping" ? root.pairs[0] : undefined;
    const key = pair?.key ?? scalar(this.#text, entry.key);
    return {
      kind: "mapping",
      isFlow: false,
      pairs: [{ key, value: this.#withProperties(below, pair?.value) }],
      span: place,
    };
  }

  #withProperties(node: YamlNode, head: YamlNode | undefined): YamlNode {
    if (!head?.anchor && !head?.tag) return node;
    const whole = { ...node, anchor: head.anchor, tag: head.tag };
    this.#anchors = this.#anchors.map((it) => (it === head ? whole : it));
    return whole;
  }

  /** A line (or what is inside one pair of brackets or quotes) that fails: mended if we know how, else its text is kept. */
  #repairLine(entry: Entry, failed: Failed): YamlNode {
    this.#repaired.add(entry);
    const mended = this.#mendFlow(entry);
    if (mended?.documents) return this.#accept(mended.documents);
    const { inline, kind } = entry;
    const written = this.#text.slice(inline.start, inline.end);
    if (!mended) {
      if (kind === "key" && !entry.flow && /:(?:\s|$)/.test(written)) this.#report("colonInValue", inline, written);
      else if (/^[@`%,]/.test(written)) this.#report("reserved", inline, written);
      else if (/^[\]}]/.test(written)) this.#report("strayBracket", inline, written);
      else this.#reportFailed(failed, inline.end > inline.start ? inline : entry.key);
    }
    const value = entry.flow && entry.flow.parts.length > 0 ? this.#readFlow(entry.flow) : scalar(this.#text, inline);
    if (kind === "item")
      return { kind: "sequence", isFlow: false, items: [value], span: span(entry.start, inline.end) };
    if (kind === "text") return value;
    const pair = { key: scalar(this.#text, entry.key), value, isBroken: true };
    return { kind: "mapping", isFlow: false, pairs: [pair], span: span(entry.start, inline.end) };
  }

  /** Tries a value in brackets or quotes again with what it lacks at its end. @returns undefined if it lacks nothing */
  #mendFlow({ start, column, inline, flow }: Entry): Read | undefined {
    if (!flow) return undefined;
    const text = this.#text;
    const innermost = flow.unclosed.at(-1);
    if (innermost !== undefined) {
      const opener = text[innermost] ?? "";
      const isQuote = opener === '"' || opener === "'";
      const quoteEnd = Math.min(lineEndOf(text, innermost), inline.end);
      if (isQuote) this.#report("unclosedQuote", span(innermost, quoteEnd), opener);
      else this.#report("unclosedBracket", span(innermost, innermost + 1), opener);
      const closers = flow.unclosed.map((it) => ({ "{": "}", "[": "]" })[text[it] ?? ""] ?? text[it] ?? "").reverse();
      const source = text.slice(start, inline.end) + closers.join("");
      return readSource(" ".repeat(column) + source, start - column, inline.end);
    }
    const inside = text.slice(start, inline.end);
    const low = [...inside.matchAll(/[\r\n] *(?=[}\]])/g)].find((it) => it[0].length - 1 <= column);
    if (!low) return undefined;
    const bracket = start + low.index + low[0].length;
    this.#report("bracketIndent", span(bracket, bracket + 1), text[bracket] ?? "");
    const joined = inside.replace(/[\r\n]+ *(?=[}\]])/g, (it) => " ".repeat(it.length));
    return readSource(" ".repeat(column) + joined, start - column);
  }

  /** A flow collection as our own reader saw it: one broken member does not cost the others. */
  #readFlow({ bracket, open, end, parts }: Flow): YamlNode {
    const read = (at: Span): YamlNode =>
      readPiece(this.#text, at.start, at.end, 1).documents?.[0]?.root ?? scalar(this.#text, at);
    const written = parts.filter((it) => it.key ?? it.value);
    const valueIn = ({ value, inner, end }: FlowPart) =>
      inner && inner.parts.length > 0 ? this.#readFlow(inner) : read(value ?? span(end, end));
    const common = { isFlow: true, isBroken: true, span: span(open, end) };
    if (bracket === "[") return { ...common, kind: "sequence", items: written.map(valueIn) };
    const pairs = written.map((it) => {
      if (it.key) return { key: read(it.key), value: valueIn(it), isBroken: true };
      return { key: valueIn(it), value: scalar(this.#text, span(it.end, it.end)), isBroken: true };
    });
    return { ...common, kind: "mapping", pairs };
  }

  #reportFailed({ at, reason }: Failed, within: Span): void {
    const text = this.#text;
    const ours = REASONS.find(([pattern]) => pattern.test(reason))?.[1] ?? "unreadable";
    let start = Math.min(Math.max(at, within.start), within.end);
    if (ours === "escape") start = text.lastIndexOf("\\", start);
    if (ours === "missingComma") while (start > within.start && /[^\s,{}[\]]/.test(text[start - 1] ?? "")) start--;
    const end = Math.min(lineEndOf(text, start), within.end);
    const place =
      end > start
        ? span(start, end)
        : span(Math.max(within.start, lineStartOf(text, start)), Math.max(end, within.start));
    if (ours === "unreadable") this.#report(ours, place, reason);
    else if (ours === "escape")
      this.#report(ours, span(start, Math.min(start + 2, text.length)), text.slice(start, start + 2));
    else this.#report(ours, place, text.slice(place.start, place.end));
  }

  #report(reason: YamlFault, at: Span, detail: string): void {
    this.#issues.push(issue(reason, at, detail));
  }
}

function scalar(text: string, at: Span): ScalarNode {
  const value = text.slice(at.start, at.end);
  return { kind: "scalar", value, style: "plain", span: at, content: at, indent: -1, isBroken: true };
}

/** How many entries end before the place that js-yaml names; at least one. */
function runBefore(entries: readonly Entry[], at: number): number {
  const index = entries.findIndex((it) => it.end > at);
  return Math.max(1, index < 0 ? entries.length - 1 : index);
}

/** From the first entry to the end of the last one's line. */
function spanOf(entries: readonly Entry[]): Span {
  const [first, last] = [entries[0], entries.at(-1)];
  return first && last
    ? span(first.start, Math.max(last.key.end, last.inline.end, last.children.length > 0 ? last.end : 0))
    : span(0, 0);
}
