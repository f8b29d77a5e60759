import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EditableText } from "../../../server/src/core/text/editableText.ts";
import { LineIndex } from "../../../server/src/core/text/span.ts";

test("edits one after another give what each one says of the text before it, and its lines", () => {
  const piece = fc.stringMatching(/^[a邮\n\r]{0,6}$/);
  fc.assert(
    fc.property(piece, fc.array(fc.tuple(fc.nat(20), fc.nat(6), piece), { maxLength: 6 }), (first, edits) => {
      const text = new EditableText(first);
      let plain = first;
      for (const [from, length, newText] of edits) {
        const lines = new LineIndex(plain);
        const range = { start: lines.positionAt(Math.min(from, plain.length)), end: lines.positionAt(from + length) };
        const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
        text.edit(range, newText);
        plain = plain.slice(0, start) + newText + plain.slice(end);
        assert.equal(text.value, plain);
        assert.deepEqual(text.lines.positionAt(plain.length), new LineIndex(plain).positionAt(plain.length));
      }
    }),
  );
});

test("a byte order mark is a character of the text, as it is for the editor", () => {
  assert.equal(new EditableText(new TextEncoder().encode("\ufeffversion: 1\n")).value, "\ufeffversion: 1\n");
});
