import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { placeholdersOf, ruleSentences, scanSources, scanText } from "../scripts/lib/l10n.ts";
import { RULES } from "../server/src/core/rules/index.ts";

/** A Chinese character, or punctuation that only Chinese has. */
const CHINESE = /[\p{Script=Han}。（）：；]/u;
/** ASCII punctuation behind a Chinese character or before one; code is left out. */
const HALF_WIDTH = /\p{Script=Han}\s?[,:;?!()]|[,;!)(]\s?\p{Script=Han}/u;
/** Sentences without a word to translate: names, codes and numbers only. */
const SAME_IN_BOTH: ReadonlySet<string> = new Set(["Mailconfig"]);
const bundle: Readonly<Record<string, string>> = readJson("l10n/bundle.l10n.zh-cn.json");
const scan = scanSources(["server/src", "client/src"].filter((it) => existsSync(it)));
const fromRules = RULES.flatMap((rule) => ruleSentences(rule).map((english) => ({ english, place: rule.code })));
const sentences = [...scan.sentences, ...fromRules];

test("only plain literals are marked for translation", () => {
  assert.deepEqual(scan.faults, []);
});

test("every sentence has a Chinese translation", () => {
  const missing = sentences.filter(({ english }) => !Object.hasOwn(bundle, english) && !SAME_IN_BOTH.has(english));
  assert.deepEqual(
    missing.map(({ place, english }) => `${place}: ${english}`),
    [],
  );
});

test("no translation is stale", () => {
  const used = new Set(sentences.map(({ english }) => english));
  assert.deepEqual(
    Object.keys(bundle).filter((english) => !used.has(english)),
    [],
  );
});

test("translations are Chinese and fill the same placeholders", () => {
  const faults = Object.entries(bundle).flatMap(([english, chinese]) => [
    ...(CHINESE.test(chinese) || SAME_IN_BOTH.has(english) ? [] : [`not Chinese: ${english} / ${chinese}`]),
    ...(placeholdersOf(english) === placeholdersOf(chinese) ? [] : [`other placeholders: ${english} / ${chinese}`]),
    ...(quotedIn(english) === quotedIn(chinese) ? [] : [`other words in backticks: ${english} / ${chinese}`]),
  ]);
  assert.deepEqual(faults, []);
});

test("punctuation between Chinese characters is full-width", () => {
  const texts = [...Object.values(bundle), ...Object.values(readJson("package.nls.zh-cn.json"))];
  assert.deepEqual(
    texts.filter((it) => HALF_WIDTH.test(it.replace(/`[^`]*`/g, "`"))),
    [],
  );
});

test("messages of rules leave room for their values in 120 characters, in both languages", () => {
  const bare = (sentence: string) => sentence.replace(/\{\w+\}/g, "").length;
  const messages = RULES.flatMap((rule) =>
    Object.values(rule.messages).map((message) => ({ code: rule.code, message })),
  );
  const tooLong = messages.filter(({ message }) => bare(message) > 120 || bare(bundle[message] ?? "") > 120);
  assert.deepEqual(tooLong, []);
});

test("the manifest's texts are the same in both languages", () => {
  const english: Readonly<Record<string, string>> = readJson("package.nls.json");
  const chinese: Readonly<Record<string, string>> = readJson("package.nls.zh-cn.json");
  assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  const used = [...readFileSync("package.json", "utf8").matchAll(/"%([^"%]+)%"/g)].map(([, key = ""]) => key);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
  const untranslated = Object.entries(chinese).filter(
    ([key, text]) => !CHINESE.test(text) && !SAME_IN_BOTH.has(english[key] ?? "") && !key.endsWith(".media"),
  );
  assert.deepEqual(untranslated, []);
  for (const [key, path] of Object.entries({ ...english, ...chinese }).filter(([it]) => it.endsWith(".media"))) {
    assert.match(readFileSync(path, "utf8"), CHINESE, path);
    assert.doesNotMatch(readFileSync(english[key] ?? "", "utf8"), CHINESE, english[key]);
  }
});

test("the scan finds literals of every kind, and says where there is none", () => {
  const text = ['say("one {a}")', "l10n.t('two \"2\"', x)", "t(`three`)", "t(name)", 'say("four" + x)'].join("\n");
  const { sentences: found, faults } = scanText(text, "a.ts");
  assert.deepEqual(
    found.map(({ english }) => english),
    ["one {a}", 'two "2"', "three"],
  );
  assert.deepEqual(faults, ["a.ts:5"]);
});

function readJson(path: string): Record<string, string> {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

/** How many different words stand in backticks: a language may repeat one, and translate one such as `tag=value`. */
function quotedIn(text: string): number {
  return new Set([...text.matchAll(/`[^`]*`/g)].map(([quoted]) => quoted)).size;
}
