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

/** A record of a library's tests, and whether that library takes it. */
interface RecordCase {
  readonly text: string;
  readonly valid: boolean;
  readonly test: string;
}

const CORPORA = ["hickory", "ldns", "unbound"];
/** Never to be raised: a disagreement is mended, or a reason takes the place of another one. */
const MOST_DISAGREEMENTS = 17;

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
    t.diagnostic(`corpus ${corpus}: ${cases.length - disagreements.length} of ${cases.length}`);
    assert.deepEqual(disagreements.sort(), knownOf(corpus));
  });
}

test("the records of miekg-dns are taken and refused as that library does", (t) => {
  const rows = linesOf<RecordCase>("miekg-dns/records.jsonl");
  const disagreements = rows.flatMap(({ text, valid, test: from }, at) => {
    const record = from.endsWith("TestParseBadSVCB") ? `a.example. SVCB ${text}` : text;
    return (worstOf(record, "example.org.") !== "error") === valid ? [] : [`miekg-dns record ${at + 1}`];
  });
  t.diagnostic(`corpus miekg-dns: ${rows.length - disagreements.length} of ${rows.length}`);
  assert.deepEqual(disagreements.sort(), knownOf("miekg-dns"));
});

test("disagreements have reasons and do not grow in number", () => {
  for (const [place, reason] of reasons) assert.ok(reason.length > 20, `${place} has no reason`);
  assert.ok(reasons.size <= MOST_DISAGREEMENTS);
});

function casesOf(corpus: string): Case[] {
  return linesOf(`${corpus}/cases.jsonl`);
}

function linesOf<T>(file: string): T[] {
  const lines = readFileSync(`test/corpora/${file}`, "utf8").trim().split("\n");
  return lines.map((line): T => JSON.parse(line));
}

function knownOf(corpus: string): string[] {
  return [...reasons.keys()].filter((it) => it.startsWith(`${corpus} `)).sort();
}

function agrees(corpus: string, { file, origin, expect, level }: Case): boolean {
  const worst = worstOf(new Uint8Array(readFileSync(`test/corpora/${corpus}/${file}`)), origin);
  if (expect === "valid") return worst !== "error";
  return level === "warning" ? worst !== undefined : worst === "error";
}

/** The highest severity of a zone's findings, `undefined` below a warning. */
function worstOf(content: Uint8Array | string, origin: string): "error" | "warning" | undefined {
  const source = createEngine(memoryHost(), RULES).open("test", "zone", content, { origin });
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 1_000, language: "en" });
  return (["error", "warning"] as const).find((severity) => findings.some((it) => it.severity === severity));
}
