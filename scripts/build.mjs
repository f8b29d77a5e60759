// Bundles dist/: the extension (with parts that it loads late), the language server and the command line, each one
// CommonJS file that needs only Node. npm runs it after `npm ci` and before the first `npx mailconfig`, in a clone where
// nothing is installed too: then it installs what is missing.
//
//   node scripts/build.mjs                 with source maps, for development
//   node scripts/build.mjs --production    minified, as it is published
//   node scripts/build.mjs --watch         again at every change
//   node scripts/build.mjs --tests         also out/vscode-tests/, which the extension host of a real VS Code loads
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { lateParts, lightStart } from "./lib/lightStart.mjs";
import { byteCount, ensurePackages, ROOT } from "./lib/project.mjs";

ensurePackages();
const { context, build: esbuild } = await import("esbuild");

const SHEBANG = "#!/usr/bin/env node";

/** `main` in package.json names the first, which loads the next ones when it needs them; `bin` names the others. */
const BUNDLES = [
  { entry: "client/src/extension.ts", outfile: "dist/client.cjs", external: ["vscode"] },
  { entry: "client/src/languageClient.ts", outfile: "dist/languageClient.cjs", external: ["vscode"] },
  { entry: "client/src/mailTools.ts", outfile: "dist/mailTools.cjs", external: ["vscode"] },
  { entry: "client/src/domainReport.ts", outfile: "dist/domainReport.cjs", external: ["vscode"] },
  { entry: "client/src/configTools.ts", outfile: "dist/configTools.cjs", external: ["vscode"] },
  { entry: "server/src/lsp/node.ts", outfile: "dist/mailconfig-language-server.cjs", isProgram: true },
  { entry: "server/src/cli/main.ts", outfile: "dist/mailconfig.cjs", isProgram: true },
];

/**
 * @param {{ isProduction?: boolean, isExtension?: boolean }} [options] `isExtension`: for the VSIX, which has `l10n/`
 * @returns {Promise<string[]>} what was written
 */
export async function build({ isProduction = false, isExtension = false } = {}) {
  const written = [];
  for (const bundle of present()) {
    await esbuild(optionsOf(bundle, { isProduction, isExtension }));
    if (isProduction) writeAscii(join(ROOT, bundle.outfile));
    if (isProduction) rmSync(join(ROOT, `${bundle.outfile}.map`), { force: true });
    if (bundle.isProgram) chmodSync(join(ROOT, bundle.outfile), 0o755);
    written.push(bundle.outfile);
  }
  writeRulePages();
  return written;
}

/**
 * esbuild leaves regular expressions as they are; a single Chinese character there, and the whole bundle is decoded into
 * two bytes a character.
 */
function writeAscii(/** @type {string} */ file) {
  const escaped = (/** @type {string} */ it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/[^\0-\x7F]/g, escaped));
}

/** All pages of rules in one file: packed one by one they take three times the room. */
function writeRulePages() {
  const folder = join(ROOT, "docs/rules");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((it) => it.replaceAll("\\", "/"));
  const pages = names.filter((it) => it.includes("/")).sort();
  const texts = pages.map((it) => [it.replace(/\.md$/, ""), readFileSync(join(folder, it), "utf8")]);
  writeFileSync(join(ROOT, "dist/rulePages.json"), JSON.stringify(Object.fromEntries(texts)));
}

/** Tests for the extension host: TypeScript to CommonJS, one file a test, beside the runner that VS Code calls. */
export async function buildVscodeTests() {
  const outdir = join(ROOT, "out/vscode-tests");
  rmSync(outdir, { recursive: true, force: true });
  const folder = join(ROOT, "test/vscode");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const entryPoints = files.filter((it) => it.endsWith(".vscode.ts")).map((it) => join(folder, it));
  await esbuild({
    ...commonOptions(false),
    entryPoints: [...entryPoints, join(folder, "index.ts")],
    outdir,
    outbase: folder,
    outExtension: { ".js": ".cjs" },
    external: ["vscode", "mocha", "playwright-core", "mailauth"],
  });
  return entryPoints.length;
}

async function watch() {
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  writeRulePages();
  for (const bundle of present()) {
    const watched = await context({ ...optionsOf(bundle), logLevel: "info" });
    await watched.watch();
  }
}

function present() {
  return BUNDLES.filter(({ entry, outfile }) => {
    if (existsSync(join(ROOT, entry))) return true;
    console.warn(`${entry} is not there, so ${outfile} is not built.`);
    return false;
  });
}

/**
 * @param {typeof BUNDLES[number]} bundle
 * @param {{ isProduction?: boolean, isExtension?: boolean }} [options]
 * @returns {import("esbuild").BuildOptions}
 */
function optionsOf(
  { entry, outfile, external = [], isProgram = false },
  { isProduction = false, isExtension = false } = {},
) {
  return {
    ...commonOptions(isProduction),
    entryPoints: [join(ROOT, entry)],
    plugins: [lightStart({ isExtension }), ...(entry.endsWith("/extension.ts") ? [lateParts] : [])],
    outfile: join(ROOT, outfile),
    external,
    ...(isProgram ? { banner: { js: SHEBANG } } : {}),
  };
}

/** @param {boolean} isProduction @returns {import("esbuild").BuildOptions} */
function commonOptions(isProduction) {
  return {
    absWorkingDir: ROOT,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20.19",
    mainFields: ["module", "main"],
    // ASCII alone is read without being decoded (see `writeAscii`).
    charset: "ascii",
    minify: isProduction,
    sourcemap: isProduction ? false : "linked",
    legalComments: "none",
    logLevel: "warning",
    // Libraries that ask where they lie get an answer in a CommonJS bundle too.
    define: { "import.meta.url": "__filename" },
    // `import("./other.cjs")` becomes a `require` that runs later: in the extension host that is the surer way.
    supported: { "dynamic-import": false },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes("--watch")) await watch();
  else {
    const isProduction = process.argv.includes("--production");
    for (const file of await build({ isProduction })) console.log(`${basename(file)}  ${byteCount(join(ROOT, file))}`);
    if (process.argv.includes("--tests")) await buildVscodeTests();
  }
}
