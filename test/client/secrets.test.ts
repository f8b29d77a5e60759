import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { connect } from "../../client/src/mail/connect.ts";
import { reportLines, reportPage } from "../../client/src/mail/connection/page.ts";
import { run } from "../../server/src/cli/run.ts";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { EXPORT_TARGETS } from "../../server/src/core/export/index.ts";
import { translator } from "../../server/src/core/locale.ts";
import { redact } from "../../server/src/core/redact.ts";
import { startEchoMailbox } from "../support/echoMailbox.ts";
import { type EchoStage, echoes, startEchoServer, startEchoTokens } from "../support/echoServer.ts";
import { leaksIn, PLANTED_SECRETS } from "../support/plantedSecrets.ts";
import { runCommand } from "./commands/world.ts";
import { accountFor, loginOf, visit, wordsOf } from "./mail/connectionSupport.ts";
import { account } from "./support.ts";

const METHODS = ["plain", "login", "cram-md5", "xoauth2", "refresh"] as const;
const PASSWORD_METHODS = ["plain", "login", "cram-md5"] as const;
const STAGES: readonly EchoStage[] = ["auth", "rcpt", "data", "greeting", "drop"];
const FILE = ".mailconfig.yaml";
let folder: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "mailconfig-secrets-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("fifty secrets are planted, and the search for them finds each in every encoding", () => {
  assert.equal(new Set(PLANTED_SECRETS).size, 50);
  for (const secret of PLANTED_SECRETS) {
    for (const text of echoes(secret))
      assert.notDeepEqual(leaksIn(`S: 535 ${text} x`, secret), [], `${secret} in ${text}`);
    assert.deepEqual(leaksIn("C: AUTH PLAIN ***", secret), []);
  }
});

/** `0` of a method: what the account's login is made of, with the secret behind a variable. */
function authOf(method: (typeof METHODS)[number], url: string): string {
  if (method === "xoauth2") return `{ method: xoauth2, username: ops@example.com, accessToken: "\${env:PLANTED}" }`;
  const refresh = `refreshToken: "\${env:PLANTED}", clientSecret: "\${env:PLANTED}", accessUrl: "${url}"`;
  if (method === "refresh") return `{ method: xoauth2, username: ops@example.com, clientId: c, ${refresh} }`;
  return `{ method: ${method}, username: ops@example.com, password: "\${env:PLANTED}" }`;
}

async function cli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const output: string[] = [];
  const write = (it: string) => void output.push(it);
  const readStdin = async () => new Uint8Array();
  const io = { stdout: write, stderr: write, readStdin, cwd: folder, env, hasColours: false };
  await run(args, io, createEngine);
  return output.join("");
}

for (const [index, secret] of PLANTED_SECRETS.entries()) {
  const method = METHODS[index % METHODS.length] ?? "plain";
  const stage = STAGES[Math.floor(index / METHODS.length) % STAGES.length] ?? "auth";
  test(`secret ${index + 1} stays inside: ${method}, repeated at ${stage}`, async () => {
    const server = await startEchoServer(secret, stage);
    const tokens = await startEchoTokens(secret);
    try {
      writeFileSync(
        join(folder, FILE),
        `version: 1
accounts:
  ops:
    from: ops@example.com
    smtp: { host: 127.0.0.1, port: ${server.port}, security: none, auth: ${authOf(method, tokens.url)} }
test: { to: a@example.net }
`,
      );
      const output = await cli(["send-test", "--transcript", FILE], { PLANTED: secret });
      assert.match(
        output,
        method === "refresh" ? /No access token from/ : /S: \d\d\d/,
        "the conversation was not shown",
      );
      noLeak(output, secret);
      for (const name of readdirSync(folder)) noLeak(readFileSync(join(folder, name), "utf8"), secret);
      if (method === "refresh" || method === "xoauth2") return;
      const written = account({ port: server.port, security: "none", method, password: "${env:PLANTED}" });
      const { seen, lines, outcome } = await runCommand({ accounts: [written], env: { PLANTED: secret }, connect });
      assert.ok(lines.length > 1);
      noLeak([...seen, ...lines, outcomeText(outcome)].join("\n"), secret);
    } finally {
      await Promise.all([server.stop(), tokens.stop()]);
    }
  });
}

for (const [index, secret] of PLANTED_SECRETS.entries()) {
  const method = PASSWORD_METHODS[index % PASSWORD_METHODS.length] ?? "plain";
  test(`secret ${index + 1} is in no connection report and on no page about a mail that arrived: ${method}`, async () => {
    const stage = STAGES[index % STAGES.length] ?? "auth";
    const [smtp, imap] = await Promise.all([startEchoServer(secret, stage), startEchoMailbox(secret)]);
    try {
      const login = loginOf(secret, method);
      for (const [port, protocol] of [[smtp.port, "smtp"] as const, [imap.port, "imap"] as const]) {
        const { report, lines, nodes } = await visit({ port, security: "none", method }, { protocol, login });
        assert.match(lines.join("\n"), /^S: /m, "the conversation was not shown");
        const where = () => "";
        const page = reportPage(report, 0, translator(), where);
        const shown = [...lines, ...wordsOf(nodes), page, ...reportLines(report, 0, translator(), where)];
        noLeak([...shown, JSON.stringify(report)].join("\n"), secret);
      }
      const parts = { security: "none", method, password: "${env:PLANTED}" } as const;
      const { smtp: sending } = account({ port: smtp.port, ...parts });
      const { imap: mailbox } = accountFor({ port: imap.port, ...parts }, "imap");
      assert.ok(sending && mailbox);
      const written = { ...account({ port: smtp.port }), smtp: sending, imap: mailbox };
      const env = { PLANTED: secret };
      const { seen, lines } = await runCommand({ accounts: [written], env, press: "Fetch arrived mail" });
      assert.match(seen.join("\n"), /show What arrived: ops\n(?:.*\n)*.*spf=fail/);
      assert.match(seen.join("\n"), /A report about the mail has come/);
      assert.ok(lines.some((it) => it.startsWith("S: * SEARCH 1 2")));
      noLeak([...seen, ...lines].join("\n"), secret);
    } finally {
      await Promise.all([smtp.stop(), imap.stop()]);
    }
  });
}

function outcomeText(outcome: object | undefined): string {
  const raw = outcome !== undefined && "raw" in outcome ? Buffer.from(outcome.raw as Uint8Array).toString() : "";
  return `${JSON.stringify(outcome)}\n${raw}`;
}

function noLeak(text: string, secret: string): void {
  assert.deepEqual(leaksIn(text, secret), []);
}

test("a secret that a file holds itself is in no report, export or description of the file", async () => {
  for (const [index, secret] of PLANTED_SECRETS.entries()) {
    const quoted = JSON.stringify(secret);
    writeFileSync(
      join(folder, FILE),
      `version: 1
accounts:
  ops:
    from: ops@example.com
    smtp: { host: smtp.example.com, port: 465, security: starttls, auth: { username: ops, password: ${quoted} } }
    imap: { host: imap.example.com, port: 993, security: tls, auth: { username: ops, password: ${quoted} } }
  token:
    smtp: { host: smtp.example.com, auth: { method: xoauth2, clientSecret: ${quoted}, refreshToken: ${quoted} } }
  address:
    smtp: "smtps://ops:${encodeURIComponent(secret)}@smtp.example.com"
`,
    );
    const formats = index % 5 === 0 ? ["text", "json", "github", "sarif"] : ["json"];
    for (const format of formats) noLeak(await cli(["check", "--format", format, FILE], {}), secret);
    noLeak(await cli(["debug", FILE], {}), secret);
    for (const account of ["ops", "token", "address"]) {
      for (const target of EXPORT_TARGETS) {
        const text = await cli(["export", "--to", target, "--account", account, FILE], {});
        noLeak(text, secret);
        if (account === "ops") assert.match(text, /smtp\.example\.com/, `${target}: ${text}`);
      }
    }
  }
});

test("errors and their stacks lose what reads like a login, though nobody knows the secret", () => {
  for (const secret of ["hunter2-hunter2", "Tr0ub4dor&3", "ya29.a0AfH6SMBx-_Zk3vQ1"]) {
    const login = Buffer.from(`\0ops\0${secret}`).toString("base64");
    for (const text of [
      `password=${secret}`,
      `{"password": "${secret}"}`,
      `AUTH PLAIN ${login}`,
      `smtps://ops:${secret}@mx`,
      `Bearer ${secret}`,
    ]) {
      const { stack = "" } = new Error(`cannot send: ${text}`);
      noLeak(redact(stack), secret.split("&")[0] ?? secret);
    }
  }
});
