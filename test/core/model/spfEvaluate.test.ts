import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { evaluateSpf, type SpfResult } from "../../../server/src/core/model/spfEvaluate.ts";
import { type CorpusRecord, corpusResolver } from "../../support/spfZone.ts";

interface Case {
  readonly id: string;
  readonly group: string;
  readonly host: string;
  readonly helo: string;
  readonly mailfrom: string;
  readonly result: readonly SpfResult[];
  readonly explanation: string | null;
}

function readLines<T>(name: string): T[] {
  const lines = readFileSync(`test/corpora/spf-rfc7208/${name}`, "utf8").trim().split("\n");
  return lines.map((line): T => JSON.parse(line));
}

const zones = new Map(
  readLines<{ group: string; records: CorpusRecord[] }>("zones.jsonl").map((it) => [it.group, it.records]),
);

const cases = readLines<Case>("cases.jsonl");
let agreed = 0;

for (const { id, group, host, helo, mailfrom, result, explanation } of cases) {
  test(`evaluateSpf answers the RFC's test ${id} with ${result.join(" or ")}`, async () => {
    const resolver = corpusResolver(zones.get(group) ?? []);
    const verdict = await evaluateSpf(
      { ip: host, helo, sender: mailfrom, receiver: "receiver.example", now: 0 },
      resolver,
    );
    assert.ok(result.includes(verdict.result), verdict.result);
    if (explanation !== null) assert.equal(verdict.explanation ?? "DEFAULT", explanation);
    agreed++;
  });
}

test("evaluateSpf agrees with every test of the RFC's suite", (t) => {
  t.diagnostic(`corpus spf-rfc7208, evaluator: ${agreed} of ${cases.length}`);
  assert.deepEqual([agreed, cases.length], [203, 203]);
});

test("evaluateSpf tells which term decided, through includes", async () => {
  const resolver = corpusResolver([
    { owner: "example.com", type: "TXT", value: "v=spf1 mx include:_spf.example.net -all" },
    { owner: "_spf.example.net", type: "TXT", value: "v=spf1 ip4:192.0.2.0/24 ~all" },
  ]);
  const verdict = await evaluateSpf({ ip: "192.0.2.9", helo: "a.example", sender: "a@example.com", now: 0 }, resolver);
  assert.equal(verdict.result, "pass");
  assert.deepEqual([verdict.lookups, verdict.voidLookups], [2, 1]);
  const path = verdict.path.map(({ domain, term }) => `${domain} ${term.text}`);
  assert.deepEqual(path, ["example.com include:_spf.example.net", "_spf.example.net ip4:192.0.2.0/24"]);
});
