import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { test } from "node:test";
import nodemailer from "nodemailer";
import { exitOnSignals } from "../../../scripts/vscode/launch-ui.mjs";
import { launchBrowser } from "../../../scripts/vscode/lib/vscode.mjs";

const CONFIG = "examples/test-mail/.mailconfig.yaml";
const DEADLINE_MS = 120_000;

exitOnSignals();

test("npm start opens the examples, takes test mail, and leaves nothing behind", async () => {
  const mark = randomUUID();
  const started = start(mark);
  try {
    const address = await started.line(/^Open (http:\S+)$/);
    const config = readFileSync(CONFIG, "utf8");
    await seeFindings(address);
    await sendMail(config, mark);
    assert.match(await started.line(/^(Mail 1: .*)$/), /ops@example\.com → postmaster@example\.com, “Test”/);
  } finally {
    started.process.kill("SIGINT");
    const [code] = await once(started.process, "exit");
    assert.equal(code, 0);
  }
  assert.equal(existsSync(CONFIG), false);
  await until(
    () => processesWith(mark).length === 0,
    () => `still there: ${processesWith(mark).join(", ")}`,
  );
});

interface Started {
  readonly process: ChildProcess;
  /** Waits for a line and gives its first group. */
  line(pattern: RegExp): Promise<string>;
}

function start(mark: string): Started {
  const env = { ...process.env, MAILCONFIG_TEST_MARK: mark };
  const child = spawn(process.execPath, ["scripts/start.mjs", "--embedded"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => lines.push(line));
  const find = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find((it) => it !== undefined);
  return {
    process: child,
    async line(pattern) {
      await until(
        () => find(pattern) !== undefined || child.exitCode !== null,
        () => `no ${pattern} in\n${lines.join("\n")}`,
      );
      return find(pattern) ?? assert.fail(`ended without ${pattern}:\n${lines.join("\n")}`);
    },
  };
}

async function seeFindings(address: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(DEADLINE_MS);
    await page.goto(address);
    await page.locator(".squiggly-error").first().waitFor({ state: "attached" });
  } finally {
    await browser.close();
  }
}

/** As the extension does it, with the certificate that the config names. */
async function sendMail(config: string, mark: string): Promise<void> {
  const port = Number(/port: (\d+)/.exec(config)?.[1]);
  const transport = nodemailer.createTransport({
    host: "localhost",
    port,
    requireTLS: true,
    tls: { ca: readFileSync("examples/test-mail/ca.pem") },
    auth: { user: "ops@example.com", pass: passwordOf(mark) },
  });
  await transport.sendMail({
    from: "ops@example.com",
    to: "postmaster@example.com",
    subject: "Test",
    text: "It works.",
  });
  transport.close();
}

/** The password is in the environment of the editor only; on Linux one can look there. */
function passwordOf(mark: string): string {
  for (const pid of processesWith(mark)) {
    const found = /\0MAILCONFIG_EXAMPLE_PASSWORD=([^\0]+)/.exec(environmentOf(pid))?.[1];
    if (found !== undefined) return found;
  }
  return assert.fail("no process of the editor has the password");
}

function processesWith(mark: string): string[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => pid !== String(process.pid) && environmentOf(pid).includes(mark));
}

function environmentOf(pid: string): string {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, "utf8")}`;
  } catch {
    return "";
  }
}

async function until(isTrue: () => boolean, complaint: () => string): Promise<void> {
  const end = Date.now() + DEADLINE_MS;
  while (!isTrue()) {
    if (Date.now() > end) assert.fail(complaint());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
