import { isSpf } from "../syntax/spf.ts";
import type { SpfFault } from "../syntax/spfRecord.ts";
import { parseTerm } from "../syntax/spfTerm.ts";
import { strangeCharacters, withoutStrange } from "../syntax/strangeCharacters.ts";
import type { Span } from "../text/span.ts";
import { joinStrings } from "./txtValue.ts";
import type { Field, TxtRecord } from "./zone.ts";

/** Where one string of a record ends and the next begins. */
export interface Seam {
  /** The offset in the joined value. */
  readonly at: number;
  readonly left: Field;
  readonly right: Field;
}

export function seamsOf({ strings }: Pick<TxtRecord, "strings">): Seam[] {
  const seams: Seam[] = [];
  let at = 0;
  for (const [index, left] of strings.entries()) {
    at += left.value.value.length;
    const right = strings[index + 1];
    if (right) seams.push({ at, left, right });
  }
  return seams;
}

/** A record whose first word is not quoted, and others follow: they are joined without spaces. */
export function isUnquotedText({ strings }: Pick<TxtRecord, "strings">): boolean {
  return strings.length > 1 && strings[0]?.isQuoted === false;
}

/**
 * Unquoted words behind a quoted string that spoil what they join: `"v=spf1 -all" Array`. A word behind a blank or a
 * separator (`"v=DMARC1;" p=none`) reads as it was meant, and pieces of a key are no words.
 */
export function trailingWords({ strings, policy }: Pick<TxtRecord, "strings" | "policy">): readonly Field[] {
  if (!strings[0]?.isQuoted || policy === undefined || policy === "dkim") return [];
  return strings.filter(({ isQuoted }, index) => {
    const before = strings[index - 1]?.value.value ?? "";
    return !isQuoted && !/(?:\s|^)$/.test(before) && (policy === "spf" || !/[;,]$/.test(before));
  });
}

/** The record as it is without its trailing words, for the rules of its policy: `txt/trailing-word` says what they spoil. */
export function withoutTrailingWords(txt: TxtRecord): TxtRecord {
  const words = trailingWords(txt);
  if (words.length === 0) return txt;
  const strings = txt.strings.filter((it) => !words.includes(it));
  return { ...txt, strings, text: joinStrings({ fields: strings, span: txt.record.span }) };
}

/** The value in quotes that belong to it: `"\"v=spf1 -all\""`. */
export function isWrapped(value: string): boolean {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"');
}

/** Seams of an SPF record at which a space was forgotten: two whole terms, or the version and a term, meet there. */
export function lostSpaces(txt: Pick<TxtRecord, "strings" | "text">): Seam[] {
  const { value } = txt.text;
  const seams = seamsOf(txt);
  return seams.filter((seam, index) => {
    const { at, left, right } = seam;
    if (!left.isQuoted || !right.isQuoted || !/\S/.test(value[at - 1] ?? " ") || !/\S/.test(value[at] ?? " "))
      return false;
    const wordStart = value.lastIndexOf(" ", at - 1) + 1;
    const wordEnd = (value.indexOf(" ", at) + value.length + 1) % (value.length + 1);
    const before = value.slice(Math.max(wordStart, seams[index - 1]?.at ?? 0), at);
    const after = value.slice(at, Math.min(wordEnd, seams[index + 1]?.at ?? wordEnd));
    if (!isWhole(before) || !isTermStart(after)) return false;
    // Cut by hand between terms, not by a program at 255 octets.
    return !isWhole(value.slice(wordStart, wordEnd)) || left.value.value.length < 200;
  });
}

function isWhole(word: string): boolean {
  if (/^v=spf1$/i.test(word)) return true;
  const faults: SpfFault[] = [];
  const term = parseTerm(word, 0, faults);
  if (faults.length > 0 || term.kind === "broken") return false;
  // A name that ends in one letter goes on in the next string: `include:example.c` `om`.
  return term.kind === "mechanism" ? !/\.[a-z]$/i.test(term.domain?.text ?? "") : true;
}

/** Whether a word begins as a term of SPF does, or is one. */
export function isTermStart(word: string): boolean {
  return /^[-+~?]?(?:(?:all|a|mx|ptr)$|(?:include|a|mx|ptr|ip4|ip6|exists):|(?:a|mx)\/)|^(?:redirect|exp)=/i.test(word);
}

/** Whether a rule about strings and characters already says what makes this fault, so that the SPF rule stays silent. */
export function isFaultOfTxt(
  txt: Pick<TxtRecord, "strings" | "text">,
  fault: SpfFault,
  spaces: readonly Seam[],
): boolean {
  const { value } = txt.text;
  const { start, end } = fault.span;
  if (spaces.some(({ at }) => start <= at && at <= end)) return true;
  if (fault.reason === "version") return isSpf(plainText(value)) || spaces.some(({ at }) => at === 6);
  if (fault.reason === "blank") return true;
  // The octets of one such character may be written one by one, and the first of them then ends a word.
  if (fault.reason === "character") return strangeCharacters(value.slice(Math.max(0, start - 2), end + 2)).length > 0;
  return isWrapped(value) && end >= value.length - 1;
}

/** Whether a rule about strings and characters already says what spoils this part of a tag list. */
export function isSpoiltByStrings({ text }: Pick<TxtRecord, "text">, { start, end }: Span): boolean {
  const { value } = text;
  const part = value.slice(start, end);
  if (strangeCharacters(part).length > 0 || (part.endsWith("\\") && value[end] === ";")) return true;
  return isWrapped(value) && (start === 0 || end === value.length);
}

/** What the value would be without strange characters, blanks other than spaces, and quotes around it. */
function plainText(value: string): string {
  const plain = withoutStrange(value).trimStart().replace(/\s/g, " ");
  return isWrapped(plain) ? plain.slice(1, -1) : plain;
}
