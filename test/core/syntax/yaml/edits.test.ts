import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { insertKey, removeKey, replaceByMapping, setScalar } from "../../../../server/src/core/syntax/yaml/edits.ts";
import type { MappingNode, Pair, YamlNode } from "../../../../server/src/core/syntax/yaml/nodes.ts";
import { parseYaml } from "../../../../server/src/core/syntax/yaml/parseYaml.ts";
import { lookUp } from "../../../../server/src/core/syntax/yaml/references.ts";
import { applyEdits, type TextEdit } from "../../../../server/src/core/text/span.ts";
import { EXAMPLES, first, nodesOf, toPlain } from "./support/tree.ts";

const { RUNS: runs = "300" } = process.env;

/** Finds the mapping at `path` and the pair of the key in it, without following aliases. */
function find(text: string, path: readonly string[], key?: string): { mapping: MappingNode; pair: Pair } {
  const mapping = lookUp(first(parseYaml(text).root), path)?.node;
  assert.ok(mapping?.kind === "mapping");
  const pair = mapping.pairs.find((it) => it.key.kind === "scalar" && it.key.value === key) ?? mapping.pairs[0];
  return { mapping, pair: pair as Pair }; // absent only in an empty mapping, whose tests do not use it
}

type Row = readonly [name: string, before: string, edits: (text: string) => TextEdit[], after: string];
const set = (path: string[], value: string) => (text: string) => {
  const node = lookUp(first(parseYaml(text).root), path)?.node;
  assert.ok(node?.kind === "scalar");
  return setScalar(text, node, value);
};
const insert = (path: string[], after: string | undefined, key: string, value: string) => (text: string) => {
  const { mapping, pair } = find(text, path, after);
  return insertKey(text, mapping, key, value, after === undefined ? undefined : pair);
};
const remove = (path: string[], key: string) => (text: string) => {
  const { mapping, pair } = find(text, path, key);
  return removeKey(text, mapping, pair);
};
const expand = (path: string[], key: string) => (text: string) => {
  const { mapping, pair } = find(text, path, key);
  return replaceByMapping(text, mapping, pair, [
    ["host", "pop.example.com"],
    ["port", "995"],
  ]);
};

const ROWS: readonly Row[] = [
  ["set plain", "a: 1 # c\n", set(["a"], "465"), "a: 465 # c\n"],
  ["set where quotes are needed", "a: x # c\n", set(["a"], "y: z"), 'a: "y: z" # c\n'],
  ["set keeps quotes", "a: 'x'\nb: \"y\"\n", set(["a"], "it's"), "a: 'it''s'\nb: \"y\"\n"],
  ["set an empty value", "a:\nb: 1\n", set(["a"], "x"), "a: x\nb: 1\n"],
  ["set an empty value before a comment", "a: # c\nb: 1\n", set(["a"], "x"), "a: x # c\nb: 1\n"],
  ["set a block scalar", "a: |\n  x\n  y\nb: 1\n", set(["a"], "z"), 'a: "z"\nb: 1\n'],
  [
    "insert in a block",
    "a:\n    b: 1 # c\n    d: 2\n",
    insert(["a"], "b", "c", "x"),
    "a:\n    b: 1 # c\n    c: x\n    d: 2\n",
  ],
  [
    "insert behind a nested one, CRLF",
    "a:\r\n  b:\r\n    c: 1\r\nd: 2\r\n",
    insert(["a"], "b", "e", "x"),
    "a:\r\n  b:\r\n    c: 1\r\n  e: x\r\nd: 2\r\n",
  ],
  ["insert at an end without line break", "a: 1", insert([], "a", "b", "x"), "a: 1\nb: x"],
  ["insert behind a block scalar", "a: |\n  x\nb: 1\n", insert([], "a", "c", "x"), "a: |\n  x\nc: x\nb: 1\n"],
  ["insert in a list item", "- a: 1\n- b: 2\n", (text) => insertKeyInItem(text), "- a: 1\n  c: x\n- b: 2\n"],
  ["insert in brackets", "a: { b: 1, d: 2 }\n", insert(["a"], "b", "c", "x"), "a: { b: 1, c: x, d: 2 }\n"],
  ["insert in empty brackets", "a: {}\n", insert(["a"], undefined, "c", "x"), "a: { c: x }\n"],
  ["remove with its comment", "a: 1\nb: 2 # c\n# d\ne: 3\n", remove([], "b"), "a: 1\n# d\ne: 3\n"],
  ["remove with what is below", "a:\n  b: 1\n  c:\n    d: 2\nx: 1\n", remove(["a"], "c"), "a:\n  b: 1\nx: 1\n"],
  ["remove the only one", "a:\n  b: 1\nx: 1\n", remove(["a"], "b"), "a:\n  {}\nx: 1\n"],
  ["remove at an end without line break", "a: 1\r\nb: 2", remove([], "b"), "a: 1"],
  ["remove behind a dash", "- a: 1\n  b: 2\n", (text) => removeFromItem(text), "- b: 2\n"],
  ["remove in brackets", "a: { b: 1, c: 2, d: 3 }\n", remove(["a"], "c"), "a: { b: 1, d: 3 }\n"],
  ["remove the last in brackets", "a: { b: 1, c: 2 }\n", remove(["a"], "c"), "a: { b: 1 }\n"],
  [
    "address to object",
    "a:\n  pop3: pop3s://pop.example.com # c\n  x: 1\n",
    expand(["a"], "pop3"),
    "a:\n  pop3: # c\n    host: pop.example.com\n    port: 995\n  x: 1\n",
  ],
  [
    "address to object in brackets",
    "a: { pop3: 'pop3s://pop', x: 1 }\n",
    expand(["a"], "pop3"),
    "a: { pop3: { host: pop.example.com, port: 995 }, x: 1 }\n",
  ],
];

function itemOf(text: string): MappingNode {
  const item = lookUp(first(parseYaml(text).root), [0])?.node;
  assert.ok(item?.kind === "mapping");
  return item;
}
const insertKeyInItem = (text: string) => insertKey(text, itemOf(text), "c", "x");
const removeFromItem = (text: string) => {
  const item = itemOf(text);
  return removeKey(text, item, item.pairs[0] as Pair); // the rows have one
};

for (const [name, before, edits, after] of ROWS)
  test(`edit: ${name}`, () => assert.equal(applyEdits(before, edits(before)), after));

/** Every pair of an example with the mapping it is in. */
const MEMBERS = EXAMPLES.flatMap((text) =>
  nodesOf(parseYaml(text).root).flatMap((mapping) =>
    mapping.kind === "mapping" ? mapping.pairs.map((pair) => ({ text, mapping, pair })) : [],
  ),
);
const comments = (text: string) => parseYaml(text).root.comments.map(({ start, end }) => text.slice(start, end));
const sorted = (text: string) => JSON.stringify(toPlain(parseYaml(text).root));
const isIn = (node: YamlNode, outer: YamlNode) =>
  outer.span.start <= node.span.start && node.span.end <= outer.span.end;

test("property: each edit of each key gives the file that was meant, comments kept", () => {
  const values = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      "yes: no",
      "# x",
      "- a",
      "'",
      '"',
      "a\nb",
      " a ",
      "null",
      "1e3",
      "@",
      "{",
      "a #b",
      ":",
      "\u2028\u0085\uFEFF",
      "😀",
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...MEMBERS), values, ({ text, mapping, pair }, value) => {
      if (pair.value.kind === "scalar") {
        const changed = applyEdits(text, setScalar(text, pair.value, value));
        const again = parseYaml(changed);
        assert.deepEqual(again.issues, [], changed);
        const node = nodesOf(again.root).find(
          (it) => it.kind === "scalar" && it.span.start >= pair.value.span.start && it.value === value,
        );
        assert.ok(node, changed);
        assert.deepEqual(comments(changed), comments(text));
      }
      const inserted = applyEdits(text, insertKey(text, mapping, "zzz", "1", pair));
      assert.deepEqual(parseYaml(inserted).issues, [], inserted);
      assert.deepEqual(comments(inserted), comments(text));
      assert.equal(sorted(inserted).replace(/,"zzz":"1"/, ""), sorted(text));
      const removed = applyEdits(text, removeKey(text, mapping, pair));
      const rest = parseYaml(removed).issues.filter((it) => it.reason !== "undefinedAlias");
      assert.deepEqual(rest, [], removed);
      const lost = nodesOf(parseYaml(text).root).length - nodesOf(parseYaml(removed).root).length;
      const below = nodesOf({ documents: [{ root: pair.value, span: pair.value.span, anchors: [] }], comments: [] });
      assert.equal(lost, below.length + 1, removed);
      assert.ok(below.every((it) => isIn(it, pair.value)));
    }),
    { numRuns: Number(runs) },
  );
});
