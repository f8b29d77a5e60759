// What the scripts share. Only Node's own modules: this runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

const isWindows = process.platform === "win32";

/** Installs the packages of package-lock.json where they are missing or of other versions. */
export function ensurePackages(log = console.log) {
  if (isInstalled()) return;
  log("Installing packages (npm ci) …");
  const { status } = spawnSync(isWindows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: ROOT,
    // npm's own chatter stays out of the way of what is read by programs.
    stdio: ["ignore", 2, 2],
    shell: isWindows,
  });
  if (status !== 0) throw new Error("npm ci failed; its output above says why.");
}

/** npm keeps a list of what it installed; packages for other platforms are not in it. */
function isInstalled() {
  const list = join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  return Object.entries(packagesOf(join(ROOT, "package-lock.json"))).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** The JavaScript file behind a package's command, so that it starts without npx and its shell. */
export function binOf(/** @type {string} */ packageName, command = packageName) {
  const folder = join(ROOT, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[command]);
}

/**
 * Runs a program to its end with its output on ours.
 *
 * @param {string[]} args of node
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it
 */
export function runNode(args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "inherit", "inherit"], env });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** `1,234,567 bytes`, of a file. */
export function byteCount(/** @type {string} */ file) {
  return `${statSync(file).size.toLocaleString("en")} bytes`;
}
