import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type SpfSource, spfTree } from "../../../server/src/core/model/spfTree.ts";
import { isSpf, parseSpf } from "../../../server/src/core/syntax/spf.ts";
import type { CorpusRecord } from "../../support/spfZone.ts";

/** All names are known: what no record answers is not there. */
function sourceOf(records: readonly CorpusRecord[]): SpfSource {
  const find = (name: string, type: string) =>
    records.filter((it) => `${it.owner.toLowerCase()}.` === name && it.type === type).map(({ value }) => value);
  return {
    spf(name) {
      const values = find(name, "TXT").map((it) => (typeof it === "string" ? it : it.join("")));
      const [value, ...others] = values.filter(isSpf);
      if (value === undefined) return { kind: "none" };
      return others.length > 0 ? { kind: "several" } : { kind: "found", root: parseSpf(value).root };
    },
    mailHosts: (name) => find(name, "MX").map((it) => `${it[1]}.`),
    hasAddress: (name, family) => [...find(name, "A"), ...(family === 4 ? [] : find(name, "AAAA"))].length > 0,
  };
}

interface Case {
  readonly id: string;
  readonly group: string;
  readonly domain: string;
  readonly records: readonly string[];
  readonly "permerror-static": boolean | null;
  readonly "permerror-zone": boolean;
}

function readLines<T>(name: string): T[] {
  const lines = readFileSync(`test/corpora/spf-rfc7208/${name}`, "utf8").trim().split("\n");
  return lines.map((line): T => JSON.parse(line));
}

const zones = new Map(
  readLines<{ group: string; records: CorpusRecord[] }>("zones.jsonl").map((it) => [it.group, it.records]),
);

// Whoever reads the zone sees these errors whatever the message is.
for (const { id, group, domain, records, ...flags } of readLines<Case>("cases.jsonl")) {
  if (!flags["permerror-zone"] || records.length !== 1) continue;
  test(`spfTree sees why the RFC's test ${id} ends in an error`, () => {
    const { root } = parseSpf(records[0] ?? "");
    const { nodes, lookups, voidLookups } = spfTree(`${domain.toLowerCase()}.`, root, sourceOf(zones.get(group) ?? []));
    const isProblem = nodes.some(hasProblem);
    assert.ok(isProblem || lookups > 10 || voidLookups > 2, JSON.stringify({ lookups, voidLookups }));
  });
}

function hasProblem({ problem, child }: ReturnType<typeof spfTree>["nodes"][number]): boolean {
  return (problem !== undefined && problem !== "void") || child?.nodes.some(hasProblem) === true;
}

test("spfTree counts up to all, over includes and a redirect", () => {
  const source = sourceOf([
    { owner: "a.example", type: "TXT", value: "v=spf1 mx ptr redirect=b.example" },
    { owner: "b.example", type: "TXT", value: "v=spf1 a -all a a" },
    { owner: "b.example", type: "A", value: "192.0.2.1" },
  ]);
  const { root } = parseSpf(
    "v=spf1 ip4:192.0.2.1 include:A.example exists:%{i}.example exp=x.example -all mx redirect=a.example",
  );
  const tree = spfTree("example.com.", root, source);
  assert.deepEqual([tree.lookups, tree.voidLookups, tree.isComplete], [6, 1, false]);
  assert.deepEqual(
    tree.nodes.map((it) => it.lookups),
    [0, 5, 1, 0],
  );
});

test("spfTree fills %{d} and leaves the names of other macros open", () => {
  const { root } = parseSpf("v=spf1 a:%{d2}.test a:%{o} a:x.%{d} -all");
  const { nodes } = spfTree("mail.example.com.", root, sourceOf([]));
  assert.deepEqual(
    nodes.map(({ name }) => name),
    ["example.com.test.", undefined, "x.mail.example.com.", "mail.example.com."],
  );
});

test("spfTree ends where records include each other many times", () => {
  const value = `v=spf1 ${Array.from({ length: 9 }, (_, index) => `include:x${index}.example`).join(" ")} -all`;
  const records = Array.from({ length: 9 }, (_, index) => ({ owner: `x${index}.example`, type: "TXT", value }));
  const tree = spfTree("example.com.", parseSpf(value).root, sourceOf(records));
  assert.ok(tree.lookups > 10 && !tree.isComplete);
});
