import assert from "node:assert/strict";
import { test } from "node:test";
import { expand, generate, modifiersOf, parseRange } from "../../../../server/src/core/syntax/zone/generate.ts";

// The results are those of named-checkzone 9.18.
for (const [template, number, expected] of [
  ["h$", 7, "h7"],
  ["$.0/26", 7, "7.0/26"],
  ["h${0,3,d}", 7, "h007"],
  ["h${-1}", 7, "h6"],
  ["h${10,0,x}", 245, "hff"],
  ["h${10,4,X}", 245, "h00FF"],
  ["h${0,3,o}", 8, "h010"],
  ["${0,5,n}.x", 16, "0.1.0.x"],
  ["${0,7,N}", 171, "B.A.0.0"],
  ["h${-5}", 1, "h-4"],
  ["h${+10,3}", 7, "h017"],
  ["a\\$b$", 1, "a\\$b1"],
  ["a$$b$", 1, "a\\$b1"],
] as const) {
  test(`${template} with ${number} is ${expected}`, () => assert.equal(expand(template, number), expected));
}

test("ranges", () => {
  assert.deepEqual(parseRange("1-254"), { start: 1, stop: 254, step: 1 });
  assert.deepEqual(parseRange("0-62/2"), { start: 0, stop: 62, step: 2 });
  for (const text of ["1", "2-1", "1-2/0", "-1-2", "a-b", "1-4294967296", "1-2-3"])
    assert.equal(parseRange(text), undefined);
});

test("places that nobody can read", () => {
  const broken = (text: string) => modifiersOf(text).flatMap((it) => (it.isBroken ? text.slice(it.start, it.end) : []));
  assert.deepEqual(broken("a${0,3,q}b${}c$d${1"), ["${0,3,q}", "${}", "${1"]);
  assert.deepEqual(broken("${0,999,d}"), ["${0,999,d}"]);
  assert.deepEqual(broken("\\${} $${} ${0} ${0,1} ${-1,1,n}"), []);
});

test("records, one a line, of data in one pair of quotes and without", () => {
  const word = (text: string) => ({ text, isQuoted: text.startsWith('"') });
  const textOf = (range: string, words: string) => generate(range, words.split("|").map(word))?.text;
  assert.equal(textOf("1-5/3", "h$|300|IN|A|192.0.2.$"), "h1 300 IN A 192.0.2.1\nh4 300 IN A 192.0.2.4\n");
  assert.equal(textOf("1-1", 'h$|MX|"10 m$"'), "h1 MX 10 m1\n");
  assert.equal(textOf("1-1", "h$|MX|10|m$"), "h1 MX 10 m1\n");
  assert.equal(textOf("1-1", 'h$|TXT|"a $"'), 'h1 TXT "a 1"\n');
  assert.equal(textOf("1-1", "h$|A"), undefined);
  assert.equal(textOf("1-2", "h${|A|192.0.2.$"), undefined);
});

test("a directive that would fill the memory is made in part", () => {
  const made = generate("0-2000000000", [
    { text: "h$", isQuoted: false },
    { text: "A", isQuoted: false },
    { text: "192.0.2.1", isQuoted: false },
  ]);
  assert.equal(made?.isWhole, false);
  assert.ok((made?.text.length ?? 0) < 200_000);
});
