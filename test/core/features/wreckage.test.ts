import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { actionsFor, fixAll } from "../../../server/src/core/features/codeActions.ts";
import { completeAt, foldingOf, hoverAt, outlineOf } from "../../../server/src/core/features/index.ts";
import type { SourceKind } from "../../../server/src/core/index.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { LineIndex } from "../../../server/src/core/text/span.ts";
import { memoryHost } from "../../support/memoryHost.ts";
import { randomFrom } from "../../support/randomFrom.ts";
import { kindOfPath } from "../../support/sourceKinds.ts";

const OPTIONS = { severities: {}, extraTypes: [], limit: 1000, language: "zh-cn" };
const t = translator("zh-cn");

/** The host's `logError` throws, so a rule that breaks fails the test. */
const engine = createEngine(memoryHost());

interface Example {
  readonly path: string;
  readonly kind: SourceKind;
  readonly text: string;
}

const EXAMPLES: readonly Example[] = readdirSync("examples", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.zone$|\.mailconfig\.ya?ml$|mta-sts\.txt$/.test(path))
  .map((path) => ({
    path,
    kind: kindOfPath(path),
    text: readFileSync(join("examples", path), "utf8"),
  }));

/** Reads, checks, explains and completes a text at one place, as an editor would. */
function useAll({ path, kind }: Example, text: string, at: number): void {
  // Opening makes tables of a fixed size: an edit of everything reads the same text sooner.
  const source = engine.get(path) ?? engine.open(path, kind, "");
  source.edit({ start: { line: 0, character: 0 }, end: { line: 0x7fffffff, character: 0 } }, text);
  const findings = source.lint(OPTIONS);
  for (const finding of findings) for (const fix of finding.fixes) assert.notEqual(fix.title, "");
  const position = new LineIndex(text).positionAt(at);
  hoverAt(source, position, t);
  completeAt(source, position, t);
  actionsFor(source, findings.slice(0, 3), t);
  if (at % 16 !== 0) return;
  fixAll(source, findings);
  outlineOf(source, 1000, t);
  foldingOf(source, 1000);
}

/** A long file is taken entry by entry around the place, since all its other lines are the same each time. */
function around(text: string, at: number): readonly [text: string, at: number] {
  const start = text.lastIndexOf("\n", Math.max(0, at - 150)) + 1;
  const end = text.indexOf("\n", at + 80);
  return [text.slice(start, end < 0 ? text.length : end), at - start];
}

function attempt(example: Example, text: string, at: number): void {
  try {
    useAll(example, text, at);
  } catch (error) {
    throw new Error(`${example.path} at ${at}: ${JSON.stringify(text)}`, { cause: error });
  }
}

test("there are examples of all kinds", () => {
  assert.deepEqual(new Set(EXAMPLES.map((it) => it.kind)), new Set(["zone", "config", "policy"]));
});

for (const example of EXAMPLES) {
  test(`every prefix of ${example.path}`, () => {
    for (let end = 0; end <= example.text.length; end++) {
      const [text, at] = around(example.text.slice(0, end), end);
      attempt(example, text, at);
    }
  });

  test(`every deletion of a character of ${example.path}`, () => {
    for (let at = 0; at < example.text.length; at++) {
      const [text, place] = around(example.text, at);
      attempt(example, text.slice(0, place) + text.slice(place + 1), place);
    }
  });
}

const PIECES = [
  ..."\"();\\@$:=-+~?%{}[]#&*!|>'\t\r\n 0aZé😀",
  "\r\n",
  "\u0000",
  "\ufeff",
  "v=spf1 ",
  "p=",
  "${env:A}",
  "IN TXT ",
  "<<: *a",
];

test("10,000 random mutations", () => {
  const random = randomFrom(2026);
  for (let round = 0; round < 10_000; round++) {
    const example = EXAMPLES[random(EXAMPLES.length)];
    if (example === undefined) continue;
    let [text, at] = around(example.text, random(example.text.length));
    for (let count = 1 + random(4); count > 0; count--) {
      const piece = PIECES[random(PIECES.length)] ?? "";
      const gone = random(2) === 0 ? random(6) : 0;
      text = text.slice(0, at) + piece + text.slice(at + gone);
      at = Math.min(text.length, Math.max(0, at + random(40) - 20));
    }
    attempt(example, text, at);
  }
});
