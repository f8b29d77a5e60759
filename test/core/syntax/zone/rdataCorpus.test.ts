import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { typeCodeOf } from "../../../../server/src/core/facts/recordTypes.ts";
import { checkRdata } from "../../../../server/src/core/syntax/zone/rdataFields.ts";
import { EXCEPTIONS } from "../../../corpora/miekg-dns/exceptions.ts";
import { tokensOf } from "../../../support/tokens.ts";

interface Row {
  readonly text: string;
  readonly valid: boolean;
  readonly test: string;
}

const FILE = "test/corpora/miekg-dns/records.jsonl";
const ROWS: readonly Row[] = readFileSync(FILE, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const CLASS_OR_TTL = /^(?:IN|CH|CS|HS|NONE|ANY|CLASS\d+|\d+|(?:\d+[smhdw])+)$/i;

/** Whether the data of the record is good; `undefined` where it has none (comments, directives). */
function isGood(text: string, type?: number): boolean | undefined {
  const record = text.replace(/^\$\S+ .*\n?/, "");
  const tokens = tokensOf(record);
  if (tokens.count === 0) return undefined;
  const word = (token: number) => record.slice(tokens.from[token], tokens.to[token]);
  const bytes = new Uint8Array(Buffer.from(record, "latin1"));
  if (type !== undefined) return checkRdata(type, bytes, tokens, 0) === undefined;
  let token = /^\s/.test(record) ? 0 : 1;
  while (CLASS_OR_TTL.test(word(token))) token++;
  const code = typeCodeOf(word(token));
  return code !== undefined && checkRdata(code, bytes, tokens, token + 1) === undefined;
}

const SVCB = 64;

test("records of another library's tests are taken and refused as there", () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const { text, valid, test: from } of ROWS) {
    const isBare = from.endsWith("TestParseBadSVCB");
    const good = isGood(text, isBare ? SVCB : undefined);
    if (good === undefined) continue;
    checked++;
    if (good !== valid && !EXCEPTIONS.has(text))
      wrong.push(`${valid ? "valid" : "invalid"} there: ${JSON.stringify(text)}`);
    if (good === valid && EXCEPTIONS.has(text)) wrong.push(`no exception any more: ${JSON.stringify(text)}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(checked > 200, `${checked} records`);
});

test("every exception is a record of the corpus, and they do not grow in number", () => {
  assert.ok(EXCEPTIONS.size <= 11);
  const texts = new Set(ROWS.map((it) => it.text));
  for (const text of EXCEPTIONS.keys()) assert.ok(texts.has(text), text);
});
