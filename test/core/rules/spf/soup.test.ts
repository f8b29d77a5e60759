import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import type { FileEdit } from "../../../../server/src/core/engine/finding.ts";
import { RULES } from "../../../../server/src/core/rules/index.ts";
import { applyEdits, LineIndex } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const rules = RULES.filter(({ code }) => /^(?:spf|txt)\//.test(code));
const pieces = [
  ...'"""  ;()\t\\+-~?:=/.,%{}1“–\u00a0é',
  ...["v=spf1 ", "v=DMARC1; p=none", "include:", "_spf.example.com", "example.com", "-all", "all", "mx", "a", "ptr"],
  ...[
    "ip4:192.0.2.1",
    "ip6:2001:db8::1",
    "/24",
    "redirect=",
    "exp=",
    "%{d}",
    "\\032",
    "\\;",
    "\\034",
    '" "',
    "\n ",
    "\n@ TXT ",
  ],
];
const head = "$ORIGIN example.com.\n$TTL 1h\n@ SOA ns h 1 7200 3600 1209600 3600\n@ MX 10 mail\n";
const zones = fc
  .array(fc.constantFrom(...pieces), { maxLength: 30 })
  .map((words) => `${head}_spf TXT "v=spf1 mx ?all"\n@ TXT "v=spf1 ${words.join("")}`);

function lint(text: string) {
  // A host whose log throws: a rule that breaks fails the test.
  const source = createEngine(memoryHost(), rules).open("test", "zone", text, {});
  return source.lint({ severities: {}, extraTypes: [], limit: 1_000, language: "en" });
}

function apply(text: string, edits: readonly FileEdit[]): string {
  const lines = new LineIndex(text);
  const offsets = edits.map(({ range, newText }) => ({
    span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
    newText,
  }));
  return applyEdits(text, offsets);
}

test("the rules of SPF and TXT strings take any text, and their findings lie in it", () => {
  fc.assert(
    fc.property(zones, (text) => {
      const lines = new LineIndex(text);
      for (const { range, message } of lint(text)) {
        const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
        assert.ok(0 <= start && start <= end && end <= text.length, message);
      }
    }),
    { numRuns: 400 },
  );
});

test("applying their safe fixes one after the other comes to an end", () => {
  fc.assert(
    fc.property(zones, (start) => {
      let text = start;
      for (let round = 0; round < 60; round++) {
        const fix = lint(text).flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === "safe"))[0];
        if (!fix) return;
        const next = apply(text, fix.edits);
        assert.notEqual(next, text, fix.title);
        text = next;
      }
      assert.fail(`safe fixes without end: ${text}`);
    }),
    { numRuns: 400 },
  );
});
