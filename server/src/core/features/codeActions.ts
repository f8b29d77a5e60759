import type { FileEdit, Finding } from "../engine/finding.ts";
import type { Source } from "../index.ts";
import type { Translate } from "../locale.ts";
import { isTouching, type Range } from "../text/span.ts";
import { safeEdits } from "./safeFixes.ts";

/** Something that the user can choose at a finding. */
export interface Action {
  readonly title: string;
  /** `page` changes nothing: it leads to what the product says about the rule. */
  readonly kind: "fix" | "ignore" | "page";
  readonly finding: Finding;
  readonly edits: readonly FileEdit[];
  /** Whether it may be taken without looking: a safe fix, the first of its finding. */
  readonly isPreferred: boolean;
}

/** The findings that a range touches, an empty range at their edge included. */
export function findingsIn(source: Source, findings: readonly Finding[], range: Range): readonly Finding[] {
  return findings.filter((it) => it.path === source.path && isTouching(it.range, range));
}

/** All that can be done about some findings: their fixes, then what silences them, then their pages. */
export function actionsFor(source: Source, findings: readonly Finding[], t: Translate): readonly Action[] {
  const fixes = findings.flatMap((finding) =>
    finding.fixes.map(
      ({ kind, title, edits }, index): Action => ({
        title,
        kind: "fix",
        finding,
        edits,
        isPreferred: kind === "safe" && index === 0,
      }),
    ),
  );
  const once = findings.filter((it, index) => findings.findIndex((other) => other.code === it.code) === index);
  const others = once.flatMap((finding): Action[] => {
    const { code } = finding;
    const common = { finding, isPreferred: false } as const;
    const page: Action = { ...common, kind: "page", title: t("Open the page of {code}", { code }), edits: [] };
    // A policy file has no comments: what is to be ignored there stands in the settings.
    if (source.kind === "policy") return [page];
    return [
      {
        ...common,
        kind: "ignore",
        title: t("Ignore {code} on this line", { code }),
        edits: [ignoreLine(source, finding)],
      },
      {
        ...common,
        kind: "ignore",
        title: t("Ignore {code} in this file", { code }),
        edits: [ignoreFile(source, code)],
      },
      page,
    ];
  });
  return [...fixes, ...others];
}

/** The safe fixes of a whole file in one go; findings of other files are left to those. */
export function fixAll(source: Source, findings: readonly Finding[]): readonly FileEdit[] {
  return [...safeEdits(findings, (path) => path === source.path).values()].flat();
}

function ignoreLine(source: Source, { code, range }: Finding): FileEdit {
  const line = firstLineOf(source, range.start.line);
  const above = lineOf(source, line - 1);
  const at = { line, character: 0 };
  const [, known] = /^(\s*[;#]\s*mailconfig-disable-next-line(?:[ \t]+[\w/*-]+,?)+)/.exec(above) ?? [];
  // A second comment would stand between the first one and its line.
  if (known !== undefined) {
    const end = { line: line - 1, character: known.length };
    return { path: source.path, range: { start: end, end }, newText: ` ${code}` };
  }
  const indent = source.kind === "config" ? (/^[ \t]*/.exec(lineOf(source, line))?.[0] ?? "") : "";
  const newText = `${indent}${commentMark(source)} mailconfig-disable-next-line ${code}\n`;
  return { path: source.path, range: { start: at, end: at }, newText };
}

function ignoreFile(source: Source, code: string): FileEdit {
  const at = { line: 0, character: 0 };
  return {
    path: source.path,
    range: { start: at, end: at },
    newText: `${commentMark(source)} mailconfig-disable ${code}\n`,
  };
}

function commentMark(source: Source): string {
  return source.kind === "zone" ? ";" : "#";
}

/** Where the record begins: inside its parentheses a comment would have to follow a half of it. */
function firstLineOf(source: Source, line: number): number {
  if (source.kind !== "zone") return line;
  for (const entry of source.entries(line, line)) return Math.min(line, source.rangeOf(entry, entry.span).start.line);
  return line;
}

function lineOf(source: Source, line: number): string {
  if (line < 0) return "";
  if (source.kind === "zone") return source.line(line);
  const { file, lines } = source;
  const start = lines.offsetAt({ line, character: 0 });
  return file.text.slice(start, lines.offsetAt({ line: line + 1, character: 0 })).replace(/[\r\n]+$/, "");
}
