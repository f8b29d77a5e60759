import { didYouMean } from "../text/didYouMean.ts";
import { type Span, span } from "../text/span.ts";
import type { Parsed, SyntaxIssue } from "./parsed.ts";

/** One `name=value` of a tag list (RFC 6376 §3.2, RFC 9989 §4.7). Spans count in the TXT value. */
export interface Tag {
  /** As written, without blanks around it. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Without blanks around it; `""` where nothing follows the `=`. */
  readonly value: string;
  readonly valueSpan: Span;
  /** From the name to the end of the value. */
  readonly span: Span;
}

/** A stretch between two separators that is no `name=value`. */
export interface BrokenTag {
  /**
   * `empty`: nothing between two semicolons. `equals`: no `=` in it. `name`: the text before the `=` is no name.
   * `separator`: blanks or a comma stand where the `;` between two tags belongs; the span is that gap.
   */
  readonly reason: "empty" | "equals" | "name" | "separator";
  readonly text: string;
  readonly span: Span;
}

export interface TagList {
  /** In the order written, duplicates included. */
  readonly tags: readonly Tag[];
  readonly broken: readonly BrokenTag[];
  /** The semicolons. */
  readonly separators: readonly Span[];
}

/** Names of fields that may yet be invented: `sts-ext-name` of RFC 8461 §3.1, `tlsrpt-ext-name` of RFC 8460 §3. */
export const EXTENSION_NAME = /^\w[\w.-]*$/;

export interface TagListOptions {
  /** Begins the issues' codes: `dkim` gives `dkim/syntax` and `dkim/duplicate-tag`. */
  readonly group: string;
  /** Names that end a value where they follow a blank or a comma: there a `;` was forgotten. */
  readonly names: readonly string[];
  /** What a name may be, where that is more than letters, digits and `_`. */
  readonly nameForm?: RegExp;
  /** Names of tags whose values are free text, where nothing is searched. */
  readonly freeText?: readonly string[];
}

/** One item of a list inside a value, without blanks around it. */
export interface TagItem {
  readonly text: string;
  readonly span: Span;
}

/**
 * Reads `name=value; …`. Blanks around names, values and separators count for nothing, and a final `;` is fine.
 * Issues: `<group>/syntax` for each broken stretch, `<group>/duplicate-tag` for each later tag of one name.
 */
export function parseTagList(
  value: string,
  { group, names, nameForm = /^\w+$/, freeText = [] }: TagListOptions,
): Parsed<TagList> {
  const tags: Tag[] = [];
  const broken: BrokenTag[] = [];
  const separators: Span[] = [];
  /** Returns where a further tag begins that no `;` divides from this one. */
  const addStretch = (start: number, end: number): number | undefined => {
    const at = inner(value, trimmed(value, span(start, end)));
    const text = value.slice(at.start, at.end);
    const equals = text.indexOf("=");
    if (equals < 0) {
      if (text !== "") broken.push({ reason: "equals", text, span: at });
      else if (end < value.length && start > 0) broken.push({ reason: "empty", text: ";", span: span(end, end + 1) });
      return undefined;
    }
    const nameSpan = trimmed(value, span(at.start, at.start + equals));
    const name = value.slice(nameSpan.start, nameSpan.end);
    if (!nameForm.test(name))
      broken.push({ reason: "name", text: name, span: nameSpan.end > nameSpan.start ? nameSpan : at });
    const next = freeText.includes(name) ? undefined : swallowedTag(text, equals, names);
    const valueEnd = next === undefined ? at.end : at.start + next.start;
    const valueSpan = trimmed(value, span(at.start + equals + 1, valueEnd));
    const tagEnd = Math.max(valueSpan.end, at.start + equals + 1);
    tags.push({
      name,
      nameSpan,
      value: value.slice(valueSpan.start, valueSpan.end),
      valueSpan,
      span: span(at.start, tagEnd),
    });
    if (next === undefined) return undefined;
    const gap = span(at.start + next.start, at.start + next.end);
    const comma = trimmed(value, gap);
    const wrong = comma.end > comma.start ? comma : gap;
    broken.push({ reason: "separator", text: value.slice(wrong.start, wrong.end), span: wrong });
    return gap.end;
  };
  for (let start = 0; start <= value.length; ) {
    const semicolon = value.indexOf(";", start);
    const end = semicolon < 0 ? value.length : semicolon;
    for (let next: number | undefined = start; next !== undefined; ) next = addStretch(next, end);
    if (semicolon >= 0) separators.push(span(semicolon, semicolon + 1));
    start = end + 1;
  }
  const issues = [
    ...broken.map((it) => ({ code: `${group}/syntax`, span: it.span, detail: it.text })),
    ...duplicates(tags, group),
  ];
  return { root: { tags, broken, separators }, issues };
}

/** The first tag of this name; names are compared as written (RFC 6376 §3.2). */
export function tagOf(list: TagList, name: string): Tag | undefined {
  return list.tags.find((it) => it.name === name);
}

/** The known tag that an unknown name was meant to be: it is in capitals, or a letter or two away. */
export function meantTag(name: string, known: readonly string[]): string | undefined {
  return known.find((it) => it === name.toLowerCase()) ?? didYouMean(name, known);
}

/** The first tag that was meant to have this known name, where none has it. */
export function misspeltTag({ tags }: TagList, name: string, known: readonly string[]): Tag | undefined {
  return tags.find((it) => meantTag(it.name, known) === name);
}

/** Whether this tag stands there without its `=`: then the rule about syntax says it, and the tag is not missing. */
export function isHalfWritten({ broken }: TagList, name: string): boolean {
  return broken.some(({ reason, text }) => reason === "equals" && /^[a-z]+/i.exec(text)?.[0].toLowerCase() === name);
}

/** The items of a value that a separator divides: `sha1:sha256`, `mailto:…, mailto:…`. */
export function itemsOf(tag: Tag | undefined, separator: ":" | ","): readonly TagItem[] {
  if (tag === undefined) return [];
  let start = tag.valueSpan.start;
  return tag.value.split(separator).map((part) => {
    const raw = span(start, start + part.length);
    start = raw.end + 1;
    const text = part.replace(/^[ \t\r\n]+/, "");
    return { text: trimEnd(text), span: span(raw.end - text.length, raw.end - text.length + trimEnd(text).length) };
  });
}

/** Where inside `text` the gap before a further tag is, searched after the first `=`. */
function swallowedTag(text: string, equals: number, names: readonly string[]): Span | undefined {
  // The end of base64 (`… g=`) looks like a tag without a value.
  const mayBeEmpty = !/^p\s*=/.test(text);
  for (const match of text.slice(equals + 1).matchAll(/(?<![ \t\r\n,])([ \t\r\n,]+)([A-Za-z]+)[ \t]*=(?![ \t]*=)/g)) {
    const [whole, gap = "", name = ""] = match;
    const start = equals + 1 + match.index;
    const isEmpty = start + whole.length === text.length;
    if (match.index > 0 && names.includes(name) && (mayBeEmpty || !isEmpty)) return span(start, start + gap.length);
  }
  return undefined;
}

function duplicates(tags: readonly Tag[], group: string): SyntaxIssue[] {
  const seen = new Set<string>();
  return tags.flatMap(({ name, nameSpan }) => {
    if (!seen.has(name)) seen.add(name);
    else if (name !== "") return [{ code: `${group}/duplicate-tag`, span: nameSpan, detail: name }];
    return [];
  });
}

function trimmed(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return span(from, to);
}

/**
 * A stretch without what was escaped once too often: backslashes before the semicolon, quotes round the whole value.
 * Receivers read them as data, which `txt/double-escaped` says; all else is judged as it was meant.
 */
function inner(value: string, { start, end }: Span): Span {
  const isWrapped = value.length > 1 && value.startsWith('"') && value.endsWith('"');
  if (isWrapped && start === 0) return inner(value, span(1, end));
  let last = isWrapped && end === value.length ? end - 1 : end;
  if (value[end] === ";") while (last > start && value[last - 1] === "\\") last--;
  return trimmed(value, span(Math.min(start, last), last));
}

function trimEnd(text: string): string {
  return text.slice(0, trimmed(text, span(0, text.length)).end);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** How the `v` tag of a policy stands: where it is `wrong`, `late` or `missing`, receivers do not see the policy at all. */
export interface Version {
  readonly state: "right" | "wrong" | "late" | "missing";
  readonly tag: Tag | undefined;
}

/**
 * The version of a policy: the first tag, in lower case, its value exactly so (RFC 6376 §3.6.1, RFC 9989 §4.8). A pasted
 * `\n` before it (`nv=DMARC1`) is the version all the same, though a wrong one.
 */
export function versionOf(list: TagList, word: string): Version {
  const isVersion = ({ name, value }: Tag) => /^n?v$/i.test(name) && (name === "v" || startsLike(value, word));
  const tag = list.tags.find(isVersion);
  if (tag === undefined) return { state: "missing", tag };
  const startsEarlier = list.broken.some((it) => it.reason !== "separator" && it.span.start < tag.span.start);
  if (tag !== list.tags[0] || startsEarlier) return { state: "late", tag };
  return { state: tag.name === "v" && tag.value === word ? "right" : "wrong", tag };
}

function startsLike(value: string, word: string): boolean {
  return value.slice(0, 3).toUpperCase() === word.slice(0, 3).toUpperCase();
}
