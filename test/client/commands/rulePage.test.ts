import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { pageOf, translatePage } from "../../../client/src/commands/rulePage.ts";
import { translator } from "../../../server/src/core/locale.ts";

const FOLDER = "docs/rules";
const PAGES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((it) => /[/\\].+\.md$/.test(it));

test("in English a page stays as it is, without the generator's mark", () => {
  const page = readFileSync(`${FOLDER}/${PAGES[0]}`, "utf8");
  assert.equal(translatePage(page, translator("en")), page.replace(/^<!--.*-->\n\n/, ""));
});

test("in Chinese no English sentence is left on any page", () => {
  for (const path of PAGES) {
    const page = translatePage(readFileSync(`${FOLDER}/${path}`, "utf8"), translator("zh-cn"));
    const prose = page.replace(/```[\s\S]*?```/g, "").replace(/`[^`]*`/g, "");
    for (const line of prose.split("\n").filter((it) => it !== "" && !it.startsWith("#"))) {
      assert.match(line, /[\u4e00-\u9fff]/, `${path}: ${line}`);
    }
  }
});

test("a page is found by the code of its rule, and by nothing else", () => {
  const pages: unknown = JSON.parse('{ "spf/ptr": "# spf/ptr", "spf/odd": 7 }');
  assert.equal(pageOf(pages, "spf/ptr"), "# spf/ptr");
  for (const code of ["spf/odd", "spf/none", "toString", "__proto__"]) assert.equal(pageOf(pages, code), undefined);
  assert.equal(pageOf("no pages", "spf/ptr"), undefined);
});
