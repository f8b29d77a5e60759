import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseEvents } from "js-yaml";
import { contextAt } from "../../../../server/src/core/syntax/yaml/cursorContext.ts";
import { mapScalar } from "../../../../server/src/core/syntax/yaml/mapScalar.ts";
import type { YamlNode } from "../../../../server/src/core/syntax/yaml/nodes.ts";
import { parseYaml } from "../../../../server/src/core/syntax/yaml/parseYaml.ts";
import { effectivePairs, lookUp, visitEffective } from "../../../../server/src/core/syntax/yaml/references.ts";
import { BROKEN, bigFile } from "./support/broken.ts";
import { EXAMPLES, first, nodesOf, toPlain } from "./support/tree.ts";

const { RUNS: runs = "300" } = process.env;

for (const { name, text, meant, issues } of BROKEN)
  test(`broken: ${name}`, () => {
    const found = parseYaml(text);
    assert.deepEqual(
      found.issues.map(({ reason, span }) => `${reason} "${text.slice(span.start, span.end)}"`),
      issues,
    );
    const [kept, whole] = [toPlain(found.root), toPlain(parseYaml(meant).root)];
    assert.equal(kept.length, whole.length);
    const keysOf = (value: unknown) => JSON.stringify(value, (_, it) => (typeof it === "string" ? "" : it));
    assert.equal(keysOf(kept), keysOf(whole)); // every key and item is there; values may be broken
  });

test("an empty file, only comments, only a BOM", () => {
  for (const text of ["", "\n\n", "# a\n", "\uFEFF", "\r\n"]) assert.deepEqual(parseYaml(text).issues, []);
  assert.equal(parseYaml("# a\n  # b").root.comments.length, 2);
});

test("spans: quotes, anchors, tags, empty values, comments, CRLF, a BOM", () => {
  const text = '\uFEFFa: &x !t "1 # no" # yes\r\nb:\r\nc: [ 1, { d: } ]\r\n';
  const { root, issues } = parseYaml(text);
  assert.deepEqual(issues, []);
  const shown = nodesOf(root).map(({ kind, span, anchor, tag }) =>
    [kind[0], text.slice(span.start, span.end), anchor?.name, tag?.name].filter((it) => it !== undefined).join(" "),
  );
  assert.deepEqual(shown.slice(1), [
    "s a",
    's "1 # no" x !t',
    "s b",
    "s ",
    "s c",
    "s [ 1, { d: } ]",
    "s 1",
    "m { d: }",
    "s d",
    "s ",
  ]);
  assert.deepEqual(
    root.comments.map(({ start, end }) => text.slice(start, end)),
    ["# yes"],
  );
  const empty = lookUp(first(root), ["b"])?.node.span.start;
  assert.equal(empty, text.indexOf("b:") + 2);
});

test("several documents, the second broken", () => {
  const { root, issues } = parseYaml("a: 1\n---\nb 2\nc: 3\n---\nd: *x\n");
  assert.deepEqual(toPlain(root), [{ a: "1" }, { "b 2": "", c: "3" }, { d: "*x" }]);
  assert.deepEqual(
    issues.map((it) => it.reason),
    ["missingColon", "undefinedAlias"],
  );
});

test("aliases and merge keys lead to both places", () => {
  const text =
    "base: &b { host: a, port: 1 }\nsmtp:\n  <<: *b\n  port: 2\nimap: *b\nlist:\n  <<: [ *b, { user: x } ]\n";
  const { root } = parseYaml(text);
  const document = first(root);
  const at = (...path: (string | number)[]) => {
    const found = lookUp(document, path);
    return found && [text.slice(found.node.span.start, found.node.span.end), ...found.via.map((it) => it.span.start)];
  };
  assert.deepEqual(at("smtp", "host"), ["a", text.indexOf("*b")]);
  assert.deepEqual(at("smtp", "port"), ["2"]);
  assert.deepEqual(at("imap", "port"), ["1", text.indexOf("*b\nlist")]);
  assert.deepEqual(at("list", "user"), ["x"]);
  assert.equal(at("smtp", "nothing"), undefined);
});

test("alias bombs and loops cost a bounded amount", () => {
  const lines = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(", ")}]`);
  const bomb = parseYaml(`l0: &l0 x\n${lines.join("\n")}\n`);
  assert.deepEqual(bomb.issues, []);
  assert.equal(
    visitEffective(first(bomb.root), () => {}),
    false,
  );
  const merges = lines.map((it) => it.replace(/\[.*\]/, (list) => `{ <<: ${list} }`)).join("\n");
  const document = first(parseYaml(`l0: &l0 { x: 1 }\n${merges}\n`).root);
  const last = lookUp(document, ["l30"])?.node;
  assert.ok(last?.kind === "mapping" && effectivePairs(document, last).length <= 1);
  const loop = first(parseYaml("a: &a { b: *a, <<: *a }\n").root);
  assert.equal(
    visitEffective(loop, () => {}),
    true,
  );
});

test("a duplicate names the first one", () => {
  const [issue] = parseYaml("a: 1\n'a': 2\n").issues;
  assert.deepEqual([issue?.code, issue?.span.start, issue?.related?.start], ["config/duplicate-key", 5, 0]);
});

test("values lead back to where they were written, in every style", () => {
  const text =
    "a: \"x\\u0041\\n y\\U0001F600 \\\n   z\"\nb: 'it''s\n\n  two'\nc: one\n  two\nd: |+\n  x y\n\n   z\n\ne: >-\n  x\n  y\n\n  z\n";
  const document = first(parseYaml(text).root);
  for (const [key, part, written] of [
    ["a", "A", "\\u0041"],
    ["a", "😀", "\\U0001F600"],
    ["a", "z", "z"],
    ["b", "'", "''"],
    ["b", "two", "two"],
    ["c", "two", "two"],
    ["d", " z", " z"],
    ["e", "y", "y"],
    ["e", "z", "z"],
  ] as const) {
    const node = lookUp(document, [key])?.node;
    assert.ok(node?.kind === "scalar");
    const mapped = mapScalar(text, node);
    assert.equal(mapped.value, node.value);
    const start = node.value.indexOf(part);
    const at = mapped.spanOf({ start, end: start + part.length });
    assert.equal(text.slice(at.start, at.end), written);
  }
});

test("50 errors in one file: 50 issues, all else kept", () => {
  const { root, issues } = parseYaml(bigFile(6000, (n) => n % 10 === 0));
  assert.equal(issues.length, 50);
  const accounts = lookUp(first(root), ["accounts"])?.node;
  assert.ok(accounts?.kind === "mapping" && accounts.pairs.length === 500);
  for (let n = 0; n < 500; n++)
    assert.equal(toPlainValue(lookUp(first(root), ["accounts", `account${n}`, "smtp", "port"])?.node), "465");
});

function toPlainValue(node: YamlNode | undefined): string | undefined {
  return node?.kind === "scalar" ? node.value : undefined;
}

function checkAll(text: string, offset: number): void {
  const { root, issues } = parseYaml(text);
  const inRange = ({ start, end }: { start: number; end: number }) =>
    assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end}`);
  for (const { span, related } of issues) for (const it of [span, related ?? span]) inRange(it);
  for (const node of nodesOf(root))
    for (const it of [node.span, node.anchor?.span, node.tag?.span, node.kind === "scalar" ? node.content : undefined])
      if (it) inRange(it);
  const hasControl = issues.some((it) => it.reason === "control"); // read as `?`
  for (const node of nodesOf(root)) if (!node.isBroken && !hasControl) checkSpan(text, node, issues.length === 0);
  for (const comment of root.comments) inRange(comment);
  const { replace } = contextAt(text, offset);
  assert.ok(replace.start <= offset && offset <= replace.end);
  const isReported = issues.some((it) => it.code === "config/syntax" && it.reason !== "undefinedAlias");
  assert.equal(isReported, !isCorrect(text), "what js-yaml takes has no syntax issue, what it rejects has one");
}

/** What stands at the span of a node is that node; of collections only in a correct text, as others are put together. */
function checkSpan(text: string, node: YamlNode, isWhole: boolean): void {
  const written = text.slice(node.span.start, node.span.end);
  if (node.kind === "alias") assert.equal(written, `*${node.name}`);
  else if (node.kind === "scalar") {
    if (node.style === "plain" && !/[\r\n]/.test(written)) assert.equal(written, node.value);
    if (node.style === "literal" || node.style === "folded") assert.match(written, /^[|>]/);
    else assert.equal(mapScalar(text, node).value, node.value);
  } else if (!isWhole) return;
  else if (node.isFlow) assert.match(written, /^(?:\{|\[|[^{[])/s);
  else assert.match(written, node.kind === "sequence" ? /^-/ : /^[^ \t\r\n]/);
}

function isCorrect(text: string): boolean {
  try {
    return parseEvents(text, {}).length >= 0;
  } catch {
    return false;
  }
}

const RUNS = Number(runs);

test("property: any prefix and any deletion of an example", () => {
  const change = fc.record({
    text: fc.constantFrom(...EXAMPLES),
    at: fc.nat(),
    length: fc.integer({ min: 0, max: 3 }),
    cut: fc.boolean(),
  });
  fc.assert(
    fc.property(change, ({ text, at, length, cut }) => {
      const place = at % (text.length + 1);
      checkAll(text.slice(0, place) + (cut ? "" : text.slice(place + length)), place);
    }),
    { numRuns: RUNS },
  );
});

test("property: any text made of YAML's signs", () => {
  const signs = [
    "a",
    "key",
    ": ",
    ":",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "\n\t",
    "{",
    "}",
    "[",
    "]",
    ",",
    '"',
    "'",
    "|",
    ">+",
    "&x ",
    "*x",
    "!t ",
    "# c",
    "<<",
    "? ",
    "\n---\n",
    "...",
    "\r\n",
    "\r",
    "%TAG",
    "@",
    "\\",
    "x: y",
    "\uFEFF",
    "\0",
    "\ud83d",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 40 }), fc.nat(), (parts, at) => {
      const text = parts.join("");
      checkAll(text, at % (text.length + 1));
    }),
    { numRuns: RUNS },
  );
});

test("a pair in a flow sequence begins at its `?`, with a key or without", () => {
  for (const text of ["[? a]", "[? ]", "[a, ? b: c]"]) {
    checkAll(text, 0);
    const root = parseYaml(text).root.documents[0]?.root;
    const pair = root?.kind === "sequence" ? root.items.at(-1) : undefined;
    assert.equal(pair?.kind, "mapping");
    assert.equal(pair?.span.start, text.indexOf("?"));
  }
});

test("work is bounded: nesting, long lines, many broken lines", () => {
  const n = 5_000;
  for (const text of [
    "[".repeat(n),
    "{a: ".repeat(n),
    "- ".repeat(n),
    "\n ".repeat(500),
    '"'.repeat(n),
    "a: {\n".repeat(n),
    "x\ny: 1\n".repeat(n / 10),
    "a: b: c\n".repeat(n / 10),
    `a: "${" ".repeat(n)}`,
    `a: { ${"b ".repeat(n)} : : }`,
    "? ".repeat(n),
    "&a ".repeat(n),
    `${Array.from({ length: 300 }, (_, d) => `${" ".repeat(d)}k:`).join("\n")}\n}`,
  ])
    checkAll(text, text.length);
});
