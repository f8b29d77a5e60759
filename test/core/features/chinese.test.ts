import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { completeAt, hoverAt } from "../../../server/src/core/features/index.ts";
import type { Source, SourceKind } from "../../../server/src/core/index.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const OPTIONS = { severities: {}, extraTypes: [], limit: 1_000, language: "zh-cn" };
const t = translator("zh-cn");

/** Three English words in a row outside code, links and quotations. */
const ENGLISH = /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/;
const EXAMPLES = ["examples/good/postfix.example.zone", "examples/mistakes/example.com.zone"];
const CONFIGS = ["examples/good/.mailconfig.yaml", "examples/mistakes/.mailconfig.yaml"];

function open(path: string, kind: SourceKind, text = readFileSync(path, "utf8")): Source {
  return createEngine(memoryHost(), RULES).open(path, kind, text);
}

function expectChinese(texts: readonly string[]): void {
  const prose = texts.map((it) => it.replace(/```[\s\S]*?```|`[^`]*`|“[^”]*”|\]\([^)]*\)/g, ""));
  assert.deepEqual(
    prose.filter((it) => ENGLISH.test(it)),
    [],
  );
}

test("with the editor in Chinese, no finding of a rule's own bad example is in English", () => {
  const texts = RULES.flatMap((rule) => {
    const kind = rule.target === "config" ? "config" : "zone";
    const found = open(kind === "config" ? ".mailconfig.yaml" : "test", kind, rule.docs.bad).lint(OPTIONS);
    return found.flatMap(({ message, related, fixes }) => [
      message,
      ...related.map((it) => it.message),
      ...fixes.map((it) => it.title),
    ]);
  });
  assert.ok(texts.length > RULES.length);
  expectChinese(texts);
});

for (const [paths, kind] of [
  [EXAMPLES, "zone"],
  [CONFIGS, "config"],
] as const) {
  for (const path of paths) {
    test(`hovers and completions of ${path} are Chinese`, () => {
      const source = open(path, kind);
      const texts = new Set<string>();
      const lines = source.text().split("\n");
      lines.forEach((line, number) => {
        for (let character = 0; character <= line.length; character += 3) {
          const position = { line: number, character };
          texts.add(hoverAt(source, position, t)?.markdown ?? "");
          if (character % 9 !== 0) continue;
          for (const it of completeAt(source, position, t)) {
            // The fields of a record type are names.
            if (!/^[A-Za-z ]+$/.test(it.detail ?? "")) texts.add(it.detail ?? "");
            texts.add(it.documentation ?? "");
          }
        }
      });
      expectChinese([...texts]);
    });
  }
}
