import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { safeEdits } from "../../server/src/core/features/safeFixes.ts";
import type { Source } from "../../server/src/core/index.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { memoryHost } from "../support/memoryHost.ts";

const OPTIONS = { severities: {}, extraTypes: [], limit: 1_000, language: "en" };
const PTR = 'a TXT "v=spf1 ptr -all"';

/** What deleting unused comments makes of the lines behind a plain zone; the other findings are no concern here. */
const ROWS: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    "a comment alone on its line goes with the line",
    "x A 192.0.2.1\n; mailconfig-disable spf/ptr\ny A 192.0.2.2\n",
    "x A 192.0.2.1\ny A 192.0.2.2\n",
  ],
  [
    "also where it is indented and lines end with CR LF",
    "x A 192.0.2.1\r\n  ; mailconfig-disable spf/ptr\r\ny A 192.0.2.2\r\n",
    "x A 192.0.2.1\r\ny A 192.0.2.2\r\n",
  ],
  [
    "behind a record the blanks before it go too",
    "x A 192.0.2.1 \t; mailconfig-disable-line spf/ptr -- why\ny A 192.0.2.2\n",
    "x A 192.0.2.1\ny A 192.0.2.2\n",
  ],
  ["the last line, without an end", "x A 192.0.2.1\n; mailconfig-disable spf/ptr", "x A 192.0.2.1\n"],
  [
    "one code of several, in the middle",
    `${PTR} ; mailconfig-disable-line spf/ptr, spf/version, spf/wildcard\n`,
    `${PTR} ; mailconfig-disable-line spf/ptr\n`,
  ],
  [
    "codes before the one that stays",
    `${PTR} ; mailconfig-disable-line spf/version, spf/wildcard, spf/ptr -- x\n`,
    `${PTR} ; mailconfig-disable-line spf/ptr -- x\n`,
  ],
];

for (const [what, before, after] of ROWS) {
  test(`an unused suppression is deleted: ${what}`, () => {
    const source = createEngine(memoryHost({}), RULES).open("a.zone", "zone", before, { origin: "example.com" });
    assert.equal(mended(source), after);
  });
}

test("a config's unused suppression goes with its line", () => {
  const text =
    "version: 1\n# mailconfig-disable config/port-25\ndomain: example.com # mailconfig-disable-line config/*\n";
  const source = createEngine(memoryHost({}), RULES).open(".mailconfig.yaml", "config", text);
  assert.equal(mended(source), "version: 1\ndomain: example.com\n");
});

/** Round after round, as `--fix` does it: of two fixes that touch, one waits. */
function mended(source: Source): string {
  for (let round = 0; round < 5; round++) {
    const unused = source.lint(OPTIONS).filter(({ code }) => code === "cross/suppression-unused");
    const edits = safeEdits(unused, () => true).get(source.path) ?? [];
    for (const { range, newText } of [...edits].reverse()) source.edit(range, newText);
  }
  return source.text();
}
