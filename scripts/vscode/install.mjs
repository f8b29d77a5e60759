#!/usr/bin/env node
// @ts-check
// Installs what the end-to-end tests and `npm start` need, outside node_modules:
//   <cache>/node/bin/node   Node 24, which the server is built for (skipped when this Node is a 24)
//   <cache>/vscode/         the VS Code server and its web workbench, taken from the npm package code-server
// and looks for a Chromium. Nothing is compiled. A second run only reads the stamp.
//
//   node install.mjs           install what is missing
//   node install.mjs --force   start afresh
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installPackagedChromium, isPackaged } from "./lib/packagedChromium.mjs";
import { cacheDir, findChromium, nodeBinary, packagedChromium, serverMain } from "./lib/paths.mjs";

const CODE_SERVER = "code-server@4.139.1";
const NODE = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}@24.21.0`;

/**
 * The server's runtime modules that an editing session loads. What is left out serves chat agents,
 * containers, Kerberos proxies and Windows, and is only imported when such a feature is used.
 */
const MODULES = [
  "@microsoft/1ds-core-js",
  "@microsoft/1ds-post-js",
  "@parcel/watcher",
  "@vscode/deviceid",
  "@vscode/iconv-lite-umd",
  "@vscode/proxy-agent",
  "@vscode/ripgrep-universal",
  "@vscode/spdlog",
  "@vscode/tree-sitter-wasm",
  "@vscode/vscode-languagedetection",
  "@xterm/addon-serialize",
  "@xterm/addon-unicode11",
  "@xterm/headless",
  "cookie",
  "http-proxy-agent",
  "https-proxy-agent",
  "jschardet",
  "minimist",
  "node-pty",
  "vscode-oniguruma",
  "vscode-regexpp",
  "vscode-textmate",
  "ws",
  "yauzl",
  "yazl",
];

/**
 * Built-in extensions that only add weight or start-up time: chat, git, debuggers, notebooks. Those that can run in the
 * browser (emmet, github-authentication, …) stay: the workbench knows them by heart and complains when they are missing.
 */
const UNWANTED_EXTENSIONS = [
  "copilot",
  "debug-auto-launch",
  "debug-server-ready",
  "git",
  "github",
  "ipynb",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
  "notebook-renderers",
  "tunnel-forwarding",
];

/**
 * @param {object} [options]
 * @param {boolean} [options.force]
 * @param {boolean} [options.browser]  false: no Chromium is needed, somebody opens the address in a browser of their own
 * @param {(line: string) => void} [options.log]
 */
export function install({ force = false, browser = true, log = console.log } = {}) {
  const stamp = path.join(cacheDir, "stamp.json");
  const recipe = recipeHash();
  if (!force && readStamp(stamp)?.recipe === recipe && fs.existsSync(serverMain) && fs.existsSync(nodeBinary())) {
    if (browser) ensureChromium(log);
    return;
  }
  const started = Date.now();
  const work = `${cacheDir}.${process.pid}`; // built aside and moved, so that a broken run leaves nothing half done
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  try {
    const step = stepper(work, log);
    if (nodeMajor() !== 24) {
      step(`Node 24 (${NODE})`, () =>
        unpack(NODE, work, "node", [`package/bin/node${process.platform === "win32" ? ".exe" : ""}`]),
      );
    }
    step(`VS Code server (${CODE_SERVER})`, () => unpack(CODE_SERVER, work, "vscode", ["package/lib/vscode"], 3));
    step("its modules, without install scripts", () => installModules(path.join(work, "vscode")));
    fs.writeFileSync(
      path.join(work, "stamp.json"),
      JSON.stringify({ recipe, codeServer: CODE_SERVER, node: NODE }, null, 2),
    );
    fs.rmSync(cacheDir, { recursive: true, force: true });
    fs.renameSync(work, cacheDir);
    log(`Installed in ${seconds(started)}, ${megabytes(cacheDir)} in ${cacheDir}`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  if (browser) ensureChromium(log);
}

/** Fetches one package with npm (which checks its integrity) and unpacks the wanted part of it. */
function unpack(
  /** @type {string} */ spec,
  /** @type {string} */ work,
  /** @type {string} */ name,
  /** @type {string[]} */ members,
  strip = 1,
) {
  const tarballs = path.join(work, "tarballs");
  const target = path.join(work, name);
  fs.mkdirSync(tarballs, { recursive: true });
  fs.mkdirSync(target, { recursive: true });
  const answer = npm(["pack", spec, "--json", "--pack-destination", tarballs], work);
  const parsed = JSON.parse(answer);
  const [{ filename }] = Array.isArray(parsed) ? parsed : Object.values(parsed);
  const tarball = path.join(tarballs, path.basename(filename));
  const excludes = UNWANTED_EXTENSIONS.map((extension) => `--exclude=*/extensions/${extension}`);
  execFileSync("tar", ["-xzf", tarball, "-C", target, `--strip-components=${strip}`, ...excludes, ...members]);
  fs.rmSync(tarballs, { recursive: true });
}

function installModules(/** @type {string} */ vscode) {
  const manifestFile = path.join(vscode, "package.json");
  const manifest = JSON.parse(fs.readFileSync(manifestFile, "utf8"));
  manifest.dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => MODULES.includes(name)),
  );
  fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  // The shrinkwrap beside the manifest pins every version. Prebuilt binaries come as optional packages.
  npm(["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], vscode);

  const platform = `${process.platform}-${process.arch}`;
  for (const binaries of ["@vscode/ripgrep-universal/bin", "node-pty/prebuilds"]) {
    // they ship every platform's
    const folder = path.join(vscode, "node_modules", binaries);
    for (const name of fs.readdirSync(folder)) {
      if (name !== platform) fs.rmSync(path.join(folder, name), { recursive: true });
    }
  }
  // Two native modules would need a compiler. The logger gets a stand-in of a few lines; the watchdog, which only ends an
  // extension host that hangs after the server's death, gets an empty one (stopping the server ends the whole group).
  fs.copyFileSync(spdlogStandIn(), path.join(vscode, "node_modules/@vscode/spdlog/index.js"));
  const watchdog = path.join(vscode, "node_modules/@vscode/native-watchdog");
  fs.mkdirSync(watchdog, { recursive: true });
  fs.writeFileSync(path.join(watchdog, "index.js"), "exports.start = () => {};\n");
}

/** From the distribution where this is root on Debian, else from the npm registry. */
function ensureChromium(/** @type {(line: string) => void} */ log) {
  if (findChromium()) return;
  const started = Date.now();
  if (canUseApt()) {
    log("· Chromium, from the distribution …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (/** @type {string[]} */ ...args) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" });
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  }
  if (!findChromium() && isPackaged) {
    log("· Chromium, from the npm registry …");
    installPackagedChromium(path.dirname(packagedChromium), npm);
  }
  if (!findChromium()) throw new Error("No Chromium or Chrome found. Install one, or set CHROMIUM_PATH.");
  log(`  ${seconds(started)}`);
}

/** Ubuntu's package of that name is a snap, which does not start in a container. */
function canUseApt() {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return false;
  return !/^ID=ubuntu/m.test(fs.existsSync("/etc/os-release") ? fs.readFileSync("/etc/os-release", "utf8") : "");
}

function npm(/** @type {string[]} */ args, /** @type {string} */ cwd) {
  return execFileSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
}

function stepper(/** @type {string} */ folder, /** @type {(line: string) => void} */ log) {
  return (/** @type {string} */ title, /** @type {() => void} */ action) => {
    const started = Date.now();
    log(`· ${title} …`);
    action();
    log(`  ${seconds(started)}, ${megabytes(folder)} so far`);
  };
}

const spdlogStandIn = () => fileURLToPath(new URL("./lib/spdlog.cjs", import.meta.url));
const nodeMajor = () => Number(process.versions.node.split(".")[0]);
const seconds = (/** @type {number} */ since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
/** What is installed, not how: an edit of a comment here installs nothing anew. */
function recipeHash() {
  const what = [CODE_SERVER, NODE, MODULES, UNWANTED_EXTENSIONS, fs.readFileSync(spdlogStandIn(), "utf8")];
  return createHash("sha256").update(JSON.stringify(what)).digest("hex");
}

function readStamp(/** @type {string} */ file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function megabytes(/** @type {string} */ folder) {
  const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  const bytes = files.reduce((sum, file) => sum + fs.lstatSync(path.join(folder, file)).size, 0);
  return `${Math.round(bytes / 1e6)} MB`;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  install({ force: process.argv.includes("--force") });
  console.log(`VS Code for tests is ready (${seconds(started)}).`);
}
