/** What BIND's `$GENERATE` makes of its template (BIND 9 ARM, “The $GENERATE Directive”; PowerDNS reads it too). */

/** More records of one directive are not made: what they would be nobody knows, so nothing is missed. */
const MOST_RECORDS = 4096;
const MOST_NUMBER = 0x7fffffff;
/** Names and data are short; a width beyond them is a slip, and would fill the memory. */
const MOST_WIDTH = 255;

export interface GenerateRange {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/** `1-254`, `0-62/2`; `undefined` where nothing lies between the two, or the step is 0. */
export function parseRange(text: string): GenerateRange | undefined {
  const [, first, last, by = "1"] = /^(\d{1,10})-(\d{1,10})(?:\/(\d{1,10}))?$/.exec(text) ?? [];
  const [start, stop, step] = [Number(first), Number(last), Number(by)];
  return start <= stop && stop <= MOST_NUMBER && step >= 1 ? { start, stop, step } : undefined;
}

export interface Modifier {
  /** In the template, from the `$` on. */
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly width: number;
  readonly base: string;
}

/** The places of a template where the number goes, in order; `isBroken` for a `${` that nobody can read. */
export function modifiersOf(template: string): readonly (Modifier & { readonly isBroken: boolean })[] {
  const found: (Modifier & { readonly isBroken: boolean })[] = [];
  for (let at = 0; at < template.length; at++) {
    if (template[at] === "\\") at++;
    else if (template[at] === "$" && template[at + 1] === "$") at++;
    else if (template[at] === "$") {
      const modifier = modifierAt(template, at);
      found.push(modifier);
      at = modifier.end - 1;
    }
  }
  return found;
}

function modifierAt(template: string, start: number): Modifier & { readonly isBroken: boolean } {
  const plain = { start, end: start + 1, offset: 0, width: 0, base: "d", isBroken: false };
  if (template[start + 1] !== "{") return plain;
  const close = template.indexOf("}", start);
  const end = close < 0 ? template.length : close + 1;
  const inside = template.slice(start + 2, close < 0 ? undefined : close);
  const parts = close < 0 ? null : /^([-+]?\d{1,10})(?:,(\d{1,3})(?:,([doxXnN]))?)?$/.exec(inside);
  const [, offset = "0", width = "0", base = "d"] = parts ?? [];
  const isBroken = parts === null || Number(width) > MOST_WIDTH;
  return { start, end, offset: Number(offset), width: Number(width), base, isBroken };
}

/** A template with a number in it: `host-${0,3}` and 7 make `host-007`. */
export function expand(template: string, number: number): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, offset, width, base } of modifiersOf(template)) {
    parts.push(unpaired(template.slice(at, start)), written(number + offset, width, base));
    at = end;
  }
  parts.push(unpaired(template.slice(at)));
  return parts.join("");
}

/** `$$` is the old way to write `\$`. */
function unpaired(text: string): string {
  return text.replaceAll("$$", "\\$");
}

function written(value: number, width: number, base: string): string {
  if (base === "n" || base === "N") return nibbles(value, width, base === "N");
  const radix = base === "o" ? 8 : base === "d" ? 10 : 16;
  const digits = Math.abs(value)
    .toString(radix)
    .padStart(width - (value < 0 ? 1 : 0), "0");
  return `${value < 0 ? "-" : ""}${base === "X" ? digits.toUpperCase() : digits}`;
}

/** Hexadecimal digits from the last to the first with dots between them, as `ip6.arpa` has them; the width counts the dots. */
function nibbles(value: number, width: number, isUpper: boolean): string {
  const digits = (value >>> 0).toString(16).padStart(Math.ceil(width / 2), "0");
  const text = [...digits].reverse().join(".");
  return isUpper ? text.toUpperCase() : text;
}

/** A word behind the range. */
export interface TemplateWord {
  /** As written. */
  readonly text: string;
  readonly isQuoted: boolean;
}

export interface Generated {
  /** A record a line. */
  readonly text: string;
  /** Whether all records are there. */
  readonly isWhole: boolean;
}

/**
 * The records that a directive makes; `undefined` where it cannot be read.
 *
 * @param words owner, TTL and class where they stand, type, data. Data of several fields stands in one pair of quotes (BIND),
 * or as it would in a record (PowerDNS)
 */
export function generate(range: string, words: readonly TemplateWord[]): Generated | undefined {
  const numbers = parseRange(range);
  if (numbers === undefined || words.length < 3 || words.some(({ text }) => isBroken(text))) return undefined;
  const [last] = words.slice(-1);
  const isText = words.some(({ text }) => /^(?:txt|spf)$/i.test(text));
  const inner = last?.isQuoted && !isText ? last.text.replace(/^"|"$/g, "") : last?.text;
  const template = [...words.slice(0, -1).map(({ text }) => text), inner ?? ""].join(" ");
  const { start, stop, step } = numbers;
  const lines: string[] = [];
  for (let number = start; number <= stop && lines.length < MOST_RECORDS; number += step) {
    lines.push(expand(template, number));
  }
  const isWhole = start + lines.length * step > stop;
  return { text: `${lines.join("\n")}\n`, isWhole };
}

function isBroken(text: string): boolean {
  return modifiersOf(text).some((it) => it.isBroken);
}
