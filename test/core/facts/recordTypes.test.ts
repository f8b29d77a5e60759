import assert from "node:assert/strict";
import { test } from "node:test";
import {
  RECORD_TYPES,
  recordTypeByCode,
  recordTypeByName,
  typeCodeOf,
} from "../../../server/src/core/facts/recordTypes.ts";

test("names and numbers are given once", () => {
  assert.equal(new Set(RECORD_TYPES.map((it) => it.name)).size, RECORD_TYPES.length);
  assert.equal(new Set(RECORD_TYPES.map((it) => it.code)).size, RECORD_TYPES.length);
});

for (const type of RECORD_TYPES) {
  test(`${type.name} is whole`, () => {
    assert.equal(recordTypeByName(type.name), type);
    assert.equal(recordTypeByCode(type.code), type);
    assert.equal(typeCodeOf(type.name.toLowerCase()), type.code);
    assert.match(type.name, /^[A-Z][A-Z0-9-]*$/);
    assert.match(type.reference, /^(?:RFC \d+|https:\/\/)/);
    assert.ok(type.fields.length > 0 && type.code > 0 && type.code < 0xffff);
    for (const sentence of [type.doc, ...type.fields.map((it) => it.doc)]) assert.match(sentence, /^.*[.…]$/);
    const isLast = type.fields.map((it) => it.isOptional ?? false).lastIndexOf(false);
    assert.ok(type.fields.every((it, index) => !it.isOptional || index > isLast));
  });
}

const WORDS: readonly (readonly [word: string, code: number | undefined])[] = [
  ["TYPE257", 257],
  ["type1", 1],
  ["Type65535", 65535],
  ["TYPE65536", undefined],
  ["TYPE0", undefined],
  ["TYPE", undefined],
  ["TYPE1a", undefined],
  ["TYPE123456", undefined],
  ["nsap-ptr", 23],
  ["MXX", undefined],
  ["ANY", undefined],
  ["", undefined],
  ["CONSTRUCTOR", undefined],
];

for (const [word, code] of WORDS) test(`“${word}” is ${code}`, () => assert.equal(typeCodeOf(word), code));
