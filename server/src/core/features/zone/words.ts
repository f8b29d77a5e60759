import type { Span } from "../../text/span.ts";

/** A stretch of a value, with its place there. */
export interface Word extends Span {
  readonly text: string;
}

/** The words between blanks. */
export function wordsOf(value: string): readonly Word[] {
  return Array.from(value.matchAll(/[^ \t]+/g), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

/** One `name=value` between semicolons, as far as it is written; blanks around both parts are left out. */
export interface TagWord extends Span {
  readonly name: Word;
  /** `undefined` before the `=` is typed. */
  readonly value: Word | undefined;
}

export function tagsOf(text: string): readonly TagWord[] {
  let start = 0;
  return text.split(";").map((part) => {
    const at = start;
    start += part.length + 1;
    const equals = part.indexOf("=");
    const name = trim(equals < 0 ? part : part.slice(0, equals), at);
    const value = equals < 0 ? undefined : trim(part.slice(equals + 1), at + equals + 1);
    return { name, value, start: at, end: at + part.length };
  });
}

/** The items of a value that a separator divides, with their places. */
export function itemsOf({ text, start }: Word, separator: string): readonly Word[] {
  let at = start;
  return text.split(separator).map((part) => {
    const item = trim(part, at);
    at += part.length + 1;
    return item;
  });
}

function trim(text: string, at: number): Word {
  const start = at + text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, start, end: start + trimmed.length };
}
