import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { didYouMean, editDistance } from "../../../server/src/core/text/didYouMean.ts";

const TYPES = ["A", "AAAA", "MX", "TXT", "CNAME", "SRV", "TLSA"];

const GUESSES: readonly (readonly [word: string, meant: string | undefined])[] = [
  ["TXTT", "TXT"],
  ["TX", "TXT"],
  ["XTX", undefined],
  ["TTX", "TXT"],
  ["CNMAE", "CNAME"],
  ["canme", "CNAME"],
  ["CNAMES", "CNAME"],
  ["AAA", "AAAA"],
  ["SVR", "SRV"],
  ["B", undefined],
  ["", undefined],
  ["mx", undefined],
  ["MAILBOX", undefined],
];

for (const [word, meant] of GUESSES) {
  test(`“${word}” was meant to be ${meant}`, () => assert.equal(didYouMean(word, TYPES), meant));
}

test("a distance may be given", () => {
  assert.equal(didYouMean("quarantined", ["none", "quarantine"], 1), "quarantine");
  assert.equal(didYouMean("quarntin", ["quarantine"], 1), undefined);
});

test("of two at one distance the first wins", () => assert.equal(didYouMean("mxx", ["mxa", "mxb"]), "mxa"));

test("the bounded distance is the real one, or over the bound", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 8 }), (a, b, limit) => {
      const real = editDistance(a, b, 20);
      const bounded = editDistance(a, b, limit);
      if (real <= limit) assert.equal(bounded, real);
      else assert.ok(bounded > limit);
      assert.equal(editDistance(b, a, 20), real);
    }),
  );
});
