import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import type { Span } from "../../../../server/src/core/text/span.ts";
import { mark } from "../../../support/marked.ts";
import { memoryHost } from "../../../support/memoryHost.ts";
import { BAD, GOOD } from "./rdataTables.ts";

// The reader screens common types by itself, without the table of fields: it must miss nothing that the table finds.
const CODES = new Set(["zone/invalid-rdata", "zone/missing-rdata", "zone/extra-rdata", "zone/invalid-name"]);
const OPTIONS = { severities: {}, extraTypes: [], limit: 1_000, language: "en" };
const HEAD = "host 3600 IN ";

for (const record of [...GOOD, ...BAD.map(([marked]) => marked)]) {
  test(`the engine agrees about ${record}`, () => {
    const text = HEAD + record.replaceAll(/[«»]/g, "");
    const source = createEngine(memoryHost({})).open("test", "zone", text, { origin: "example.com." });
    const found = source.lint(OPTIONS).filter((it) => CODES.has(it.code));
    const spans = found.map(({ code, range }) => {
      const span = { start: range.start.character, end: range.end.character };
      return { span: code === "zone/invalid-name" ? wordAround(text, span) : span };
    });
    assert.equal(mark(text, spans), HEAD + record);
  });
}

/** The rule marks the label or the dot at fault. */
function wordAround(text: string, { start, end }: Span): Span {
  const after = text.slice(end).search(/\s/);
  return { start: text.lastIndexOf(" ", start) + 1, end: after < 0 ? text.length : end + after };
}
