import { type Span, span } from "../text/span.ts";

/** What a comment says to this program (DESIGN: `mailconfig-disable-next-line spf/ptr -- reason`). */
export interface SuppressionComment {
  readonly kind: "line" | "next-line" | "disable" | "enable";
  /** Codes and patterns (`spf/*`); empty means all. */
  readonly codes: readonly string[];
  /** From the sign to the end of the comment. */
  readonly span: Span;
}

const PATTERN = /^[;#]+[ \t]*mailconfig-(disable-next-line|disable-line|disable|enable)(?![\w-])([^\r\n]*)/;

/** @param at the span of a comment, its sign (`;` or `#`) included */
export function readSuppression(text: string, at: Span): SuppressionComment | undefined {
  const [whole, word, rest = ""] = PATTERN.exec(text.slice(at.start, at.end)) ?? [];
  if (whole === undefined || word === undefined) return undefined;
  const reason = rest.indexOf("--");
  const codes = (reason < 0 ? rest : rest.slice(0, reason)).split(/[\s,]+/).filter((it) => it !== "");
  const kind = word === "disable-line" ? "line" : word === "disable-next-line" ? "next-line" : (word as "disable" | "enable");
  return { kind, codes, span: span(at.start, at.end) };
}

/** A stretch of lines in which codes are silent. */
export interface Silence {
  readonly comment: SuppressionComment;
  readonly line: number;
  readonly first: number;
  readonly last: number;
  isUsed: boolean;
}

/** @param comments in the order of the text, each with the line (from 0) that it stands on */
export function silencesOf(comments: readonly { readonly comment: SuppressionComment; readonly line: number }[]): Silence[] {
  const silences: Silence[] = [];
  for (const [index, { comment, line }] of comments.entries()) {
    if (comment.kind === "enable") continue;
    if (comment.kind === "line") silences.push({ comment, line, first: line, last: line, isUsed: false });
    else if (comment.kind === "next-line") silences.push({ comment, line, first: line + 1, last: line + 1, isUsed: false });
    else {
      const end = comments.slice(index + 1).find((it) => it.comment.kind === "enable" && covers(it.comment, comment.codes));
      silences.push({ comment, line, first: line, last: end?.line ?? Number.POSITIVE_INFINITY, isUsed: false });
    }
  }
  return silences;
}

/** Whether an `enable` ends what a `disable` began: it names nothing, or all of the same. */
function covers(enable: SuppressionComment, codes: readonly string[]): boolean {
  return enable.codes.length === 0 || codes.some((it) => enable.codes.includes(it));
}

/** Whether a finding is silenced: by its own line, or any line of the entry that it stands in. */
export function isSilenced(silences: readonly Silence[], code: string, lines: { readonly first: number; readonly last: number }): boolean {
  let found = false;
  for (const silence of silences) {
    if (silence.last < lines.first || silence.first > lines.last || !names(silence.comment.codes, code)) continue;
    silence.isUsed = true;
    found = true;
  }
  return found;
}

function names(codes: readonly string[], code: string): boolean {
  if (codes.length === 0) return true;
  return codes.some((it) => it === code || it === "*" || (it.endsWith("/*") && code.startsWith(it.slice(0, -1))));
}
