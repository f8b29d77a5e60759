import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { build, type Plugin } from "esbuild";
import type { RuleTable } from "../../test/support/testRule.ts";

/** The table test of a rule, as data. */
export interface TableOfRule {
  readonly code: string;
  readonly table: RuleTable;
}

const FOLDER = "test/core/rules";
const RECORDER = `
const tables = [];
export const testRule = (rule, table) => void tables.push({ code: rule.code, table });
export { tables };
`;

/** All table tests, none of them run: they are bundled with a `testRule` that only takes its arguments down. */
export async function loadRuleTables(): Promise<readonly TableOfRule[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((path) => `./${FOLDER}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".test.ts") && /^testRule\(/m.test(readFileSync(path, "utf8")))
    .sort();
  const contents = [
    ...files.map((path) => `import ${JSON.stringify(path)};`),
    'export { tables } from "./test/support/testRule.ts";',
  ].join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    platform: "node",
    format: "cjs",
    write: false,
    logLevel: "error",
    plugins: [recorder],
  });
  const module: { exports: { readonly tables?: readonly TableOfRule[] } } = { exports: {} };
  const filename = resolve("test/ruleTables.cjs");
  const run = runInThisContext(`(function (require, module) {${outputFiles[0]?.text}\n})`, { filename });
  run(createRequire(filename), module);
  return module.exports.tables ?? [];
}

const recorder: Plugin = {
  name: "recorder",
  setup(it) {
    it.onResolve({ filter: /[\\/]testRule\.ts$/ }, () => ({ path: "recorder", namespace: "recorder" }));
    it.onResolve({ filter: /^node:test$/ }, () => ({ path: "node-test", namespace: "recorder" }));
    it.onLoad({ filter: /^recorder$/, namespace: "recorder" }, () => ({ contents: RECORDER, loader: "js" }));
    it.onLoad({ filter: /^node-test$/, namespace: "recorder" }, () => ({
      contents: "export const test = () => {};",
      loader: "js",
    }));
  },
};
