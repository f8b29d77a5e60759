// VS Code calls run() inside its extension host and takes a rejection as failure. scripts/vscode/testRuns.mjs bundles this
// file and the tests, and says which suite is meant and where the counts go.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

export async function run(): Promise<void> {
  const { MAILCONFIG_SUITE: suite = "", MAILCONFIG_COUNTS: countsFile, CI, GREP } = process.env;
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, color: true, forbidOnly: Boolean(CI), grep: GREP ?? "" });
  const folder = join(__dirname, suite);
  for (const name of readdirSync(folder)) if (name.endsWith(".vscode.cjs")) mocha.addFile(join(folder, name));
  const { passes = 0, failures = 0 } = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? ({} as Mocha.Stats)));
  });
  if (countsFile !== undefined) writeFileSync(countsFile, JSON.stringify({ passed: passes, failed: failures }));
  if (failures > 0) throw new Error(`${failures} extension test(s) failed.`);
  if (passes === 0) throw new Error(`No test ran in ${folder}.`);
}
