import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { applyToBytes } from "../../server/src/cli/byteEdits.ts";
import type { Finding, FindingFix } from "../../server/src/core/engine/finding.ts";
import { safeEdits } from "../../server/src/core/features/safeFixes.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { kindOfPath } from "../support/sourceKinds.ts";
import { commentsOf } from "./comments.ts";
import { applyAll, describeFix, type FixCase, fixCases, lintAll } from "./fixCases.ts";

/** As `check --fix` has it. */
const MOST_ROUNDS = 10;
/** Never to be raised: a fix is mended, or a reason takes the place of another one. */
const MOST_EXCEPTIONS = 7;

/** Whose fixes are about a comment: what they write was one, or it goes with its record. */
const MAY_CHANGE_COMMENTS = ["txt/unquoted-semicolon", "zone/duplicate-record", "cross/suppression-unused"];

/**
 * While one of these is reported, nobody reads the rest of the text, and the rules named are silent: what else was wrong
 * there is said once it is mended.
 */
const SPEAK_ALONE: Readonly<Record<string, RegExp>> = {
  "bimi/version": /^bimi\//,
  "dmarc/version": /^dmarc\//,
  "mta-sts/version": /^mta-sts\/id$/,
  "mta-sts/policy-syntax": /^mta-sts\/policy-/,
  "mta-sts/policy-version": /^mta-sts\/policy-/,
  "mta-sts/policy-mode": /^mta-sts\/policy-/,
  "tls-rpt/version": /^tls-rpt\//,
  "txt/double-escaped": /^dkim\//,
};

/** `rule brings other/rule: reason` a line, for fixes that lay another error bare. */
const exceptions = new Map(
  readFileSync("test/property/exceptions.txt", "utf8")
    .trim()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
);
const used = new Set<string>();

const cases = await fixCases();
const tried = new Map<string, number>();
const faults = new Map<string, string[]>();
for (const it of cases) tryFixes(it);

for (const { code } of RULES.filter(({ fixable }) => fixable !== false)) {
  test(`each fix of ${code} ends its finding and brings no error`, () => {
    assert.deepEqual(faults.get(code) ?? [], []);
    assert.ok(tried.has(code), "no text shows a fix of this rule");
  });
}

test("fixes that lay another error bare have reasons, all in use, and do not grow in number", () => {
  assert.deepEqual([...exceptions.keys()].sort(), [...used].sort());
  for (const [what, reason] of exceptions) assert.ok(reason.length > 20, `${what} has no reason`);
  assert.ok(exceptions.size <= MOST_EXCEPTIONS, `${exceptions.size}`);
});

test("safe fixes settle on every text of the tables, and change no comment", () => {
  for (const it of cases) settle(it);
});

for (const folder of ["examples", "test/corpora"]) {
  test(`safe fixes settle on every file of ${folder}, and change no comment`, () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (it) => it.isFile() && (/\.(?:zone|yaml)$|^mta-sts\.txt$/.test(it.name) || /[\\/]zones$/.test(it.parentPath)),
      )
      .map((it) => `${it.parentPath}/${it.name}`.replaceAll("\\", "/"));
    assert.ok(files.length > 5);
    for (const path of files) {
      settle({ code: path, path, kind: kindOfPath(path), table: {}, files: { [path]: readFileSync(path, "utf8") } });
    }
  });
}

/** Tries each fix of each finding of a text alone. */
function tryFixes(at: FixCase): void {
  const before = lintAll(at, at.files);
  for (const finding of before) {
    for (const fix of finding.fixes) {
      tried.set(finding.code, (tried.get(finding.code) ?? 0) + 1);
      const fault = faultOf(at, before, finding, fix);
      if (fault === undefined) continue;
      const text = `${fault}: ${describeFix(fix, finding, at.files)}`;
      faults.set(finding.code, [...(faults.get(finding.code) ?? []), text]);
    }
  }
}

/** What is wrong with one fix; `undefined` where nothing is. */
function faultOf(at: FixCase, before: readonly Finding[], finding: Finding, fix: FindingFix): string | undefined {
  const files = applyAll(at.files, fix.edits);
  if (files === undefined) return "its edits overlap or lie outside the text";
  for (const [path, text] of Object.entries(at.files)) {
    const edits = fix.edits.filter((it) => it.path === path);
    const bytes = applyToBytes(new TextEncoder().encode(text), edits);
    const isSame = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n") === files[path]?.replaceAll("\r\n", "\n");
    if (!isSame) return "the command line writes another text than the editor";
    if (fix.kind === "safe" && !keepsComments(at, finding.code, text, files[path] ?? "")) return "it changes a comment";
  }
  const after = lintAll(at, files);
  if (count(after, finding.code) >= count(before, finding.code)) return "the finding stays";
  const errors = (all: readonly Finding[]) => all.filter((it) => it.severity === "error");
  for (const { code } of errors(after)) {
    if (count(errors(after), code) <= count(errors(before), code) || SPEAK_ALONE[finding.code]?.test(code)) continue;
    const what = `${finding.code} brings ${code}`;
    used.add(what);
    if (!exceptions.has(what)) return what;
  }
  return undefined;
}

function settle(at: FixCase): void {
  let { files } = at;
  for (let round = 0; ; round++) {
    const findings = lintAll(at, files);
    const edits = [...safeEdits(findings, (path) => files[path] !== undefined).values()].flat();
    if (edits.length === 0) break;
    assert.ok(round < MOST_ROUNDS, `${at.code} does not settle: ${JSON.stringify(at.files)}`);
    const next = applyAll(files, edits);
    assert.ok(next, `${at.code}: edits at odds in ${JSON.stringify(files)}`);
    const codes = findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === "safe")).map(({ code }) => code);
    if (!codes.some((code) => MAY_CHANGE_COMMENTS.includes(code))) {
      const text = files[at.path] ?? "";
      assert.deepEqual(commentsOf(next[at.path] ?? "", at.kind), commentsOf(text, at.kind), at.code);
    }
    files = next;
  }
}

function keepsComments({ kind }: FixCase, code: string, before: string, after: string): boolean {
  if (MAY_CHANGE_COMMENTS.includes(code)) return true;
  return JSON.stringify(commentsOf(before, kind)) === JSON.stringify(commentsOf(after, kind));
}

function count(findings: readonly Finding[], code: string): number {
  return findings.filter((it) => it.code === code).length;
}
