// @ts-check
// Where the tools lie. Everything can be moved with an environment variable.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const { MAILCONFIG_VSCODE_CACHE, XDG_CACHE_HOME } = process.env;

export const cacheDir =
  MAILCONFIG_VSCODE_CACHE ?? path.join(XDG_CACHE_HOME ?? path.join(os.homedir(), ".cache"), "mailconfig-vscode");

/** Beside the cache, not in it: it does not change with the editor's version. */
export const packagedChromium = path.join(`${cacheDir}-chromium`, "chromium");

export const serverMain = path.join(cacheDir, "vscode", "out", "server-main.js");

/** The Node that runs the server: the one in the cache, or this one if it is a 24 too. */
export function nodeBinary() {
  const own = path.join(cacheDir, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return process.versions.node.startsWith("24.") && !fs.existsSync(own) ? process.execPath : own;
}

export function findChromium() {
  const { CHROMIUM_PATH, PATH = "" } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const folder of PATH.split(path.delimiter)) {
    for (const name of names) {
      const candidate = path.join(folder, name);
      if (fs.existsSync(candidate)) return candidate;
    }
  }
  if (fs.existsSync(packagedChromium)) return packagedChromium;
  const macOs = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  return fs.existsSync(macOs) ? macOs : undefined;
}
