import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";
import { type Span, span } from "../../text/span.ts";
import { afterBreak, isGap, lineEndOf, skipBlanks } from "./lines.ts";
import type { MappingNode, Pair, ScalarNode, YamlDocument, YamlNode } from "./nodes.ts";

const STYLES: Record<number, ScalarNode["style"]> = {
  [SCALAR_STYLE.PLAIN]: "plain",
  [SCALAR_STYLE.SINGLE_QUOTED]: "single",
  [SCALAR_STYLE.DOUBLE_QUOTED]: "double",
  [SCALAR_STYLE.LITERAL_BLOCK]: "literal",
  [SCALAR_STYLE.FOLDED_BLOCK]: "folded",
};

/** What js-yaml made of a piece of text: documents, or its first error. */
export type Read =
  | { readonly documents: readonly YamlDocument[] }
  | { readonly documents?: undefined; readonly at: number; readonly reason: string };

/** Reads `text.slice(start, end)` as if `column` blanks stood before it. All offsets are those of `text`. */
export function readPiece(text: string, start: number, end: number, column: number): Read {
  return readSource(" ".repeat(column) + text.slice(start, end), start - column);
}

/**
 * All of js-yaml is behind this function.
 *
 * @param shift what to add to an offset of `source` for one in the document
 * @param limit where the document's own text ends, if `source` was lengthened
 */
export function readSource(source: string, shift: number, limit = source.length + shift): Read {
  try {
    return { documents: new EventReader(source, parseEvents(source, { maxDepth: 100 }), shift, limit).readDocuments() };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { at: (error.mark?.position ?? 0) + shift, reason: error.reason };
  }
}

/** Turns the flat list of events into nodes. The events lack ends of collections and places of empty values. */
class EventReader {
  readonly #source: string;
  readonly #events: readonly Event[];
  readonly #shift: number;
  readonly #limit: number;
  #next = 0;
  /** Behind the last token read, in the source. */
  #at = 0;
  #anchors: YamlNode[] = [];

  constructor(source: string, events: readonly Event[], shift: number, limit: number) {
    [this.#source, this.#events, this.#shift, this.#limit] = [source, events, shift, limit];
  }

  readDocuments(): YamlDocument[] {
    const documents: YamlDocument[] = [];
    while (this.#next < this.#events.length) {
      const start = this.#at;
      this.#next++; // DOCUMENT
      this.#anchors = [];
      const root = this.#readNode(this.#documentStart());
      this.#next++; // POP
      documents.push({ root, span: this.#span(start, this.#at), anchors: this.#anchors });
    }
    return documents.map((it, index) => {
      const end = documents[index + 1]?.span.start ?? this.#source.length + this.#shift;
      return { ...it, span: span(it.span.start, end) };
    });
  }

  /** An empty document has no offset of its own: behind its `---`, or where the one before ended. */
  #documentStart(): number {
    let at = this.#skip(this.#at);
    while (this.#source[at] === "%" || this.#source.startsWith("...", at)) at = this.#skip(lineEndOf(this.#source, at));
    return this.#source.startsWith("---", at) ? at + 3 : this.#at;
  }

  /** @param empty where an empty value would be written */
  #readNode(empty: number): YamlNode {
    const event = this.#events[this.#next++];
    if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return this.#emptyScalar(empty);
    if (event.type === EVENT_ID.ALIAS) {
      this.#at = event.anchorEnd;
      const name = this.#source.slice(event.anchorStart, event.anchorEnd);
      return { kind: "alias", name, span: this.#span(event.anchorStart - 1, event.anchorEnd) };
    }
    if (event.anchorStart < 0 && event.tagStart < 0) return this.#readContent(event, empty);
    const common = this.#properties(event);
    // An anchor counts from where it stands, so that its own content can refer to it: the place is kept free.
    const place = common.anchor ? this.#anchors.push(this.#emptyScalar(empty)) - 1 : -1;
    this.#at = Math.max(this.#at, event.anchorEnd, event.tagEnd);
    const from = Math.max(empty, event.anchorEnd, event.tagEnd);
    const node = { ...this.#readContent(event, from), ...common };
    if (place >= 0) this.#anchors[place] = node;
    return node;
  }

  #readContent(event: Exclude<Event, { type: 1 | 5 | 6 }>, empty: number): YamlNode {
    if (event.type === EVENT_ID.SCALAR) {
      if (event.valueStart < 0) return this.#emptyScalar(empty);
      const style = STYLES[event.style] ?? "plain";
      const quote = style === "single" || style === "double" ? 1 : 0;
      const header = style === "literal" || style === "folded" ? this.#skip(empty) : event.valueStart - quote;
      this.#at = event.valueEnd + quote;
      const value = getScalarValue(this.#source, event);
      const content = this.#span(event.valueStart, event.valueEnd);
      const whole = style === "plain" ? content : this.#span(header, this.#at);
      return { kind: "scalar", value, style, span: whole, content, indent: event.indent };
    }
    const isFlow = event.style === 2 && "{[".includes(this.#source[event.start] ?? " ");
    // A pair in a flow sequence (`[? a]`) begins at its `?`, although js-yaml tells where its key would be.
    const start = !isFlow && this.#source[empty] === "?" ? empty : event.start;
    this.#at = isFlow ? start + 1 : start;
    if (event.type === EVENT_ID.MAPPING) return this.#readMapping(start, isFlow);
    const items: YamlNode[] = [];
    while (!this.#isPop()) {
      const at = this.#skip(this.#at, isFlow);
      items.push(this.#readNode(isFlow ? at : at + 1));
      if (!isFlow) this.#at = Math.max(this.#at, at + 1);
    }
    this.#leave(isFlow);
    return { kind: "sequence", isFlow, items, span: this.#span(event.start, this.#at) };
  }

  #readMapping(start: number, isFlow: boolean): MappingNode {
    const pairs: Pair[] = [];
    while (!this.#isPop()) {
      let at = this.#skip(this.#at, isFlow);
      if (this.#source[at] === "?" && this.#isEmptyOrBehind(at)) this.#at = ++at;
      const key = this.#readNode(at);
      this.#at = Math.max(this.#at, key.span.end - this.#shift);
      const colon = this.#skip(this.#at);
      if (this.#source[colon] === ":" && this.#isColon(colon, isFlow)) this.#at = colon + 1;
      pairs.push({ key, value: this.#readNode(this.#at) });
    }
    this.#leave(isFlow);
    return { kind: "mapping", isFlow, pairs, span: this.#span(start, this.#at) };
  }

  /** A key such as `::` may follow a key without value: its first sign is no colon. */
  #isColon(at: number, isFlow: boolean): boolean {
    if (!isFlow) return isGap(this.#source, at + 1);
    return (
      isGap(this.#source, at + 1) ||
      /[,[\]{}]/.test(this.#source[at + 1] ?? "") ||
      /["'\]}]/.test(this.#source[at - 1] ?? "")
    );
  }

  /** Whether the key of the next event does not begin at `at` itself: then the `?` there is an indicator. */
  #isEmptyOrBehind(at: number): boolean {
    const event = this.#events[this.#next];
    if (event?.type === EVENT_ID.SCALAR) return event.valueStart !== at;
    return event === undefined || !("start" in event) || event.start !== at;
  }

  #isPop(): boolean {
    const event = this.#events[this.#next];
    return event === undefined || event.type === EVENT_ID.POP;
  }

  #leave(isFlow: boolean): void {
    this.#next++;
    if (isFlow) this.#at = this.#skip(this.#at, true) + 1;
  }

  #properties(event: { anchorStart: number; anchorEnd: number; tagStart: number; tagEnd: number }) {
    const named = (from: number, start: number, end: number) =>
      start < 0 ? undefined : { name: this.#source.slice(start, end), span: this.#span(from, end) };
    const anchor = named(event.anchorStart - 1, event.anchorStart, event.anchorEnd);
    const tag = named(event.tagStart, event.tagStart, event.tagEnd);
    return { ...(anchor && { anchor }), ...(tag && { tag }) };
  }

  #emptyScalar(at: number): ScalarNode {
    const place = this.#span(at, at);
    return { kind: "scalar", value: "", style: "plain", span: place, content: place, indent: -1 };
  }

  /** The next offset that is no blank, line break or comment (nor comma). */
  #skip(from: number, overCommas = false): number {
    let at = from;
    for (;;) {
      at = skipBlanks(this.#source, at);
      const c = this.#source[at];
      if (c === "#") at = lineEndOf(this.#source, at);
      else if (c === "\n" || c === "\r") at = afterBreak(this.#source, at);
      else if ((c === "," && overCommas) || (c === "\uFEFF" && at === 0)) at++;
      else return at;
    }
  }

  #span(start: number, end: number): Span {
    return span(Math.min(start + this.#shift, this.#limit), Math.min(end + this.#shift, this.#limit));
  }
}
