import { loadRuleTables } from "../../scripts/lib/ruleTables.ts";
import type { SourceKind } from "../../server/src/core/engine/api.ts";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import type { FileEdit, Finding, FindingFix } from "../../server/src/core/engine/finding.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { applyEdits, LineIndex } from "../../server/src/core/text/span.ts";
import { unmark } from "../support/marked.ts";
import { memoryHost } from "../support/memoryHost.ts";
import { kindOfRule, PATHS } from "../support/sourceKinds.ts";
import type { RuleTable } from "../support/testRule.ts";

/** A file with those around it, as a table test or the docs of a rule show it. */
export interface FixCase {
  readonly code: string;
  readonly path: string;
  readonly kind: SourceKind;
  readonly table: Omit<RuleTable, "clean" | "reported">;
  readonly files: Files;
}

/** Texts by path; the checked one among them. */
export type Files = Readonly<Record<string, string>>;

/** Every text that the tables and the docs hold against a rule, and with `isClean` those that they leave alone. */
export async function fixCases(): Promise<readonly FixCase[]> {
  const tables = await loadRuleTables();
  return RULES.flatMap((rule) => {
    const kind = kindOfRule(rule);
    const own = tables.filter(({ code }) => code === rule.code).map(({ table }) => table);
    const [first = { clean: [], reported: [] }] = own;
    const rows = own.flatMap((table) => table.reported.map(({ text, files = {} }) => ({ table, text, files })));
    return [{ table: first, text: rule.docs.bad, files: {} }, ...rows].map(({ table, text, files }): FixCase => {
      const path = table.path ?? PATHS[kind];
      return { code: rule.code, path, kind, table, files: { ...table.files, ...files, [path]: unmark(text) } };
    });
  });
}

/** All that all rules say about the case once its files hold `files`. */
export function lintAll({ path, kind, table }: Omit<FixCase, "files" | "code">, files: Files): readonly Finding[] {
  const engine = createEngine(memoryHost({ ...table, files }), RULES);
  for (const it of Object.keys(files)) engine.fileAdded(it);
  const source = engine.open(path, kind, files[path] ?? "", table.origin ? { origin: table.origin } : {});
  return source.lint({ severities: {}, extraTypes: table.extraTypes ?? [], limit: 10_000, language: "en" });
}

/** The files after the edits; `undefined` where an edit lies outside a text or two overlap. */
export function applyAll(files: Files, edits: readonly FileEdit[]): Files | undefined {
  const result = { ...files };
  for (const path of new Set(edits.map((it) => it.path))) {
    const text = files[path];
    if (text === undefined) return undefined;
    const lines = new LineIndex(text);
    const spans = edits
      .filter((it) => it.path === path)
      .map(({ range, newText }) => {
        const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
        const { start, end } = lines.rangeOf(span);
        const isInside = JSON.stringify([start, end]) === JSON.stringify([range.start, range.end]);
        return { span, newText, isInside };
      })
      .sort((a, b) => a.span.start - b.span.start);
    if (spans.some((it, at) => !it.isInside || it.span.end > (spans[at + 1]?.span.start ?? text.length))) {
      return undefined;
    }
    result[path] = applyEdits(text, spans);
  }
  return result;
}

export function describeFix({ title }: FindingFix, { code, message }: Finding, files: Files): string {
  return `${code} “${title}” (${message})\n${JSON.stringify(files)}`;
}
