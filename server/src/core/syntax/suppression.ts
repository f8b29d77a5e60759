import { type Span, span } from "../text/span.ts";

/** What a comment says to this program (DESIGN: `mailconfig-disable-next-line spf/ptr -- reason`). */
export interface SuppressionComment {
  readonly kind: "line" | "next-line" | "disable" | "enable";
  /** Codes and patterns (`spf/*`); empty means all. */
  readonly codes: readonly { readonly text: string; readonly span: Span }[];
  /** From the sign to the end of the comment. */
  readonly span: Span;
}

const PATTERN = /^[;#]+[ \t]*mailconfig-(disable-next-line|disable-line|disable|enable)(?![\w-])/;
const KINDS = {
  "disable-next-line": "next-line",
  "disable-line": "line",
  disable: "disable",
  enable: "enable",
} as const;

/** @param at the span of a comment, its sign (`;` or `#`) included */
export function readSuppression(text: string, at: Span): SuppressionComment | undefined {
  const comment = text.slice(at.start, at.end);
  const [whole, word] = PATTERN.exec(comment) ?? [];
  if (whole === undefined || word === undefined) return undefined;
  const reason = comment.indexOf("--", whole.length);
  const list = comment.slice(whole.length, reason < 0 ? comment.length : reason);
  const codes = Array.from(list.matchAll(/[^\s,]+/g), (match) => {
    const start = at.start + whole.length + match.index;
    return { text: match[0], span: span(start, start + match[0].length) };
  });
  // The pattern names no other word.
  return { kind: KINDS[word as keyof typeof KINDS], codes, span: at };
}

/** A stretch of lines in which codes are silent. */
export interface Silence {
  readonly comment: SuppressionComment;
  readonly line: number;
  readonly first: number;
  readonly last: number;
  /** Those of its codes that silenced something; `*` for a comment that names none. */
  readonly used: Set<string>;
}

/** @param comments in the order of the text, each with the line (from 0) that it stands on */
export function silencesOf(
  comments: readonly { readonly comment: SuppressionComment; readonly line: number }[],
): Silence[] {
  const silences: Silence[] = [];
  for (const [index, { comment, line }] of comments.entries()) {
    const add = (first: number, last: number) => silences.push({ comment, line, first, last, used: new Set() });
    if (comment.kind === "line") add(line, line);
    else if (comment.kind === "next-line") add(line + 1, line + 1);
    else if (comment.kind === "disable") {
      const end = comments.slice(index + 1).find((it) => it.comment.kind === "enable" && covers(it.comment, comment));
      add(line, end?.line ?? Number.POSITIVE_INFINITY);
    }
  }
  return silences;
}

/** Whether an `enable` ends what a `disable` began: it names nothing, or one of the same codes. */
function covers(enable: SuppressionComment, disable: SuppressionComment): boolean {
  return enable.codes.length === 0 || disable.codes.some((it) => enable.codes.some((other) => other.text === it.text));
}

/** Whether a finding is silenced: by its own line, or any line of the entry that it stands in. */
export function isSilenced(
  silences: readonly Silence[],
  code: string,
  lines: { readonly first: number; readonly last: number },
): boolean {
  let found = false;
  for (const { comment, first, last, used } of silences) {
    if (last < lines.first || first > lines.last) continue;
    const names = comment.codes.length === 0 ? ["*"] : comment.codes.map((it) => it.text);
    for (const name of names) {
      if (!matches(name, code)) continue;
      used.add(name);
      found = true;
    }
  }
  return found;
}

/** Whether a code or pattern (`spf/ptr`, `spf/*`, `*`) names a code. */
export function matches(name: string, code: string): boolean {
  return name === code || name === "*" || (name.endsWith("/*") && code.startsWith(name.slice(0, -1)));
}
