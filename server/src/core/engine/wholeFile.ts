import type { Translate } from "../locale.ts";
import type { Rule } from "../rule.ts";
import type { Silence, SuppressionComment } from "../syntax/suppression.ts";
import type { Range, Span } from "../text/span.ts";
import { sentence } from "./fileFindings.ts";
import type { Finding, LintOptions } from "./finding.ts";
import { severityOf } from "./severity.ts";

// What only the whole of a file's findings can tell. The two rules are words without a check of their own.

interface Whole {
  readonly path: string;
  readonly options: LintOptions;
  readonly rules: readonly Rule[];
  readonly translate: Translate;
}

/** A finding for each code of a comment that silences nothing; one that names a switched-off rule is left alone. */
export function unusedFindings(
  whole: Whole & {
    readonly silences: readonly Silence[];
    rangeOf(silence: Silence, span: Span): Range;
    lineAt(line: number): string;
  },
): Finding[] {
  const { options, rules, silences } = whole;
  const rule = rules.find((it) => it.code === "cross/suppression-unused");
  const severity = rule && severityOf(rule.code, rule.severity, options.severities);
  if (!rule || severity === undefined || severity === "off") return [];
  return silences.flatMap((silence) => {
    const { comment, used } = silence;
    const named = comment.codes.length === 0 ? [{ text: "*", span: comment.span }] : comment.codes;
    const unused = named.filter(
      (it) => !used.has(it.text) && severityOf(it.text, "hint", options.severities) !== "off",
    );
    const isWhole = unused.length === named.length;
    const shown = isWhole ? unused.slice(0, 1) : unused;
    return shown.map((it) => {
      const removal = isWhole ? commentRemoval(whole, silence) : whole.rangeOf(silence, codeRemoval(named, it));
      return unusedFinding(whole, rule, severity, silence, it, isWhole, removal);
    });
  });
}

/** The whole line where the comment stands alone, else the comment with the blanks before it. */
function commentRemoval({ rangeOf, lineAt }: Parameters<typeof unusedFindings>[0], silence: Silence): Range {
  const { start, end } = rangeOf(silence, silence.comment.span);
  const before = lineAt(start.line).slice(0, start.character).trimEnd();
  if (before !== "") return { start: { line: start.line, character: before.length }, end };
  return { start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } };
}

type Codes = SuppressionComment["codes"];

/** A code with the separator before it; the first one with that behind it. */
function codeRemoval(named: Codes, code: Codes[number]): Span {
  const index = named.indexOf(code);
  const [before, after] = [named[index - 1], named[index + 1]];
  if (before) return { start: before.span.end, end: code.span.end };
  return { start: code.span.start, end: after?.span.start ?? code.span.end };
}

function unusedFinding(
  { path, rules, translate, rangeOf }: Parameters<typeof unusedFindings>[0],
  rule: Rule,
  severity: Finding["severity"],
  silence: Silence,
  code: SuppressionComment["codes"][number],
  isWhole: boolean,
  removal: Range,
): Finding {
  const range = rangeOf(silence, isWhole ? silence.comment.span : code.span);
  const isKnown = code.text.includes("*") || rules.some((it) => it.code === code.text);
  const data = { code: code.text };
  const fix = {
    kind: "safe" as const,
    title: sentence(rule.titles?.[isWhole ? "delete" : "deleteCode"], data, translate),
    edits: [{ path, range: removal, newText: "" }],
  };
  const message = sentence(rule.messages[isKnown ? "unused" : "unknown"], data, translate);
  return { code: rule.code, severity, message, path, range, related: [], fixes: [fix] };
}

/** At most `limit` findings, then one that says there are more. */
export function cutFindings(
  findings: readonly Finding[],
  isCut: boolean,
  { path, options, rules, translate }: Whole,
): Finding[] {
  if (findings.length <= options.limit && !isCut) return [...findings];
  const rule = rules.find((it) => it.code === "cross/too-many-findings");
  const kept = findings.slice(0, options.limit);
  if (!rule) return kept;
  const start = { line: 0, character: 0 };
  const message = sentence(rule.messages["more"], { count: options.limit }, translate);
  return [
    ...kept,
    { code: rule.code, severity: rule.severity, message, path, range: { start, end: start }, related: [], fixes: [] },
  ];
}
