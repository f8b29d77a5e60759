import assert from "node:assert/strict";
import { after, before, type TestContext, test } from "node:test";
import { imapScript } from "../support/mailboxScripts.ts";
import { type Certificate, createCertificate, PASSWORD, startMailServer } from "../support/mailServer.ts";
import { startScript } from "../support/scriptedServer.ts";
import { folderOf, mailconfig } from "./support.ts";

let authority: Certificate;
let certificate: Certificate;
const cleanUp: (() => Promise<void>)[] = [];

before(async () => {
  authority = await createCertificate("authority", { isAuthority: true });
  certificate = await createCertificate("localhost", { authority });
});

after(async () => {
  for (const stop of cleanUp) await stop();
});

async function smtp(own = certificate): Promise<number> {
  const server = await startMailServer({ certificate: own });
  cleanUp.push(server.stop);
  return server.port;
}

async function imap(): Promise<number> {
  const server = await startScript((peer) => imapScript(peer, { certificate }), certificate);
  cleanUp.push(server.stop);
  return server.port;
}

const AUTH = `auth: { method: plain, username: ops@example.com, password: "\${env:SMTP_PASSWORD}" }`;

function config(smtpPort: number, imapPort: number, tls = "servername: localhost, caFile: ca.pem"): string {
  return `version: 1
domain: example.com
accounts:
  ops:
    from: ops@example.com
    smtp:
      host: 127.0.0.1
      port: ${smtpPort}
      security: starttls
      ${AUTH}
      tls: { ${tls} }
    imap: { host: 127.0.0.1, port: ${imapPort}, security: tls, ${AUTH}, tls: { ${tls} } }
  plain: { from: plain@example.com }
`;
}

async function run(t: TestContext, text: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const folder = folderOf(t, { ".mailconfig.yaml": text, "ca.pem": authority.cert });
  const all = ["test-connection", ...args, ".mailconfig.yaml"];
  const result = await mailconfig(folder, all, "", { SMTP_PASSWORD: PASSWORD, ...env });
  for (const output of [result.stdout, result.stderr]) assert.ok(!output.includes(PASSWORD), output);
  return result;
}

test("all servers of a config are tested, each step with its result", async (t) => {
  const { code, stdout, stderr } = await run(t, config(await smtp(), await imap()));
  assert.equal(code, 0, stdout + stderr);
  assert.match(stdout, /^✓ SMTP 127\.0\.0\.1:\d+ {2}starttls · \d+ ms\n {2}✓ Name \(DNS\)/);
  assert.match(stdout, /^✓ IMAP 127\.0\.0\.1:\d+ {2}tls · \d+ ms$/m);
  assert.match(stdout, / {2}✓ Encryption \(TLS\) {2}TLSv1\.3 · \d+ ms\n/);
  assert.match(stdout, /Account `ops`: the connection test passed\. Nothing was sent\. Servers: 2\.\n$/);
  assert.equal(stderr, "");
});

test("an expired certificate gives 1, with the place in the file; the transcript holds no secret", async (t) => {
  const old = await createCertificate("localhost", { from: -90, to: -1.5, authority });
  const { code, stdout, stderr } = await run(t, config(await smtp(old), await imap()), ["--transcript"]);
  assert.equal(code, 1);
  assert.match(stdout, /✗ The certificate expired on \d{4}-\d\d-\d\d\. {2}\(\.mailconfig\.yaml:11:\d+\)\n {4}→ Have/);
  assert.match(stdout, /– Login {2}not reached/);
  assert.match(stderr, /S: \* CAPABILITY IMAP4rev1/);
  assert.match(stderr, /C: a\d AUTHENTICATE PLAIN \*\*\*/);
});

test("what cannot be tested gives 2 and says what to write", async (t) => {
  const text = config(1, 1);
  assert.match((await run(t, text, ["--account", "plain"])).stderr, /no account `plain` with a server/);
  assert.equal((await run(t, text, ["--account", "plain"])).code, 2);
  const unset = await run(t, text.replaceAll("SMTP_PASSWORD", "NOT_THERE"));
  assert.match(unset.stderr, /:10:\d+: The environment variable `NOT_THERE` is not set/);
  const off = await run(t, config(1, 1, "rejectUnauthorized: false"));
  assert.deepEqual([off.code, /--insecure/.test(off.stderr)], [2, true]);
  assert.match((await run(t, config(1, 1, "caFile: ../ca.pem"))).stderr, /`\.\.\/ca\.pem` cannot be read/);
});

test("in Chinese", async (t) => {
  const { stdout } = await run(t, config(await smtp(), await imap()), ["--lang", "zh-cn"]);
  assert.match(stdout, /名称（DNS）/);
  assert.match(stdout, /账户 `ops`：连接测试通过，没有发送任何邮件。服务器数：2。/);
});
