import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { RECORD_TYPES } from "../../../../server/src/core/facts/recordTypes.ts";
import { WANTS } from "../../../../server/src/core/syntax/zone/rdata/wants.ts";
import { checkRdata } from "../../../../server/src/core/syntax/zone/rdataFields.ts";
import { faultsOf, tokensOf } from "../../../support/tokens.ts";
import { BAD, GOOD } from "./rdataTables.ts";

for (const record of GOOD) {
  test(`takes ${record}`, () => assert.deepEqual(faultsOf(record), { marked: record, faults: [] }));
}

const SHORT = {
  "zone/invalid-rdata": "invalid",
  "zone/missing-rdata": "missing",
  "zone/extra-rdata": "extra",
} as const;

for (const [marked, ...expected] of BAD) {
  test(`refuses ${marked}`, () => {
    const found = faultsOf(marked.replaceAll(/[«»]/g, ""));
    assert.equal(found.marked, marked);
    const said = found.faults.map(({ code, reason, field, wants }) => {
      const word = code === "zone/invalid-name" ? `name(${reason})` : SHORT[code];
      return `${word} ${field}: ${wants}`;
    });
    assert.deepEqual(said, expected);
  });
}

test("what a field wants fits its placeholder", () => {
  for (const wants of Object.values(WANTS)) assert.ok(wants.length <= 40, wants);
});

const CODES = [0, 1234, 65401, ...RECORD_TYPES.map((it) => it.code)];
const PIECE = fc.oneof(
  fc.string({ unit: "binary-ascii", maxLength: 12 }),
  fc.constantFrom(
    "10",
    "255",
    "a.b.",
    ".",
    '"x y"',
    "00ff",
    "AAAA",
    "\\#",
    "4",
    "c0000201",
    "alpn=h2",
    "\\1",
    "A",
    "-",
  ),
);

test("any bytes: never throws, ranges stay in the entry", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CODES), fc.array(PIECE, { maxLength: 12 }), (type, pieces) => {
      const text = `X ${pieces.join(" ")}`;
      const tokens = tokensOf(text);
      const bytes = new Uint8Array(Buffer.from(text, "latin1"));
      for (const { first, last, code, wants } of checkRdata(type, bytes, tokens, 1) ?? []) {
        assert.ok(first >= 0 && first <= last && last < tokens.count, `${code} ${first} ${last}`);
        assert.ok(wants.length > 0 && wants.length <= 40, wants);
      }
    }),
    { numRuns: 5000 },
  );
});

test("octets in the form of RFC 3597 are never read beyond their end", () => {
  fc.assert(
    fc.property(fc.constantFrom(...CODES), fc.uint8Array({ maxLength: 40 }), (type, data) => {
      const text = `X \\# ${data.length} ${Buffer.from(data).toString("hex")}`;
      const tokens = tokensOf(text);
      const faults = checkRdata(type, new Uint8Array(Buffer.from(text)), tokens, 1) ?? [];
      for (const { first, last } of faults) assert.ok(first <= last && last < tokens.count);
    }),
    { numRuns: 5000 },
  );
});
