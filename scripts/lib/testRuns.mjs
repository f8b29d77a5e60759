// Starts node:test and counts what its reporter wrote to a file, never what it printed.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT, runNode } from "./project.mjs";

/** A test that hangs is a failure and ends by itself. */
const TIMEOUT_MS = 300_000;
export const QUIET = "./scripts/lib/quietReporter.mjs";

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * The files of node:test, `test/x/y.test.ts`. Those under `test/core/` are pure and share one process (starting Node two
 * hundred times takes minutes); the others have one each.
 *
 * @param {(path: string) => boolean} [isWanted]
 */
export function testFiles(isWanted = () => true) {
  return readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
    .map((path) => `test/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".test.ts") && isWanted(path))
    .sort();
}

/** @param {string[]} files @returns {Promise<Counts>} */
export async function runTestFiles(files, reporter = QUIET) {
  const pure = files.filter((path) => path.startsWith("test/core/"));
  const others = files.filter((path) => !path.startsWith("test/core/"));
  const shards = pure.length > 20 ? Math.min(availableParallelism(), 4) : 1;
  const runs = Array.from({ length: shards }, (_, shard) => pure.filter((_, at) => at % shards === shard));
  const counts = await Promise.all(runs.filter((it) => it.length > 0).map((it) => runTogether(it, reporter)));
  if (others.length > 0) counts.push(await runApart(others, reporter));
  return sum(counts);
}

/** @param {readonly Counts[]} counts @returns {Counts} */
export function sum(counts) {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** Every file in a process of its own. @param {string[]} files @param {string} reporter */
export function runApart(files, reporter) {
  return runReported(reporter, () => ["--test", `--test-timeout=${TIMEOUT_MS}`, ...files]);
}

/** All files in one process. @param {string[]} files @param {string} reporter */
function runTogether(files, reporter) {
  return runReported(reporter, (folder) => {
    const list = join(folder, "files.json");
    writeFileSync(list, JSON.stringify(files));
    return ["scripts/lib/runTogether.mjs", list];
  });
}

/** @param {string} reporter @param {(folder: string) => string[]} argumentsIn @returns {Promise<Counts>} */
async function runReported(reporter, argumentsIn) {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-test-"));
  try {
    const counted = join(folder, "counts.json");
    const reporters = ["--test-reporter", reporter, "--test-reporter-destination", "stdout"];
    const counter = ["--test-reporter", "./scripts/lib/countingReporter.mjs", "--test-reporter-destination", counted];
    const code = await runNode(["--import", "tsx", ...reporters, ...counter, ...argumentsIn(folder)]);
    const counts = readCounts(counted);
    // A run that ends badly without a failed test (a crash, an unhandled rejection) has failed all the same.
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Counts} */
function readCounts(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
