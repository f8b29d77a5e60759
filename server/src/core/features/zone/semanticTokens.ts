import type { ZoneSource } from "../../index.ts";
import type { Directive, Field, Written, ZoneEntry, ZoneRecord } from "../../model/zone.ts";
import { LineIndex, type Range, type Span, span } from "../../text/span.ts";
import { type PolicyWord, policyWordsIn } from "./policyTokens.ts";

/** More than any window shows; an editor asks for the next lines when it scrolls. */
const MOST_LINES = 2_000;
const TXT_TYPES: readonly number[] = [16, 99];

/** What a word is, in the protocol's own kinds, so that every editor has a colour for it. */
export type TokenKind =
  /** The owner of a record. */
  | "owner"
  /** A name that a record points at. */
  | "name"
  | "type"
  | "class"
  | "ttl"
  | "number"
  | "directive"
  /** A word that stands for a number, or a known value of a tag. */
  | "value"
  | "version"
  | "mechanism"
  | "qualifier"
  | "macro"
  /** Names a value: tags of policies, modifiers of SPF, properties of CAA. */
  | "tag"
  | "address";

export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly kind: TokenKind;
}

/**
 * The words of these lines that are known for what they are, in order, none over a line end. It leaves to the grammar
 * what that reads as well: comments, quotes, escapes, `@` and base64.
 */
export function semanticTokensOf(source: ZoneSource, { start, end }: Range): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const last = Math.min(end.line, start.line + MOST_LINES);
  for (const entry of source.entries(start.line, last)) {
    const first = source.rangeOf(entry, span(0, 0)).start.line;
    const lines = new LineIndex(entry.text);
    for (const { at, kind } of wordsOf(entry)) {
      const { line, character } = lines.positionAt(at.start);
      if (first + line < start.line || first + line > last) continue;
      tokens.push({ line: first + line, character, length: at.end - at.start, kind });
    }
  }
  return tokens;
}

export interface TokenWord {
  readonly at: Span;
  readonly kind: TokenKind;
}

/** In the order of the text. */
function wordsOf(entry: ZoneEntry): readonly TokenWord[] {
  const words = entry.kind === "directive" ? wordsOfDirective(entry) : wordsOfRecord(entry);
  return words.filter(({ at }) => at.end > at.start).sort((a, b) => a.at.start - b.at.start);
}

function wordsOfDirective({ name, nameField, args }: Directive): TokenWord[] {
  const [first, second] = args;
  const words: TokenWord[] = [{ at: nameField.span, kind: "directive" }];
  if (name === "$TTL" && first) words.push({ at: first.span, kind: "ttl" });
  if (name === "$ORIGIN" && first) words.push({ at: first.span, kind: "name" });
  if (name === "$INCLUDE" && second) words.push({ at: second.span, kind: "name" });
  return words;
}

function wordsOfRecord(entry: ZoneRecord): TokenWord[] {
  const { ownerField, ttlField, classField, typeField, type, fields } = entry;
  const isText = TXT_TYPES.includes(type);
  return [
    ...nameWord(ownerField, "owner"),
    ...word(ttlField, "ttl"),
    ...word(classField, "class"),
    // A word that is no type stays as it is: that it has no colour says something.
    ...(type === 0 ? [] : word(typeField, "type")),
    ...(isText ? policyWordsIn(entry).map(toWord) : fields.flatMap(wordOfField)),
  ];
}

function word(written: Written | undefined, kind: TokenKind): TokenWord[] {
  return written === undefined ? [] : [{ at: written.span, kind }];
}

/** The origin's sign and the asterisk of a wildcard have colours of their own. */
function nameWord(written: Written | undefined, kind: "owner" | "name"): TokenWord[] {
  if (written === undefined || written.text === "@" || written.text === "*" || written.text === ".") return [];
  const skipped = written.text.startsWith("*.") ? 1 : 0;
  return [{ at: span(written.span.start + skipped, written.span.end), kind }];
}

function toWord({ span: at, kind }: PolicyWord): TokenWord {
  return { at, kind };
}

const KINDS: Readonly<Record<string, TokenKind>> = {
  u8: "number",
  u16: "number",
  u32: "number",
  u64: "number",
  ttl: "ttl",
  time: "number",
  ip4: "address",
  ip6: "address",
  eui48: "address",
  eui64: "address",
  locator64: "address",
  types: "type",
  typeCode: "type",
  algorithm: "value",
  digestType: "value",
  certType: "value",
  keyFlags: "value",
  keyProtocol: "value",
  dsyncScheme: "value",
  caaTag: "tag",
};

function wordOfField(field: Field): readonly TokenWord[] {
  if (field.isQuoted || field.text.startsWith("\\#")) return [];
  if (field.target !== undefined) return nameWord(field, "name");
  const kind = KINDS[field.kind];
  if (kind === undefined) return [];
  const isNumber = kind === "value" && /^\d+$/.test(field.text);
  return [{ at: field.span, kind: isNumber ? "number" : kind }];
}
