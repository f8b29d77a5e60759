import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";
import { LineIndex } from "../../../server/src/core/text/span.ts";
import { mark, unmark } from "../../support/marked.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const PASS_ALL = '@ TXT "v=spf1 +all"';

function lint(text: string, limit = 100) {
  const source = createEngine(memoryHost(), RULES).open("test", "zone", text, { origin: "example.com." });
  return source.lint({ severities: {}, extraTypes: [], limit, language: "en" });
}

/** The text with marks where an unused suppression is reported. */
function marked(text: string): string {
  const lines = new LineIndex(text);
  const places = lint(text).filter(({ code }) => code === "cross/suppression-unused");
  return mark(
    text,
    places.map(({ range }) => ({ span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) } })),
  );
}

for (const text of [
  `; mailconfig-disable-next-line spf/pass-all\n${PASS_ALL}`,
  `${PASS_ALL} ; mailconfig-disable-line spf/pass-all -- on purpose`,
  `; mailconfig-disable spf/pass-all\n${PASS_ALL}\n; mailconfig-enable spf/pass-all`,
]) {
  test(`a suppression that is needed is quiet: ${text}`, () => {
    assert.equal(marked(text), text);
    assert.ok(!lint(text).some(({ code }) => code === "spf/pass-all"));
  });
}

for (const text of [
  '«; mailconfig-disable-next-line spf/pass-all»\n@ TXT "v=spf1 -all"',
  `«; mailconfig-disable-next-line spf/ptr»\n${PASS_ALL}`,
  `${PASS_ALL} «; mailconfig-disable-line spf/ptr -- by mistake»`,
]) {
  test(`a suppression of nothing is reported: ${text}`, () => {
    assert.equal(marked(unmark(text)), text);
  });
}

test("beyond the limit one note says that there are more", () => {
  const text = [1, 2, 3, 4, 5].map((host) => `h${host}${PASS_ALL.slice(1)}\n`).join("");
  const findings = lint(text, 3);
  assert.equal(findings.length, 4);
  assert.equal(findings.at(-1)?.code, "cross/too-many-findings");
  assert.ok(!lint(text).some(({ code }) => code === "cross/too-many-findings"));
});

test("a finding is told in the language that is asked for, whatever it was told in before", () => {
  const source = createEngine(memoryHost(), RULES).open("test", "zone", PASS_ALL, { origin: "example.com." });
  const told = (language: string) =>
    source.lint({ severities: {}, extraTypes: [], limit: 100, language }).map(({ message }) => message);
  for (const message of told("en")) assert.match(message, /^[\x20-\x7e]+$/);
  for (const message of told("zh-cn")) assert.match(message, /[\u4e00-\u9fff]/);
});
