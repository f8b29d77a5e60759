import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { RULES } from "../../../../server/src/core/rules/index.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

interface Case {
  readonly id: string;
  readonly domain: string;
  readonly records: readonly string[];
  readonly "permerror-static": boolean | null;
}

const rules = RULES.filter(({ code }) => /^(?:spf|txt)\//.test(code));
const lines = readFileSync("test/corpora/spf-rfc7208/cases.jsonl", "utf8").trim().split("\n");

/** Errors of policy, not of grammar, and what only the zone around a record can say. */
const ALLOWED = new Set(["spf/pass-all", "spf/too-many-lookups", "spf/include-loop"]);

/** Where the suite allows both, there is nothing to agree with. */
const cases = lines.map((line): Case => JSON.parse(line)).filter((it) => it["permerror-static"] !== null);
let agreed = 0;

for (const { id, records, "permerror-static": isFaulty } of cases) {
  test(`the rules agree with the RFC's test ${id}`, () => {
    const text = records.map((value) => `rfc7208.test. 300 IN TXT ${quoted(value)}\n`).join("");
    const source = createEngine(memoryHost(), rules).open("test", "zone", text, {});
    const findings = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
    const errors = findings.filter((it) => it.severity === "error" && !ALLOWED.has(it.code)).map(({ code }) => code);
    assert.equal(errors.length > 0, isFaulty, `${text}${errors}`);
    agreed++;
  });
}

test("the rules agree with every test of the RFC's suite", (t) => {
  t.diagnostic(`corpus spf-rfc7208, rules: ${agreed} of ${cases.length}`);
  assert.deepEqual([agreed, cases.length], [199, 199]);
});

/** Strings of at most 255 octets; what is not printable ASCII is written by its number. */
function quoted(value: string): string {
  const strings = value.match(/.{1,200}/gs) ?? [""];
  const escaped = (it: string) =>
    it.replace(/[^ -~]|["\\]/g, (character) => `\\${String(character.charCodeAt(0)).padStart(3, "0")}`);
  return strings.map((it) => `"${escaped(it)}"`).join(" ");
}
