import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeBase64, encodeBase64 } from "../../../server/src/core/syntax/base64.ts";
import { mark, unmark } from "../../support/marked.ts";

test("base64 there and back is what Buffer makes of it", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = encodeBase64(bytes);
      assert.equal(text, Buffer.from(bytes).toString("base64"));
      const { bytes: back, fault } = decodeBase64(text.replace(/(.{3})/g, "$1 "));
      assert.deepEqual([...back], [...bytes]);
      assert.equal(fault, undefined);
    }),
  );
});

for (const [marked, kind] of [
  ["AAAA AA ==", undefined],
  ["A A\t==", undefined],
  ["", undefined],
  ["AA«*»A", "character"],
  ["AAAA«é»", "character"],
  ["AAAA«😀»A", "character"],
  ["AA==«A»", "character"],
  ["AAA=«=»", "character"],
  ["A«=»", "character"],
  ["«=»", "character"],
  ["AAAA«A»", "length"],
  ["A«A»", "padding"],
  ["AA«=»", "padding"],
  ["AA«A»", "padding"],
] as const) {
  test(`decodeBase64 says of ${marked}: ${kind ?? "fine"}`, () => {
    const text = unmark(marked);
    const { fault } = decodeBase64(text);
    assert.equal(mark(text, fault ? [fault] : []), marked);
    assert.equal(fault?.kind, kind);
  });
}

test("decodeBase64 takes any text, and its fault lies inside the part it reads", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const { fault } = decodeBase64(text, { start, end });
      if (fault) assert.ok(fault.span.start >= start && fault.span.start <= end && fault.span.end >= fault.span.start);
    }),
  );
});
