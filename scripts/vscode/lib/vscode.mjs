// @ts-check
// Runs the VS Code server on the loopback interface and opens its workbench in Chromium.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium, nodeBinary, serverMain } from "./paths.mjs";

const { HEADED, KEEP_VSCODE_DATA } = process.env;

/** Settings that keep VS Code quiet and the same on every machine; a test's own settings come on top. */
export const QUIET_SETTINGS = {
  "chat.disableAIFeatures": true,
  "editor.hover.delay": 100,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off", // VS Code saves by itself in a browser
  "files.hotExit": "off",
  "git.enabled": false,
  "remote.autoForwardPorts": false, // each port of a test's mail server would be announced
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "window.restoreWindows": "none",
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
};

/** @type {Set<() => void>} What must be undone, synchronously, whatever way this process ends. */
const undo = new Set();
process.on("exit", () => {
  for (const action of [...undo].reverse()) action();
});
/** Ends this process on a signal, so that the exit handlers above run. */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => process.exit(128 + os.constants.signals[signal]));
  }
}

/**
 * @param {object} [options]
 * @param {string | undefined} [options.userDataDir]    default: a temporary folder
 * @param {string | undefined} [options.extensionsDir]  default: a temporary folder
 * @param {Record<string, unknown> | undefined} [options.settings]  user settings, unless the user data folder has some already
 * @param {NodeJS.ProcessEnv | undefined} [options.env]
 * @param {boolean | undefined} [options.trustWorkspace]  false: workspace trust is on, as for a user
 */
export async function startServer({
  userDataDir,
  extensionsDir,
  settings = {},
  env = process.env,
  trustWorkspace = true,
} = {}) {
  if (!fs.existsSync(serverMain)) throw new Error("VS Code is not installed for tests: run install.mjs first.");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "mailconfig-vscode-"));
  const token = randomBytes(16).toString("hex"); // other users of this machine shall not drive our editor
  fs.writeFileSync(path.join(folder, "token"), token, { mode: 0o600 });
  userDataDir ??= path.join(folder, "user");
  extensionsDir ??= path.join(folder, "extensions");
  const settingsFile = path.join(userDataDir, "User", "settings.json");
  if (!fs.existsSync(settingsFile)) {
    fs.mkdirSync(path.dirname(settingsFile), { recursive: true });
    fs.writeFileSync(settingsFile, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
  }

  const child = spawn(
    nodeBinary(),
    [
      "--import",
      new URL("./exit-with-parent.mjs", import.meta.url).href,
      serverMain,
      "--host",
      "127.0.0.1",
      "--port",
      "0",
      "--connection-token-file",
      path.join(folder, "token"),
      "--accept-server-license-terms",
      "--server-data-dir",
      path.join(folder, "server"),
      "--user-data-dir",
      userDataDir,
      "--extensions-dir",
      extensionsDir,
      "--enable-smoke-test-driver", // without it a built VS Code ignores extensionDevelopmentPath in the address
      "--force-disable-user-env", // else a login shell is started first to read its environment: seconds, and not repeatable
      "--disable-telemetry",
      "--disable-experiments",
      "--disable-getting-started-override",
      ...(trustWorkspace ? ["--disable-workspace-trust"] : []),
    ],
    { env: { ...env, NODE_OPTIONS: "" }, stdio: ["pipe", "pipe", "pipe"], detached: true },
  );

  const stop = () => {
    if (!undo.delete(stop)) return;
    try {
      if (process.platform === "win32") spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
      else process.kill(-(child.pid ?? Number.NaN), "SIGKILL"); // the group: the server, extension hosts, language servers, terminals
    } catch {
      /* it has left already */
    }
    if (KEEP_VSCODE_DATA) console.error(`Kept ${folder}`);
    else fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  undo.add(stop);

  const exited = once(child, "exit").then(([code, signal]) => code ?? signal);
  let output = "";
  const port = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The VS Code server did not start in 30 s.\n${output}`)), 30_000);
    const read = (/** @type {Buffer} */ chunk) => {
      output = (output + chunk).slice(-20_000);
      const match = /agent listening on (\d+)/.exec(output);
      if (match) {
        clearTimeout(timer);
        resolve(Number(match[1]));
      }
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    exited.then((why) => reject(new Error(`The VS Code server ended (${why}).\n${output}`)), reject);
  }).catch((error) => {
    stop();
    throw error;
  });

  return { port, token, userDataDir, exited, output: () => output, stop };
}

/** Installs a VSIX as a user would, into a folder for `startServer({ extensionsDir })`. */
export function installExtension(/** @type {string} */ vsix, /** @type {string} */ extensionsDir) {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), "mailconfig-vscode-"));
  try {
    const args = ["--install-extension", vsix, "--extensions-dir", extensionsDir, "--server-data-dir", data];
    const env = { ...process.env, NODE_OPTIONS: "" };
    const { status, stdout, stderr } = spawnSync(
      nodeBinary(),
      [serverMain, ...args, "--accept-server-license-terms", "--force"],
      { encoding: "utf8", env },
    );
    if (status !== 0) throw new Error(`VS Code did not install ${vsix}:\n${stdout}${stderr}`);
  } finally {
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
}

/**
 * The address that opens a folder with extensions under development.
 * @param {{ port: number, token: string }} server
 * @param {object} what
 * @param {string | undefined} [what.folder]
 * @param {string | undefined} [what.workspaceFile]
 * @param {string | undefined} [what.file]  opened in the editor at once
 * @param {string[] | undefined} [what.extensionDevelopmentPaths]
 * @param {string | undefined} [what.extensionTestsPath]
 */
export function workbenchUrl(
  { port, token },
  { folder, workspaceFile, file, extensionDevelopmentPaths = [], extensionTestsPath },
) {
  const remote = (/** @type {string} */ file) => `vscode-remote://127.0.0.1:${port}${encodeURI(path.resolve(file))}`;
  const payload = [
    ...extensionDevelopmentPaths.map((file) => ["extensionDevelopmentPath", remote(file)]),
    ...(extensionTestsPath ? [["extensionTestsPath", remote(extensionTestsPath)]] : []),
    ...(file ? [["openFile", remote(file)]] : []),
  ];
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set("tkn", token);
  if (folder) url.searchParams.set("folder", path.resolve(folder));
  else if (workspaceFile) url.searchParams.set("workspace", path.resolve(workspaceFile));
  else url.searchParams.set("ew", "true"); // an empty window
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}

/** Chromium with the network cut off but for this machine, so that no test depends on the outside. */
export async function launchBrowser({ headed = Boolean(HEADED) } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("No Chromium or Chrome found: run install.mjs.");
  return chromium.launch({
    executablePath,
    headless: !headed,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false, // exitOnSignals() does it
    args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"],
  });
}
