import assert from "node:assert/strict";
import { test } from "node:test";
import { compareZone } from "../../../../server/src/core/features/live/compareZone.ts";
import type { LiveDns } from "../../../../server/src/core/features/live/liveDns.ts";
import { liveReport, reportPage } from "../../../../server/src/core/features/live/liveReport.ts";
import type { PublishedZone } from "../../../../server/src/core/features/live/publishedZone.ts";
import { translator } from "../../../../server/src/core/locale.ts";

const t = translator();

test("what comes from the network is no Markdown on the page", async () => {
  const value = "``<b>*x*";
  const zone: PublishedZone = {
    apex: "example.com.",
    sets: [{ owner: "_mta-sts.example.com.", type: "TXT", values: [{ value: "v=STSv1; id=1", path: "z", line: 3 }] }],
    isCut: true,
    consents: [],
  };
  const live: LiveDns = {
    ask: async () => ({ kind: "found", values: [value] }),
    fetchStsPolicy: async () => ({ kind: "error", reason: "<img src=x>" }),
  };
  const page = reportPage(await liveReport(zone, live, t), "a*b", (path, line) => `${path}#${line}`, t);
  assert.equal(
    page,
    [
      "# a&#42;b",
      "0 of 1 record sets are published as in the file.",
      "### `_mta-sts.example.com` TXT: other data than in the file",
      "In the file, not published:",
      "- `v=STSv1; id=1` ([4](z#3))",
      "Published, not in the file:",
      "- ``` ``<b>*x* ```",
      "## What mail needs",
      "- **bad** `mta-sts.example.com`: The MTA-STS policy cannot be fetched: &#60;img src=x&#62;.",
    ].join("\n\n"),
  );
});

const OUTCOMES: readonly (readonly [written: string, published: string, outcome: string])[] = [
  ["a b", "b a", "same"],
  ["a b", "", "missing"],
  ["a b", "a", "different"],
  ["a", "b", "different"],
  ["a", "a b", "extra"],
];

for (const [written, published, outcome] of OUTCOMES) {
  test(`“${written}” in the file beside “${published}” in the DNS: ${outcome}`, async () => {
    const values = written.split(" ").map((value) => ({ value, path: "z", line: 3 }));
    const zone: PublishedZone = {
      apex: "example.com.",
      sets: [{ owner: "example.com.", type: "TXT", values }],
      isCut: true,
      consents: [],
    };
    const live: LiveDns = {
      ask: async () => (published === "" ? { kind: "none" } : { kind: "found", values: published.split(" ") }),
      fetchStsPolicy: async () => ({ kind: "none" }),
    };
    assert.deepEqual(
      (await compareZone(zone, live)).map((it) => it.outcome),
      [outcome],
    );
  });
}
