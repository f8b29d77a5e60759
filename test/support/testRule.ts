import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import type { Finding, LintOptions } from "../../server/src/core/engine/finding.ts";
import type { Rule } from "../../server/src/core/rule.ts";
import { applyEdits, LineIndex, type Span } from "../../server/src/core/text/span.ts";
import { mark, unmark } from "./marked.ts";
import { type MemoryHostOptions, memoryHost } from "./memoryHost.ts";
import { kindOfRule, PATHS } from "./sourceKinds.ts";

export interface RuleTable extends MemoryHostOptions {
  /** The zone's name, where the text does not say it. */
  readonly origin?: string;
  readonly path?: string;
  readonly extraTypes?: readonly string[];
  /** Other rules that are on, for a rule about the findings of others. */
  readonly beside?: readonly Rule[];
  /** How many findings are shown. */
  readonly limit?: number;
  /** Texts the rule must leave alone. */
  readonly clean: readonly string[];
  readonly reported: readonly ReportedCase[];
}

export interface ReportedCase {
  /** The expected ranges are «marked». */
  readonly text: string;
  /** Of the first finding. */
  readonly message?: string;
  /** The text once the first finding's first fix is applied. */
  readonly fixed?: string;
  /** Of the first finding, where it differs from the rule's. */
  readonly severity?: Finding["severity"];
  /** Another file of the case after the fix: its path and its text. */
  readonly fixedFile?: { readonly path: string; readonly text: string };
  /** Further files of this case alone. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Rules of the whole of a file's findings, and one whose example would be 64 KB long. */
const WITHOUT_EXAMPLE = new Set(["cross/suppression-unused", "cross/too-many-findings", "mta-sts/policy-size"]);

const OPTIONS: LintOptions = { severities: {}, extraTypes: [], limit: 1_000, language: "en" };

/** Tests one rule through the engine, with the examples of its docs among the cases. */
// biome-ignore lint/suspicious/noExplicitAny: a rule of any target, messages and titles
export function testRule(rule: Rule<any, any, any>, table: RuleTable): void {
  const kind = kindOfRule(rule);
  const path = table.path ?? PATHS[kind];
  const run = (text: string, more: Readonly<Record<string, string>> = {}) => {
    const files = { ...table.files, ...more };
    const engine = createEngine(memoryHost({ ...table, files }), [rule, ...(table.beside ?? [])]);
    for (const it of Object.keys(files)) engine.fileAdded(it);
    const source = engine.open(path, kind, text, table.origin ? { origin: table.origin } : {});
    const { extraTypes = [], limit = OPTIONS.limit } = table;
    return source.lint({ ...OPTIONS, extraTypes, limit }).filter((it) => it.code === rule.code);
  };
  for (const text of [...table.clean, rule.docs.good]) {
    test(`${rule.code} leaves alone: ${text}`, () => assert.equal(mark(text, spansIn(text, run(text), path)), text));
  }
  if (!WITHOUT_EXAMPLE.has(rule.code)) {
    test(`${rule.code} reports its own bad example`, () =>
      assert.ok(run(rule.docs.bad).length > 0, `nothing is reported in: ${rule.docs.bad}`));
  }
  for (const expected of table.reported) {
    test(`${rule.code} reports: ${expected.text}`, () => checkCase(rule, expected, run, path));
  }
}

function checkCase(
  rule: Rule,
  { text: expected, message, fixed, severity, fixedFile, files }: ReportedCase,
  run: (text: string, files?: Readonly<Record<string, string>>) => Finding[],
  path: string,
): void {
  const text = unmark(expected);
  const findings = run(text, files);
  assert.equal(mark(text, spansIn(text, findings, path)), expected);
  for (const it of findings) assert.match(it.message, /^[^{}]{1,140}$|`.*[{}].*`/, it.message);
  const [first] = findings;
  if (message !== undefined) assert.equal(first?.message, message);
  assert.equal(first?.severity, severity ?? rule.severity);
  const [fix] = first?.fixes ?? [];
  if (fix) assert.ok(rule.fixable !== false, "a rule that offers a fix says so");
  if (fixedFile) {
    const edits = (fix?.edits ?? []).filter((it) => it.path === fixedFile.path);
    assert.equal(applyIn(files?.[fixedFile.path] ?? "", edits), fixedFile.text);
  }
  if (fixed === undefined) return;
  assert.ok(fix, "a fix was expected");
  assert.ok(fix.title.length <= 60 && !fix.title.includes("{"), fix.title);
  assert.equal(
    applyIn(
      text,
      fix.edits.filter((it) => it.path === path),
    ),
    fixed,
  );
  assert.ok(run(fixed, files).length < findings.length, "the fix ends the finding");
}

function spansIn(text: string, findings: readonly Finding[], path: string): { span: Span }[] {
  const lines = new LineIndex(text);
  return findings
    .filter((it) => it.path === path)
    .map(({ range }) => ({ span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } }));
}

function applyIn(text: string, edits: Finding["fixes"][number]["edits"]): string {
  const lines = new LineIndex(text);
  const spans = edits.map(({ range, newText }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText,
  }));
  return applyEdits(text, spans);
}
