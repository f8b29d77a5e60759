// `npm start`: the extension, tried by hand. Installs and builds what is missing, starts a mail server that delivers
// nothing, and opens examples/ in VS Code: the one on this machine, else an embedded one whose address it prints.
//
//   npm start -- --embedded        the embedded VS Code in any case
//   npm start -- FOLDER            another folder than examples/
import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ensurePackages, ROOT } from "./lib/project.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { embedded: { type: "boolean" } },
});
const folder = resolve(positionals[0] ?? join(ROOT, "examples"));
if (!existsSync(folder)) {
  console.error(`There is no ${folder}.`);
  process.exit(2);
}

ensurePackages();
const { build } = await import("./build.mjs");
await build();

const code = values.embedded ? undefined : findCode();
if (code === undefined) {
  const { install } = await import("./vscode/install.mjs");
  install({ browser: false });
}

const { startSmtpSink } = await import("./lib/smtpSink.mjs");
const { PASSWORD_VARIABLE, writeTestMailConfig } = await import("./lib/testMailConfig.mjs");
const sink = await startSmtpSink(console.log);
const testMail = join(ROOT, "examples/test-mail");
// Made anew each time, since ports and certificate are.
writeTestMailConfig(testMail, sink);
process.on("exit", () => {
  rmSync(testMail, { recursive: true, force: true });
  rmSync(sink.folder, { recursive: true, force: true });
});
const env = { ...process.env, [PASSWORD_VARIABLE]: sink.password };

console.log(
  `Mail server: STARTTLS on port ${sink.ports.starttls}, TLS on port ${sink.ports.tls}; it delivers nothing.`,
);
console.log("examples/test-mail/.mailconfig.yaml has accounts for it: run “Mailconfig: Send test mail” there.");
if (code === undefined) await openEmbedded();
else openDesktop(code);

/** The command line of a VS Code on this machine. */
function findCode() {
  const macOs = "/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code";
  const isWindows = process.platform === "win32";
  return ["code", macOs].find((it) => {
    return spawnSync(it, ["--version"], { stdio: "ignore", shell: isWindows, timeout: 20_000 }).status === 0;
  });
}

/** @param {string} command */
function openDesktop(command) {
  const isWindows = process.platform === "win32";
  const quote = (/** @type {string} */ text) => (isWindows ? `"${text}"` : text);
  const args = ["--new-window", `--extensionDevelopmentPath=${ROOT}`, folder].map(quote);
  const child = spawn(isWindows ? quote(command) : command, args, { stdio: "inherit", shell: isWindows, env });
  child.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  console.log("VS Code opens in a window of its own. Ctrl+C here ends the mail server.");
  endOnSignals();
}

async function openEmbedded() {
  const { startServer, workbenchUrl } = await import("./vscode/lib/vscode.mjs");
  endOnSignals();
  // The folder is this repository's own, so it is trusted from the start.
  const settings = {
    "window.commandCenter": true,
    "editor.hover.delay": 300,
    "workbench.colorTheme": "Default Light Modern",
  };
  const server = await startServer({ settings, env });
  const file = join(folder, "mistakes/example.com.zone");
  const url = workbenchUrl(server, {
    folder,
    file: existsSync(file) ? file : undefined,
    extensionDevelopmentPaths: [ROOT],
  });
  console.log(`\nOpen ${url}\n`);
  console.log("Ctrl+C ends it. After a change: `npm run build`, then “Developer: Reload Window” in it.");
  const why = await server.exited;
  console.error(`The VS Code server ended (${why}).`);
  process.exit(1);
}

/** Leaving by `exit` runs the handlers that end the editor's processes and remove what was written. */
function endOnSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => process.exit(signal === "SIGINT" ? 0 : 128 + constants.signals[signal]));
  }
}
