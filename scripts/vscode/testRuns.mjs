// Runs the tests that need a real VS Code: extension tests (mocha inside its extension host) and screen tests (node:test,
// which drives the workbench with Playwright). test/vscode/README.md tells how to write one.
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { buildVscodeTests } from "../build.mjs";
import { ROOT } from "../lib/project.mjs";
import { runApart, sum } from "../lib/testRuns.mjs";
import { install } from "./install.mjs";
import { exitOnSignals } from "./lib/vscode.mjs";

const FOLDER = join(ROOT, "test/vscode");
const { VSCODE } = process.env;
const WRAPPER = join(ROOT, "scripts/vscode/code-wrapper.mjs");

/**
 * @param {readonly string[]} [words] only suites and screen tests whose name holds one of them
 * @returns {Promise<import("../lib/testRuns.mjs").Counts>}
 */
export async function runVscodeTests(words = []) {
  exitOnSignals();
  install();
  chmodSync(WRAPPER, 0o755); // an archive or a checkout on Windows may have lost the bit
  await buildVscodeTests();
  const isWanted = (/** @type {string} */ name) => words.length === 0 || words.some((word) => name.includes(word));
  const counts = [];
  for (const suite of suites().filter(isWanted)) counts.push(await runSuite(suite));
  const screens = screenTests().filter(isWanted);
  if (screens.length > 0) counts.push(await runApart(screens, "spec"));
  return sum(counts);
}

/** A folder with extension tests is a suite; its `workspace/` is the folder that VS Code opens. */
function suites() {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((it) => it.isDirectory() && readdirSync(join(FOLDER, it.name)).some((name) => name.endsWith(".vscode.ts")))
    .map((it) => it.name);
}

function screenTests() {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).map((it) => it.replaceAll("\\", "/"));
  return names.filter((name) => name.endsWith(".ui.ts")).map((name) => `test/vscode/${name}`);
}

/** @returns {Promise<import("../lib/testRuns.mjs").Counts>} */
async function runSuite(/** @type {string} */ suite) {
  const data = mkdtempSync(join(tmpdir(), "mailconfig-suite-"));
  const removeData = () => rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  process.on("exit", removeData);
  const counted = join(data, "counts.json");
  const workspace = join(data, "workspace"); // a copy, so that a test may save
  const fixture = join(FOLDER, suite, "workspace");
  if (existsSync(fixture)) cpSync(fixture, workspace, { recursive: true });
  else mkdirSync(workspace);
  console.log(`\n${suite}`);
  let hasFailed = false;
  try {
    await runTests({
      ...(VSCODE === "download" ? {} : { vscodeExecutablePath: WRAPPER }),
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: join(ROOT, "out/vscode-tests/index.cjs"),
      extensionTestsEnv: {
        MAILCONFIG_SUITE: suite,
        MAILCONFIG_COUNTS: counted,
        ...(suite.includes("chinese") ? { MAILCONFIG_LANGUAGE: "zh-cn" } : {}),
      },
      launchArgs: [
        workspace,
        `--user-data-dir=${join(data, "user")}`,
        `--extensions-dir=${join(data, "extensions")}`,
        ...(suite.includes("untrusted") ? [] : ["--disable-workspace-trust"]),
      ],
    });
  } catch (error) {
    hasFailed = true;
    console.error(error instanceof Error ? error.message : error);
  }
  /** @type {import("../lib/testRuns.mjs").Counts} */
  const counts = existsSync(counted) ? JSON.parse(readFileSync(counted, "utf8")) : { passed: 0, failed: 0 };
  removeData();
  return hasFailed && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
