// What a bundle does at its start is paid for by every start. An esbuild plugin that leaves for later what may wait:
//
// - the Chinese sentences are packed into one ASCII string, unpacked for those who read Chinese: with them written out,
//   Node would decode the whole bundle into two bytes a character, and build a large object;
// - the tables of the public suffix list are packed likewise, and `tldts` is run when somebody asks for a suffix;
// - modules of Node that only some commands need are loaded where they are used;
// - of package.json only the name and the version are kept.
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { ROOT } from "./project.mjs";

/** Where a package is run at its first use: functions only, by name. */
const LATE_PACKAGES = /** @type {Record<string, string[]>} */ ({ tldts: ["parse"] });

/** What the bundled modules use of Node's modules that are slow to load and seldom needed. */
const LATE_MODULES = /** @type {Record<string, string[]>} */ ({
  child_process: ["execFile", "execFileSync", "fork", "spawn", "spawnSync"],
  crypto: [
    "createHash",
    "createHmac",
    "createPrivateKey",
    "createPublicKey",
    "generateKeyPair",
    "randomBytes",
    "randomUUID",
    "sign",
    "verify",
  ],
});

const NODEMAILER = `${sep}node_modules${sep}nodemailer${sep}`;
const SENTENCES = join(ROOT, "l10n/bundle.l10n.zh-cn.json");
const SENTENCES_BESIDE =
  'JSON.parse(require("node:fs").readFileSync(require("node:path").join(__dirname, "../l10n/bundle.l10n.zh-cn.json"), "utf8"))';
const MANIFEST = join(ROOT, "package.json");

/**
 * @param {{ isExtension?: boolean }} [options] in the extension the Chinese sentences lie beside `dist/` anyway
 * @returns {import("esbuild").Plugin}
 */
export const lightStart = ({ isExtension = false } = {}) => ({
  name: "light start",
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]chinese\.ts$/ }, () => ({
      contents: functionModule("chineseSentences", isExtension ? SENTENCES_BESIDE : packedSentences()),
      loader: "js",
      resolveDir: ROOT,
      watchFiles: [SENTENCES],
    }));
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      if (path !== MANIFEST) return undefined;
      const { name, version } = JSON.parse(readFileSync(path, "utf8"));
      return { contents: JSON.stringify({ name, version }), loader: "json", watchFiles: [path] };
    });
    build.onLoad({ filter: /[\\/]tldts[\\/]dist[\\/]es6[\\/]src[\\/]data[\\/]trie\.js$/ }, async ({ path }) => ({
      contents: packedTables(await import(pathToFileURL(path).href)),
      loader: "js",
      resolveDir: ROOT,
    }));
    latePackages(build);
    lateModules(build);
  },
});

/** Leaves the large parts of the extension, which it imports late, to bundles of their own beside it. @type {import("esbuild").Plugin} */
export const lateParts = {
  name: "late parts",
  setup(build) {
    build.onResolve({ filter: /^\.\/(?:languageClient|mailTools|domainReport|configTools)\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: path.replace(".ts", ".cjs"), external: true } : undefined,
    );
  },
};

/** A module with one function that evaluates an expression at its first call. */
function functionModule(/** @type {string} */ name, /** @type {string} */ expression) {
  return `let value;
export function ${name}() {
  return value ??= ${expression};
}`;
}

function packedSentences() {
  return unpacking(JSON.stringify(JSON.parse(readFileSync(SENTENCES, "utf8"))));
}

/** A module that exports the same arrays, texts and numbers, unpacked when it is run. */
function packedTables(/** @type {Record<string, unknown>} */ tables) {
  const plain = Object.entries(tables).map(([name, it]) => [name, isTable(it) ? [...it] : it]);
  const exports = Object.entries(tables).map(([name, it]) =>
    isTable(it)
      ? `export const ${name} = ${it.constructor.name}.from(unpacked.${name});`
      : `export const ${name} = unpacked.${name};`,
  );
  return `const unpacked = ${unpacking(JSON.stringify(Object.fromEntries(plain)))};\n${exports.join("\n")}`;
}

/** @param {unknown} it @returns {it is Uint8Array | Uint16Array | Uint32Array} */
function isTable(it) {
  return it instanceof Uint8Array || it instanceof Uint16Array || it instanceof Uint32Array;
}

/** An expression that gives what the JSON says. */
function unpacking(/** @type {string} */ json) {
  const packed = brotliCompressSync(json).toString("base64");
  return `JSON.parse(require("node:zlib").brotliDecompressSync(Buffer.from("${packed}", "base64")).toString())`;
}

function latePackages(/** @type {import("esbuild").PluginBuild} */ build) {
  const names = Object.keys(LATE_PACKAGES).join("|");
  build.onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path, resolveDir, importer, pluginData }) =>
    pluginData === "real" || importer.includes(`${sep}node_modules${sep}`)
      ? undefined
      : { path, namespace: "late-package", pluginData: resolveDir },
  );
  build.onLoad({ filter: /.*/, namespace: "late-package" }, ({ path, pluginData }) => ({
    contents: (LATE_PACKAGES[path] ?? [])
      .map((it) => `export function ${it}(...args) { return require("real:${path}").${it}(...args); }`)
      .join("\n"),
    resolveDir: pluginData,
  }));
  build.onResolve({ filter: /^real:/ }, ({ path, resolveDir }) =>
    build.resolve(path.slice("real:".length), { resolveDir, kind: "import-statement", pluginData: "real" }),
  );
}

/** Getters in the place of functions. A name that is not listed is missing in the bundle, which the build says. */
function lateModules(/** @type {import("esbuild").PluginBuild} */ build) {
  const names = Object.keys(LATE_MODULES).join("|");
  build.onResolve({ filter: new RegExp(`^(?:node:)?(?:${names})$`) }, ({ path, namespace, importer }) => {
    if (namespace === "late-module") return { path, external: true };
    // Mail is sent by a part that is itself loaded late, and it imports whole modules.
    return importer.includes(NODEMAILER) ? undefined : { path: path.replace("node:", ""), namespace: "late-module" };
  });
  build.onLoad({ filter: /.*/, namespace: "late-module" }, ({ path }) => ({
    contents: (LATE_MODULES[path] ?? [])
      .map((it) => `export function ${it}(...args) { return require("node:${path}").${it}(...args); }`)
      .join("\n"),
    resolveDir: ROOT,
  }));
}
