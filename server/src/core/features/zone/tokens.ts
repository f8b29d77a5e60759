import { typeCodeOf } from "../../facts/recordTypes.ts";
import { type Span, span } from "../../text/span.ts";

/** A word, a quoted string or a comment; parentheses and blanks are none. */
export interface Token extends Span {
  readonly kind: "word" | "string" | "comment";
  /** As written, quotes included. */
  readonly text: string;
}

/**
 * One entry as somebody types it: whatever can be told apart so far. It knows less than the zone's own reader and asks
 * for less: hover and completion work in lines that are no record yet.
 */
export interface EntryTokens {
  readonly owner: Token | undefined;
  readonly ttl: Token | undefined;
  readonly class: Token | undefined;
  /** The word where a type belongs, whether it is one or not. */
  readonly type: Token | undefined;
  readonly data: readonly Token[];
  /** `$ORIGIN` and the like; then `data` are its arguments. */
  readonly directive: Token | undefined;
  readonly comments: readonly Token[];
}

/** Reads the tokens of an entry's lines. A quote ends with its line, as in the zone's own reader. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const end = tokenEnd(text, at);
    const kind = text[at] === '"' ? "string" : text[at] === ";" ? "comment" : "word";
    if (!/[\s()]/.test(text[at] ?? "")) tokens.push({ kind, text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

function tokenEnd(text: string, start: number): number {
  const first = text[start] ?? "";
  if (/[\s()]/.test(first)) return start + 1;
  let at = start;
  if (first === ";") {
    while (at < text.length && !/[\r\n]/.test(text[at] ?? "")) at++;
    return at;
  }
  const isQuoted = first === '"';
  for (at = isQuoted ? start + 1 : start; at < text.length; at++) {
    const character = text[at] ?? "";
    if (/[\r\n]/.test(character)) return at;
    if (character === "\\" && !/[\r\n]/.test(text[at + 1] ?? "")) at++;
    else if (isQuoted && character === '"') return at + 1;
    else if (!isQuoted && /[\s();"]/.test(character)) return at;
  }
  return Math.min(at, text.length);
}

export function understand(text: string): EntryTokens {
  const all = tokensOf(text);
  const comments = all.filter((it) => it.kind === "comment");
  const words = all.filter((it) => it.kind !== "comment");
  const [first] = words;
  const none = { owner: undefined, ttl: undefined, class: undefined, type: undefined, directive: undefined };
  if (first === undefined) return { ...none, data: [], comments };
  if (first.start === 0 && first.text.startsWith("$")) {
    return { ...none, directive: first, data: words.slice(1), comments };
  }
  const hasOwner = first.start === 0;
  const head: { ttl: Token | undefined; class: Token | undefined } = { ttl: undefined, class: undefined };
  let at = hasOwner ? 1 : 0;
  for (let word = words[at]; word !== undefined; word = words[++at]) {
    if (head.ttl === undefined && isTtl(word.text)) head.ttl = word;
    else if (head.class === undefined && isClass(word.text)) head.class = word;
    else break;
  }
  return {
    ...none,
    ...head,
    owner: hasOwner ? first : undefined,
    type: words[at],
    data: words.slice(at + 1),
    comments,
  };
}

export function isTtl(word: string): boolean {
  return /^(?:\d+|(?:\d+[smhdw])+)$/i.test(word);
}

export function isClass(word: string): boolean {
  return /^(?:IN|CH|HS|CS|CLASS\d{1,5})$/i.test(word) && typeCodeOf(word) === undefined;
}

export function isAt({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** The word that the cursor touches, else an empty place. */
export function wordAt(token: Token | undefined, offset: number): Span {
  return token !== undefined && isAt(token, offset) ? span(token.start, token.end) : span(offset, offset);
}
