// `npm run package`: mailconfig.vsix, minified, with everything inside bundles. Prints its size.
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { binOf, byteCount, ensurePackages, ROOT, runNode } from "./lib/project.mjs";

const BUDGET_BYTES = 1_000_000;

/**
 * @param {string} [file] where to
 * @returns {Promise<string>} the file
 */
export async function packageExtension(file = join(ROOT, "mailconfig.vsix")) {
  const { build } = await import("./build.mjs");
  await build({ isProduction: true, isExtension: true });
  // The bundles hold all libraries; links in the README stay relative, since no repository is named in the manifest.
  const flags = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", file];
  const code = await runNode([binOf("@vscode/vsce", "vsce"), "package", ...flags]);
  if (code !== 0) throw new Error("vsce failed; its output above says why.");
  return file;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensurePackages();
  const file = await packageExtension();
  console.log(`${file}: ${byteCount(file)}`);
  if (statSync(file).size > BUDGET_BYTES) {
    console.error(`It should have at most ${BUDGET_BYTES.toLocaleString("en")} bytes.`);
    process.exitCode = 1;
  }
}
