import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { run } from "../../server/src/cli/run.ts";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { PASSWORD } from "../support/mailServer.ts";
import { useServers } from "../support/useServers.ts";

const FILE = ".mailconfig.yaml";
let folder: string;
const servers = useServers();

before(() => {
  folder = mkdtempSync(join(tmpdir(), "mailconfig-send-"));
});

after(() => rmSync(folder, { recursive: true, force: true }));

function config(port: number, more = "", tls = "servername: localhost, caFile: ca.pem"): string {
  return `version: 1
domain: example.com
accounts:
  ops:
    from: "Ops <ops@example.com>"
    smtp:
      host: 127.0.0.1
      port: ${port}
      security: starttls
      auth: { method: plain, username: ops@example.com, password: "\${env:SMTP_PASSWORD}" }
      tls: { ${tls} }
${more}test: { to: postmaster@example.net, subject: From the command line }
`;
}

async function sendTest(text: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  writeFileSync(join(folder, FILE), text);
  writeFileSync(join(folder, "ca.pem"), servers.certificate.cert);
  let stdout = "";
  let stderr = "";
  const io = {
    stdout: (it: string) => {
      stdout += it;
    },
    stderr: (it: string) => {
      stderr += it;
    },
    readStdin: async () => new Uint8Array(),
    cwd: folder,
    env: { SMTP_PASSWORD: PASSWORD, ...env },
    hasColours: false,
  };
  const code = await run(["send-test", ...args, FILE], io, createEngine);
  for (const output of [stdout, stderr]) assert.ok(!output.includes(PASSWORD), output);
  return { code, stdout, stderr };
}

test("an accepted mail gives 0, the server's reply and the message id", async () => {
  const server = await servers.mail();
  const { code, stdout } = await sendTest(config(server.port), ["--transcript"]);
  assert.equal(code, 0);
  assert.match(
    stdout,
    /^Accepted by 127\.0\.0\.1 for postmaster@example\.net\.\n250 2\.0\.0 Ok: queued as 4F2A\n<.+>\n$/,
  );
  assert.equal(server.received[0]?.mail.subject, "From the command line");
  assert.deepEqual(server.received[0]?.to, ["postmaster@example.net"]);
});

test("`--to` goes before the file, and `--lang` sets the language", async () => {
  const server = await servers.mail();
  const { stdout } = await sendTest(config(server.port), ["--to", "other@example.net", "--lang", "zh-cn"]);
  assert.match(stdout, /已接受发给 other@example\.net 的邮件/);
});

test("a refused login gives 1, the meaning and the place of the password", async () => {
  const server = await servers.mail();
  const { code, stderr } = await sendTest(config(server.port), [], { SMTP_PASSWORD: "wrong password" });
  assert.equal(code, 1);
  assert.match(stderr, /\.mailconfig\.yaml:10:\d+: 127\.0\.0\.1:\d+ did not take the mail\.\n535 5\.7\.8/);
  assert.match(stderr, /The server refused user name or password\./);
  assert.ok(!stderr.includes("wrong password"));
});

test("what cannot be sent gives 2 and says what to write", async () => {
  const server = await servers.mail();
  const off = config(server.port, "", "rejectUnauthorized: false");
  assert.match((await sendTest(off)).stderr, /--insecure/);
  assert.equal((await sendTest(off)).code, 2);
  assert.equal((await sendTest(off, ["--insecure"])).code, 0);
  const unset = await sendTest(config(server.port).replace("SMTP_PASSWORD", "NOT_THERE"));
  assert.deepEqual(
    [unset.code, /:10:\d+: The environment variable `NOT_THERE` is not set\./.test(unset.stderr)],
    [2, true],
  );
  const outside = await sendTest(config(server.port, "", "caFile: ../ca.pem"));
  assert.match(outside.stderr, /`\.\.\/ca\.pem` cannot be read/);
  assert.equal((await sendTest(config(server.port), ["--account", "shop"])).code, 2);
  assert.equal((await sendTest(config(server.port), ["--to", "a@example.com, b@example.com"])).code, 2);
  const two = config(server.port, "  shop: { smtp: smtp://smtp.example.com }\n");
  assert.match((await sendTest(two)).stderr, /--account.*\(ops, shop\)/);
});

test("`--dry-run` needs no password, but the name that it sends from", async () => {
  const dry = await sendTest(config(1).replaceAll("SMTP_PASSWORD", "NOT_THERE"), ["--dry-run"]);
  assert.equal(dry.code, 0, dry.stderr);
  assert.match(dry.stdout, /^spf=[\s\S]*swaks .*--auth-user ops@example\.com /);
  const unnamed = config(1).replace("username: ops@example.com", 'username: "${env:NOT_THERE}"');
  assert.match((await sendTest(unnamed, ["--dry-run"])).stderr, /The environment variable `NOT_THERE` is not set/);
  assert.match((await sendTest(config(1), ["--dry-run", "--fetch"])).stderr, /`--dry-run` sends nothing/);
});

test("`--fetch` logs in at no mailbox whose certificate is not checked, and sends nothing then", async () => {
  const server = await servers.mail();
  const auth = `auth: { method: plain, username: ops@example.com, password: "\${env:SMTP_PASSWORD}" }`;
  const imap = `    imap: { host: 127.0.0.1, port: 1, security: tls, ${auth}, tls: { rejectUnauthorized: false } }\n`;
  const refused = await sendTest(config(server.port, imap), ["--fetch"]);
  assert.deepEqual([refused.code, /--insecure/.test(refused.stderr), server.received.length], [2, true, 0]);
  const allowed = await sendTest(config(server.port, imap), ["--fetch", "--insecure"]);
  assert.deepEqual([allowed.code, server.received.length], [1, 1]);
  assert.match(allowed.stderr, /The mailbox cannot be looked into\./);
});

test("a server that is not there is passed over for the stand-by", async () => {
  const server = await servers.mail();
  const text = config(1).replace(
    "      security: starttls\n",
    `      security: starttls\n      failover: [ { host: 127.0.0.1, port: ${server.port}, security: starttls, tls: { servername: localhost } } ]\n`,
  );
  const { code, stdout, stderr } = await sendTest(text);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^Accepted by 127\.0\.0\.1/);
  assert.match(stderr, /127\.0\.0\.1:1 could not be used, so the mail went to the stand-by 127\.0\.0\.1:\d+\./);
  assert.equal(server.received.length, 1);
});
