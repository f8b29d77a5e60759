import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { memoryHost } from "../support/memoryHost.ts";

const FOLDER = "test/corpora/own";
const OPTIONS = { severities: {}, extraTypes: [], limit: 1_000, language: "en" };

const zones = readdirSync(`${FOLDER}/zones`, { recursive: true, encoding: "utf8" }).filter((it) =>
  /\.(?:zone|db|dns)$/.test(it),
);
for (const name of zones) {
  // As an outsider has them: nothing but the file says what zone it is, except for what a server's configuration alone can.
  test(`no alarm about the zone ${name}`, () => expectQuiet("zone", `zones/${name.replaceAll("\\", "/")}`));
}

for (const name of readdirSync(`${FOLDER}/configs`)) {
  test(`no alarm about the config ${name}`, () => expectQuiet("config", `configs/${name}`));
}

function expectQuiet(kind: "zone" | "config", path: string): void {
  const folder = path.slice(0, path.lastIndexOf("/"));
  const siblings = readdirSync(`${FOLDER}/${folder}`).filter((it) => it.endsWith(".inc"));
  const files = Object.fromEntries(siblings.map((it) => [it, readFileSync(`${FOLDER}/${folder}/${it}`, "utf8")]));
  const source = createEngine(memoryHost({ files }), RULES).open(path, kind, read(path));
  const alarms = source.lint(OPTIONS).filter(({ severity }) => severity === "error" || severity === "warning");
  assert.deepEqual(
    alarms.map((it) => `${it.range.start.line + 1} ${it.code} ${it.message}`),
    [],
  );
}

function read(path: string): Uint8Array {
  return new Uint8Array(readFileSync(`${FOLDER}/${path}`));
}
