import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineIndex } from "../../../server/src/core/text/span.ts";

test("lines end at LF, CRLF and CR, whichever are mixed", () => {
  const texts = fc.array(fc.constantFrom("\n", "\r", "\r\n", "a", "bc")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      const lines = new LineIndex(text);
      const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)];
      for (const [line, start] of starts.entries()) {
        assert.deepEqual(lines.positionAt(start), { line, character: 0 });
        assert.equal(lines.offsetAt({ line, character: 0 }), start);
      }
      assert.equal(lines.offsetAt({ line: starts.length, character: 0 }), text.length);
    }),
  );
});
