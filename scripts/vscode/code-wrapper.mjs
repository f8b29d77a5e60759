#!/usr/bin/env node
// @ts-check
// Takes the place of the VS Code executable for @vscode/test-electron's runTests(): understands the same arguments,
// runs the tests in the extension host of a real VS Code server, and ends with their exit code.
//
// Environment: VSCODE_TEST_TIMEOUT (seconds, default 300), VSCODE_TEST_ARTIFACTS (a folder that gets a screenshot and the
// logs on failure), VSCODE_TEST_VERBOSE=1, HEADED=1 (watch it), KEEP_VSCODE_DATA=1 (keep the temporary folder).
import fs from "node:fs";
import path from "node:path";
import { format, parseArgs } from "node:util";
import { exitOnSignals, launchBrowser, startServer, workbenchUrl } from "./lib/vscode.mjs";

exitOnSignals();
const { MAILCONFIG_LANGUAGE, VSCODE_TEST_ARTIFACTS, VSCODE_TEST_TIMEOUT, VSCODE_TEST_VERBOSE } = process.env;
// runTests() holds our stdin open; when it closes, the test run is gone, however it ended.
if (fs.fstatSync(0).isSocket() || fs.fstatSync(0).isFIFO()) process.stdin.on("close", () => process.exit(1)).resume();

const { values, positionals } = parseArgs({
  strict: false, // Electron flags (--no-sandbox, --disable-gpu, …) mean nothing here and are let through
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: "string", multiple: true },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
    "folder-uri": { type: "string" },
    "disable-workspace-trust": { type: "boolean" },
  },
});
const text = (/** @type {unknown} */ value) => (typeof value === "string" ? value : undefined);
const opened = text(values["folder-uri"])?.replace(/^file:\/\//, "") ?? positionals[0];
const isWorkspaceFile = opened?.endsWith(".code-workspace");
const developmentPaths = [values.extensionDevelopmentPath ?? []].flat().map(String);
const ourPaths = [...developmentPaths, text(values.extensionTestsPath) ?? []].flat();
const timeout = Number(VSCODE_TEST_TIMEOUT ?? 300);

const server = await startServer({
  userDataDir: text(values["user-data-dir"]),
  extensionsDir: text(values["extensions-dir"]),
  // runTests() gives the flag to every run, so a suite says by its name that it wants Restricted Mode.
  trustWorkspace: values["disable-workspace-trust"] === true && !process.env["MAILCONFIG_SUITE"]?.includes("untrusted"),
});
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

let ended = false;
/** @type {Promise<number>} */
const finished = new Promise((resolve) => {
  const fail = (/** @type {string} */ why) => {
    if (!ended) console.error(why);
    resolve(1);
  };
  setTimeout(() => fail(`The tests did not end in ${timeout} s (VSCODE_TEST_TIMEOUT).`), timeout * 1000);
  page.on("crash", () => fail("The browser page crashed."));
  page.on("pageerror", (error) => console.error(`[workbench] ${error.message}`));
  browser.on("disconnected", () => fail("The browser went away."));
  page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => resolve(code));
});
await page.exposeFunction("harnessLog", print);
// The workbench asks this variable for its language; its own texts stay English, extensions follow.
if (MAILCONFIG_LANGUAGE) {
  await page.addInitScript(
    (language) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language }),
    MAILCONFIG_LANGUAGE,
  );
}
await page.addInitScript(() => {
  // The workbench reports every log line of its own here too. What the extension host sent is told apart by the remote
  // call it arrives in: remote calls are found by name, so these names survive minification.
  Object.assign(globalThis, {
    codeAutomationLog(/** @type {string} */ level, /** @type {unknown[]} */ parts) {
      Error.stackTraceLimit = 40;
      const fromExtensionHost = /\$(logExtensionHostMessage|onExtension\w*Error)/.test(new Error().stack ?? "");
      /** @type {any} */ (globalThis).harnessLog(level, parts, fromExtensionHost);
    },
  });
});

await page.goto(
  workbenchUrl(server, {
    ...(isWorkspaceFile ? { workspaceFile: opened } : { folder: opened }),
    extensionDevelopmentPaths: developmentPaths,
    extensionTestsPath: text(values.extensionTestsPath),
  }),
  { timeout: 120_000 }, // A busy machine serves the workbench slowly; nothing else waits for it.
);

const code = await finished;
ended = true;
if (code !== 0) await explain().catch((error) => console.error(`No logs or screenshot: ${error.message}`));
await Promise.race([browser.close(), delay(2000)]);
server.stop();
await delay(50); // runTests drops what it has not read when we exit
process.exit(code);

/** Passes on what the tests and the extension print, and errors that name them; VSCODE_TEST_VERBOSE=1 passes on all. */
function print(/** @type {string} */ level, /** @type {unknown[]} */ parts, /** @type {boolean} */ fromExtensionHost) {
  const line = format(...parts);
  const ours = fromExtensionHost || (level === "error" && ourPaths.some((file) => line.includes(file)));
  if (!ours && !VSCODE_TEST_VERBOSE) return;
  const stream = level === "error" ? process.stderr : process.stdout;
  stream.write(ours ? `${line}\n` : `[workbench] ${line}\n`);
}

/** After a failure: what the extension host's log holds against our extension, and the artifacts where they are wanted. */
async function explain() {
  const logs = path.join(server.userDataDir, "logs");
  const latest = path.join(logs, fs.readdirSync(logs).sort().at(-1) ?? "");
  const files = fs
    .readdirSync(latest, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("exthost.log"));
  for (const file of files) {
    const entries = fs.readFileSync(path.join(latest, file), "utf8").split(/^(?=\d{4}-\d\d-\d\dT)/m);
    for (const entry of entries) {
      if (entry.includes("[error]") && ourPaths.some((ours) => entry.includes(ours)))
        console.error(`[extension host] ${entry.trimEnd()}`);
    }
  }
  const artifacts = VSCODE_TEST_ARTIFACTS;
  if (!artifacts) return;
  fs.mkdirSync(artifacts, { recursive: true });
  for (const file of files) fs.copyFileSync(path.join(latest, file), path.join(artifacts, path.basename(file)));
  await page.screenshot({ path: path.join(artifacts, "failed.png") });
}

function delay(/** @type {number} */ ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
