import { fieldAt, type RecordType } from "../facts/recordTypes.ts";
import { absolutize, canonicalName } from "../model/domainName.ts";
import type { DomainName, Field, Written } from "../model/zone.ts";
import { QUOTED } from "../syntax/zone/scanner.ts";
import { MappedText } from "../text/mappedText.ts";
import { type Span, span } from "../text/span.ts";

/** A token of an entry, in UTF-16 offsets of its text. */
export interface Token {
  readonly span: Span;
  readonly text: string;
  /** Bits `QUOTED` and `ESCAPED`. */
  readonly kind: number;
}

export function written(token: Token | undefined): Written {
  return { text: token?.text ?? "", span: token?.span ?? span(0, 0) };
}

/** Whether a quoted token ends with its quote, and not with an escaped one. */
export function isClosed(text: string): boolean {
  if (text.length < 2 || !text.endsWith('"')) return false;
  let backslashes = 0;
  while (text[text.length - 2 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 0;
}

const NAMES = new Set(["name", "host", "mbox", "names"]);

/** The fields of a record's data; `\# length hex` is taken as words (RFC 3597 §5). */
export function makeFields(type: RecordType | undefined, tokens: readonly Token[], origin: DomainName): Field[] {
  const isGeneric = tokens[0]?.text === "\\#";
  return tokens.map((token, index) => {
    if (isGeneric) return new TokenField("", "word", token);
    const field = type && fieldAt(type, index);
    const base = field && NAMES.has(field.kind) ? origin : undefined;
    return new TokenField(field?.name ?? "", field?.kind ?? "word", token, base);
  });
}

export class TokenField implements Field {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly span: Span;
  readonly isQuoted: boolean;
  readonly #origin: DomainName | undefined;
  #value: MappedText | undefined;

  constructor(name: string, kind: string, token: Token, origin?: DomainName) {
    this.name = name;
    this.kind = kind;
    this.text = token.text;
    this.span = token.span;
    this.isQuoted = (token.kind & QUOTED) !== 0;
    this.#origin = origin;
  }

  get value(): MappedText {
    this.#value ??= mapToken(this.text, this.span.start, this.isQuoted);
    return this.#value;
  }

  get target(): DomainName | undefined {
    if (this.#origin === undefined) return undefined;
    return absolutize(canonicalName(this.text), this.#origin);
  }
}

/** The value of a token: without quotes, `\X` is X and `\DDD` the octet of that number (RFC 1035 §5.1). */
function mapToken(text: string, offset: number, isQuoted: boolean): MappedText {
  const begin = isQuoted ? 1 : 0;
  const end = isQuoted && isClosed(text) ? text.length - 1 : text.length;
  const value = new MappedText(offset + begin);
  for (let at = begin; at < end; ) {
    const backslash = text.indexOf("\\", at);
    const plain = backslash < 0 || backslash + 1 >= end ? end : backslash;
    value.pushRun(text.slice(at, plain), offset + at);
    at = plain;
    if (at >= end) break;
    const digits = at + 4 <= end ? /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0] : undefined;
    const length = digits === undefined ? 2 : 4;
    const character = digits === undefined ? (text[at + 1] ?? "") : String.fromCharCode(Number(digits) & 255);
    value.push(character, offset + at, offset + at + length);
    at += length;
  }
  return value;
}
