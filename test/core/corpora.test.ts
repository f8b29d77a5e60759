import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { memoryHost } from "../support/memoryHost.ts";

/** A zone file of another project's tests, and what four checkers say about it (see the README of its corpus). */
interface Case {
  readonly file: string;
  readonly origin: string;
  readonly expect: "valid" | "invalid" | null;
  /** `warning`: readable, but without NS, SOA or an address that it needs. */
  readonly level: "error" | "warning" | null;
}

const CORPORA = ["hickory", "ldns", "unbound"];
/** Never to be raised: a disagreement is mended, or a reason takes the place of another one. */
const MOST_DISAGREEMENTS = 1;

/** `corpus file: reason` a line. */
const reasons = new Map(
  readFileSync("test/corpora/disagreements.txt", "utf8")
    .trim()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
);

for (const corpus of CORPORA) {
  test(`the zones of ${corpus} are judged as other checkers judge them`, (t) => {
    const cases = casesOf(corpus).filter(({ expect }) => expect !== null);
    const disagreements = cases.filter((it) => !agrees(corpus, it)).map(({ file }) => `${corpus} ${file}`);
    t.diagnostic(`${corpus}: ${cases.length - disagreements.length} of ${cases.length}`);
    const known = [...reasons.keys()].filter((it) => it.startsWith(`${corpus} `));
    assert.deepEqual(disagreements.sort(), known.sort());
  });
}

test("disagreements have reasons and do not grow in number", () => {
  for (const [place, reason] of reasons) assert.ok(reason.length > 20, `${place} has no reason`);
  assert.ok(reasons.size <= MOST_DISAGREEMENTS);
});

function casesOf(corpus: string): Case[] {
  const lines = readFileSync(`test/corpora/${corpus}/cases.jsonl`, "utf8").trim().split("\n");
  return lines.map((line): Case => JSON.parse(line));
}

function agrees(corpus: string, { file, origin, expect, level }: Case): boolean {
  const bytes = new Uint8Array(readFileSync(`test/corpora/${corpus}/${file}`));
  const source = createEngine(memoryHost(), RULES).open(file, "zone", bytes, { origin });
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 1_000, language: "en" });
  const worst = ["error", "warning"].find((severity) => findings.some((it) => it.severity === severity));
  if (expect === "valid") return worst !== "error";
  return level === "warning" ? worst !== undefined : worst === "error";
}
