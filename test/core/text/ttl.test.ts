import assert from "node:assert/strict";
import { test } from "node:test";
import { parseTtl } from "../../../server/src/core/text/ttl.ts";

test("seconds, units and their sums are read", () => {
  assert.equal(parseTtl("3600"), 3600);
  assert.equal(parseTtl("1h"), 3600);
  assert.equal(parseTtl("1H30m"), 5400);
  assert.equal(parseTtl("2w1d"), 1_296_000);
  assert.equal(parseTtl("0"), 0);
  assert.equal(parseTtl("2147483647"), 2_147_483_647);
});

test("anything else is none", () => {
  for (const text of ["", "h", "1h30", "-1", "1y", "1.5h", "2147483648", "4000w", "0x10"]) {
    assert.equal(parseTtl(text), undefined, text);
  }
});
