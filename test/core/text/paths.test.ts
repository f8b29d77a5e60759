import assert from "node:assert/strict";
import { test } from "node:test";
import { fileNameOf, referenceTo } from "../../../server/src/core/text/paths.ts";

test("a path is written as seen from beside another", () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ["file:///w/.mailconfig.yaml", "file:///w/dns/a.zone", "dns/a.zone"],
    ["file:///w/a/.mailconfig.yaml", "file:///w/dns/b%20c.zone", "../dns/b c.zone"],
    ["file:///w/a/b/x.yaml", "file:///w/a/b/y.zone", "y.zone"],
    ["file:///C:/w/x.yaml", "file:///D:/w/y.zone", undefined],
    ["file:///w/x.yaml", "untitled:///w/y.zone", undefined],
    ["a/.mailconfig.yaml", "a/dns/x.zone", "dns/x.zone"],
    [".mailconfig.yaml", "dns\\x.zone", "dns/x.zone"],
    ["a/x.yaml", "b/x.zone", "../b/x.zone"],
    ["x.yaml", "/abs/x.zone", undefined],
  ];
  for (const [from, to, expected] of cases) assert.equal(referenceTo(from, to), expected, `${from} → ${to}`);
});

test("the last part of a path is a file's name", () => {
  assert.equal(fileNameOf("file:///w/b%20c.zone"), "b c.zone");
  assert.equal(fileNameOf("c:\\w\\100%.zone"), "100%.zone");
  assert.equal(fileNameOf("file:///w/100%.zone"), "100%.zone");
  assert.equal(fileNameOf("file:///w/a%ff.zone"), "a%ff.zone");
});
