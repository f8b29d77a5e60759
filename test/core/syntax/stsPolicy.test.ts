import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseStsPolicy } from "../../../server/src/core/syntax/stsPolicy.ts";

test("keys, values and their places", () => {
  const text = "version: STSv1\r\nmx:\t*.example.com \r\nmx: a.example.com\r\nmode: none\nmode: enforce";
  const { root, issues } = parseStsPolicy(text);
  assert.deepEqual(issues, []);
  assert.equal(root.lineEnd, "\r\n");
  assert.equal(root.mode?.value, "none");
  assert.deepEqual(
    root.mx.map(({ valueSpan: { start, end } }) => text.slice(start, end)),
    ["*.example.com", "a.example.com"],
  );
  assert.deepEqual(root.fields[1]?.span, { start: 16, end: 33 });
});

test("a byte order mark is reported and belongs to no key", () => {
  const { root, issues } = parseStsPolicy("\uFEFFversion: STSv1");
  assert.equal(root.version?.value, "STSv1");
  assert.deepEqual(
    issues.map(({ span, data }) => [span, data?.["reason"]]),
    [[{ start: 0, end: 1 }, "bom"]],
  );
});

test("any text is read, and every line that is not blank is in the tree", () => {
  const piece = fc.constantFrom(
    "version",
    "mx",
    "mode",
    ":",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\uFEFF",
    "#",
    "ü",
    "STSv1",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((it) => it.join("")),
      ),
      (text) => {
        const { root, issues } = parseStsPolicy(text);
        let at = 0;
        for (const { span, text: line, field } of root.lines) {
          assert.match(text.slice(at, span.start), /^[\uFEFF \t\r\n]*$/);
          assert.equal(text.slice(span.start, span.end), line);
          if (field) assert.equal(text.slice(field.keySpan.start, field.keySpan.end), field.key);
          if (field) assert.equal(text.slice(field.valueSpan.start, field.valueSpan.end), field.value);
          at = span.end;
        }
        assert.match(text.slice(at), /^[\uFEFF \t\r\n]*$/);
        for (const { span } of issues) assert.ok(0 <= span.start && span.start < span.end && span.end <= text.length);
      },
    ),
  );
});
