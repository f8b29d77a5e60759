// `npm test`: installs what is missing, then runs every check and every test. The last line is `N passed, N failed`.
//
//   node scripts/test-all.mjs                 all
//   node scripts/test-all.mjs --no-vscode     without the real VS Code
import { ensureMailServers } from "./lib/mailServers.mjs";
import { binOf, ensurePackages, ROOT, runNode } from "./lib/project.mjs";
import { runTestFiles, sum, testFiles } from "./lib/testRuns.mjs";
import { ensureZoneCheckers } from "./lib/zoneCheckers.mjs";

process.chdir(ROOT);
const started = Date.now();
/** @type {import("./lib/testRuns.mjs").Counts[]} */
const counts = [];

ensurePackages();
ensureZoneCheckers();
ensureMailServers();
const lint = [
  "ci",
  "--error-on-warnings",
  "--diagnostic-level=warn",
  ...(process.stdout.isTTY ? [] : ["--colors=off"]),
  ".",
];
await check("types", () => runNode([binOf("typescript", "tsc")]));
await check("lint and format", () => runNode([binOf("@biomejs/biome", "biome"), ...lint]));
await check("generated files are current", () => runNode(["--import", "tsx", "scripts/generate.ts", "--check"]));
await check("build", () => runNode(["scripts/build.mjs"]));
await step("unit, server and command-line tests", () => runTestFiles(testFiles()));
if (!process.argv.includes("--no-vscode")) {
  await step("tests in a real VS Code", async () => (await import("./vscode/testRuns.mjs")).runVscodeTests());
}

const { passed, failed } = sum(counts);
console.log(`\nin ${seconds(started)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** A check counts as one test. @param {string} title @param {() => Promise<number>} run gives an exit code */
function check(title, run) {
  return step(title, async () => ((await run()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

/** What breaks is a failure and does not keep the others from running. */
async function step(
  /** @type {string} */ title,
  /** @type {() => Promise<import("./lib/testRuns.mjs").Counts>} */ run,
) {
  const begun = Date.now();
  console.log(`\n── ${title}`);
  const result = await run().catch((error) => {
    console.error(error);
    return { passed: 0, failed: 1 };
  });
  counts.push(result);
  console.log(`── ${title}: ${result.failed > 0 ? `${result.failed} failed` : "passed"} (${seconds(begun)})`);
}

function seconds(/** @type {number} */ since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
