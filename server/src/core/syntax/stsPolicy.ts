import { type Span, span } from "../text/span.ts";
import type { Parsed, SyntaxIssue } from "./parsed.ts";

/** A policy file, `mta-sts.txt`: `key: value` lines (RFC 8461 §3.2). */
export interface StsPolicy {
  /** All lines but the blank ones, in the order of the text. */
  readonly lines: readonly StsLine[];
  /** The lines that have a key and a colon. */
  readonly fields: readonly StsField[];
  /** The first field of that key: the one that counts. */
  readonly version: StsField | undefined;
  readonly mode: StsField | undefined;
  readonly maxAge: StsField | undefined;
  readonly mx: readonly StsField[];
  /** What ends the first line; `\n` in a file of one line. */
  readonly lineEnd: "\n" | "\r\n";
}

export interface StsLine {
  /** Without blanks around it and without its line end. */
  readonly text: string;
  readonly span: Span;
  readonly field: StsField | undefined;
}

export interface StsField {
  /** As written: senders compare it letter by letter. */
  readonly key: string;
  readonly keySpan: Span;
  /** Without blanks around it; `""` where nothing follows the colon, then `valueSpan` is empty. */
  readonly value: string;
  readonly valueSpan: Span;
  /** From the key to the end of the value. */
  readonly span: Span;
}

export const STS_KEYS = ["version", "mode", "mx", "max_age"] as const;
export const STS_MODES = ["enforce", "testing", "none"] as const;

/** What `data.reason` of an issue can be. */
export type StsFault =
  | "bom"
  | "lineEnd"
  | "blankLine"
  | "indent"
  | "comment"
  | "noColon"
  | "joined"
  | "list"
  | "key"
  | "blank"
  | "noValue";

const CODE = "mta-sts/policy-syntax";
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/;

/** Reads a policy file; what is no `key: value` line becomes an issue `mta-sts/policy-syntax` with a `data.reason`. */
export function parseStsPolicy(text: string): Parsed<StsPolicy> {
  const issues: SyntaxIssue[] = [];
  const report = (reason: StsFault, start: number, end: number) =>
    void issues.push({ code: CODE, span: span(start, end), detail: text.slice(start, end), data: { reason } });
  const lines: StsLine[] = [];
  let start = 0;
  if (text.startsWith("\uFEFF")) {
    report("bom", 0, 1);
    start = 1;
  }
  const ends = /\r\n|\n|\r/g;
  let blankStart: number | undefined;
  for (;;) {
    ends.lastIndex = start;
    const end = ends.exec(text);
    const stop = end?.index ?? text.length;
    const next = end ? stop + end[0].length : stop;
    const item = listItem(text, start, stop, lines.at(-1));
    const read = item ? [item] : readLine(text, start, stop, report);
    if (read.length > 0) {
      if (blankStart !== undefined) report("blankLine", blankStart, start);
      blankStart = undefined;
      const head = item ? lines.at(-1)?.field : undefined;
      if (head?.value === "") {
        report("list", head.span.start, head.span.end);
        lines.pop();
      }
      lines.push(...read);
    } else blankStart ??= start;
    if (end?.[0] === "\r") report("lineEnd", stop, next);
    if (!end || next === text.length) break;
    start = next;
  }
  if (blankStart !== undefined && lines.length > 0) report("blankLine", blankStart, text.length);
  issues.sort((a, b) => a.span.start - b.span.start);
  return { root: policyOf(lines, /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n"), issues };
}

function policyOf(lines: readonly StsLine[], lineEnd: StsPolicy["lineEnd"]): StsPolicy {
  const fields = lines.flatMap(({ field }) => field ?? []);
  const first = (key: string) => fields.find((it) => it.key === key);
  return {
    lines,
    fields,
    version: first("version"),
    mode: first("mode"),
    maxAge: first("max_age"),
    mx: fields.filter(({ key }) => key === "mx"),
    lineEnd,
  };
}

type ReportFault = (reason: StsFault, start: number, end: number) => void;

/** `- mx1.example.com` below a `mx:` without value: a list as YAML has it. */
function listItem(text: string, lineStart: number, lineEnd: number, above: StsLine | undefined): StsLine | undefined {
  const start = skipBlanks(text, lineStart, lineEnd);
  const end = skipBlanksBack(text, start, lineEnd);
  const head = above?.field;
  const isListed = head !== undefined && text[head.keySpan.start] === "-";
  if (head?.key !== "mx" || (head.value !== "" && !isListed) || !/^-[ \t]/.test(text.slice(start, end)))
    return undefined;
  const valueStart = skipBlanks(text, start + 1, end);
  const value = text.slice(valueStart, end);
  const whole = span(start, end);
  const field = { key: "mx", keySpan: span(start, start + 1), value, valueSpan: span(valueStart, end), span: whole };
  return { text: text.slice(start, end), span: whole, field };
}

/** @returns nothing for a blank line, and several where the keys of several stand in one */
function readLine(text: string, lineStart: number, lineEnd: number, report: ReportFault): StsLine[] {
  const start = skipBlanks(text, lineStart, lineEnd);
  const end = skipBlanksBack(text, start, lineEnd);
  if (start === end) return [];
  if (/^(?:#|;|\/\/)/.test(text.slice(start, end))) {
    report("comment", start, end);
    return [{ text: text.slice(start, end), span: span(start, end), field: undefined }];
  }
  if (start > lineStart) report("indent", lineStart, start);
  const [first, ...others] = piecesOf(text, start, end);
  if (first && others[0]) report("joined", first.end, others[0].start);
  return [first, ...others].flatMap((it) => (it ? readPiece(text, it, report) : []));
}

function readPiece(text: string, { start, end }: Span, report: ReportFault): StsLine {
  const content = text.slice(start, end);
  const line = { text: content, span: span(start, end) };
  const colon = content.indexOf(":");
  if (colon < 0) {
    report("noColon", start, end);
    return { ...line, field: undefined };
  }
  return { ...line, field: readField(text, { start, colon: start + colon, end }, report) };
}

/** Parts a line before each known key with its colon: `version: STSv1; mode: enforce`, or `\n` in letters between them. */
function piecesOf(text: string, start: number, end: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const { index } of text
    .slice(start, end)
    .matchAll(/\b(?:version|mode|mx|max_age)[ \t]{0,8}:|n(?:version|mode|mx|max_age):/g)) {
    const isLetterN = text[start + index] === "n";
    const at = start + index + (isLetterN ? 1 : 0);
    const before = skipSeparators(text, from, at);
    if (before === at || before <= from) continue;
    pieces.push(span(from, before));
    from = at;
  }
  return [...pieces, span(from, end)];
}

/** Back over blanks, `;`, `,` and a line end that was written in letters (`\r\n`). */
function skipSeparators(text: string, start: number, end: number): number {
  let at = end;
  while (at > start) {
    if (/[ \t;,]/.test(text[at - 1] ?? "")) at--;
    else if (text[at - 2] === "\\" && /[nr]/.test(text[at - 1] ?? "")) at -= 2;
    else break;
  }
  return at;
}

function readField(
  text: string,
  { start, colon, end }: { readonly start: number; readonly colon: number; readonly end: number },
  report: ReportFault,
): StsField {
  const keyEnd = skipBlanksBack(text, start, colon);
  const valueStart = skipBlanks(text, colon + 1, end);
  const key = text.slice(start, keyEnd);
  const value = text.slice(valueStart, end);
  if (!KEY.test(key)) report("key", start, Math.max(keyEnd, start + 1));
  else if (keyEnd < colon) report("blank", keyEnd, colon);
  else if (value === "" && !STS_KEYS.some((it) => it === key)) report("noValue", start, end);
  const keySpan = span(start, keyEnd);
  return { key, keySpan, value, valueSpan: span(valueStart, end), span: span(start, end) };
}

function isBlank(text: string, at: number): boolean {
  return text[at] === " " || text[at] === "\t";
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text, at)) at++;
  return at;
}

function skipBlanksBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text, at - 1)) at--;
  return at;
}
