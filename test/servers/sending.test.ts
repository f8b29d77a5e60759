import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { simpleParser } from "mailparser";
import { run } from "../../server/src/cli/run.ts";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { createDkimZone } from "../support/dkimZone.ts";
import { type RealServers, startRealServers, TOKENS, USERS, whyNoServers } from "../support/realServers.ts";
import { verifyDkim } from "../support/verifyDkim.ts";

const ALICE = "alice@example.com";
const BOB = "bob@example.com";
const FILE = ".mailconfig.yaml";

const ZONE = createDkimZone();

describe("send-test through real servers", { skip: whyNoServers() }, () => {
  let servers: RealServers;
  let folder: string;

  before(async () => {
    servers = await startRealServers({
      zones: { "example.com": ZONE.text },
      failures: { "gone@example.com": "5.1.1 No such mailbox" },
    });
    folder = mkdtempSync(join(tmpdir(), "mailconfig-sending-"));
    mkdirSync(join(folder, "keys"));
    writeFileSync(join(folder, "ca.pem"), servers.certificates.caText);
    writeFileSync(join(folder, "example.com.zone"), ZONE.text);
    writeFileSync(join(folder, "keys/s1.pem"), ZONE.keys.s1, { mode: 0o600 });
    writeFileSync(join(folder, "keys/s2.pem"), ZONE.keys.s2, { mode: 0o600 });
    writeFileSync(join(folder, "报告.txt"), "zahlen, 数字\n");
  });

  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await servers?.stop();
  });

  interface Config {
    readonly port: number;
    readonly security?: "starttls" | "tls";
    readonly auth?: string;
    readonly from?: string;
    readonly test?: string;
    readonly dkim?: string;
    readonly subject?: string;
    /** Whose mailbox is looked into. */
    readonly mailbox?: keyof typeof USERS;
  }

  const PASSWORD_LOGIN = `{ method: plain, username: ${ALICE}, password: "\${env:MAIL_PASSWORD}" }`;

  async function sendTest(config: Config, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
    const {
      port,
      security = "starttls",
      auth = PASSWORD_LOGIN,
      from = `Alice <${ALICE}>`,
      test = "",
      dkim,
      subject = "Grüße – 你好",
      mailbox = BOB,
    } = config;
    const text = `version: 1
domain: example.com
zones: { example.com: example.com.zone }
accounts:
  alice:
    from: "${from}"
    smtp:
      host: 127.0.0.1
      port: ${port}
      security: ${security}
      auth: ${auth}
      tls: { servername: ${servers.certificates.host}, caFile: ca.pem }
    imap:
      host: ${servers.dovecot.address}
      port: ${servers.dovecot.imapsPort}
      security: tls
      auth: { method: plain, username: ${mailbox}, password: "\${env:MAILBOX_PASSWORD}" }
      tls: { servername: ${servers.certificates.host}, caFile: ca.pem }
dkim: ${dkim ?? "[ { domain: example.com, selector: s1, privateKeyFile: keys/s1.pem }, { domain: example.com, selector: s2, privateKeyFile: keys/s2.pem } ]"}
test: { to: ${BOB}, subject: ${subject}${test} }
`;
    writeFileSync(join(folder, FILE), text);
    const out = { stdout: "", stderr: "" };
    const io = {
      stdout: (it: string) => {
        out.stdout += it;
      },
      stderr: (it: string) => {
        out.stderr += it;
      },
      readStdin: async () => new Uint8Array(),
      cwd: folder,
      env: { MAIL_PASSWORD: USERS[ALICE], MAILBOX_PASSWORD: USERS[mailbox], ...env },
      hasColours: false,
    };
    const code = await run(["send-test", ...args, FILE], io, createEngine);
    const id = /^<.+>$/m.exec(out.stdout)?.[0] ?? "";
    return { code, id, ...out };
  }

  /** A mail in one of the servers' Maildirs with this in it; waits for it. */
  async function arrived(mailbox: string, wanted: string): Promise<Buffer> {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(50)) {
      for (const name of existsSync(mailbox) ? readdirSync(mailbox) : []) {
        const source = readFileSync(join(mailbox, name));
        if (source.includes(wanted)) return source;
      }
    }
    throw new Error(`No mail with ${wanted} in ${mailbox}.\n${servers.postfix.log()}\n${servers.exim.log()}`);
  }
  const postfixBox = (user: string) => join(servers.dovecot.mail, "example.com", user, "Maildir/new");
  const eximBox = (address: string) => join(servers.exim.mail, address, "Maildir/new");

  const verified = (source: Buffer) => verifyDkim(source, servers.dns);
  const BOTH_PASS = ["pass example.com s1", "pass example.com s2"];

  for (const [title, config] of [
    ["STARTTLS of Postfix", () => ({ port: servers.postfix.submissionPort })],
    ["implicit TLS of Postfix", () => ({ port: servers.postfix.smtpsPort, security: "tls" as const })],
  ] as const) {
    it(`${title}: signed by RSA and Ed25519, and both signatures are proven by another verifier`, async () => {
      const { code, id, stderr } = await sendTest(config());
      assert.equal(code, 0, stderr);
      const source = await arrived(postfixBox("bob"), id);
      assert.deepEqual(await verified(source), BOTH_PASS);
      const broken = Buffer.from(source.toString("latin1").replace("It works", "It wonks"), "latin1");
      assert.ok((await verified(broken)).every((it) => !it.startsWith("pass")));
    });
  }

  it("Exim takes the same mail by both, and the signatures hold", async () => {
    for (const config of [
      { port: servers.exim.submissionPort },
      { port: servers.exim.smtpsPort, security: "tls" as const },
    ]) {
      const { code, id, stderr } = await sendTest(config);
      assert.equal(code, 0, stderr);
      assert.deepEqual(await verified(await arrived(eximBox(BOB), id)), BOTH_PASS);
    }
  });

  it("OpenDKIM proves the RSA signature, and sees a changed body", async () => {
    const dkim = "[ { domain: example.com, selector: s1, privateKeyFile: keys/s1.pem } ]";
    const { id } = await sendTest({ port: servers.postfix.smtpsPort, security: "tls", dkim });
    const source = await arrived(postfixBox("bob"), id);
    assert.deepEqual(await servers.dns.run(["/usr/sbin/opendkim-testmsg"], source), { status: 0, output: "" });
    const broken = source.toString("latin1").replace("It works", "It wonks");
    assert.notEqual((await servers.dns.run(["/usr/sbin/opendkim-testmsg"], broken)).status, 0);
  });

  it("before it goes out, it is said whether it would pass; a dry run sends nothing", async () => {
    const { stderr, code } = await sendTest({ port: servers.exim.submissionPort }, ["--ip", "127.0.0.1"]);
    assert.equal(code, 0);
    assert.match(stderr, /^spf=pass +example\.com: 127\.0\.0\.1 may send/m);
    assert.equal(stderr.match(/^dkim=pass +s[12]\._domainkey\.example\.com: The signature holds/gm)?.length, 2);
    assert.match(stderr, /^dmarc=pass +example\.com: SPF passes and aligns/m);
    const mails = () => servers.exim.log().match(/ <= /g)?.length;
    const before = mails();
    const dry = await sendTest({ port: servers.exim.submissionPort, dkim: "[]" }, ["--ip", "192.0.2.1", "--dry-run"]);
    assert.equal(dry.code, 1);
    assert.match(
      dry.stdout,
      /^spf=fail .*\n +→ .*\(example\.com\.zone:8:\d+\)\ndkim=none .*\n.*\ndmarc=fail .*Receivers reject/m,
    );
    assert.equal(mails(), before);
    assert.equal((await sendTest({ port: 9 }, ["--dry-run"])).code, 0);
  });

  it("the lines for swaks and openssl work as they are", async () => {
    const subject = '"It\'s \\u0022done\\u0022 $HOME `id`"';
    for (const config of [
      { port: servers.postfix.submissionPort, subject },
      { port: servers.exim.smtpsPort, security: "tls" as const, subject },
    ]) {
      const { stdout } = await sendTest(config, ["--dry-run"]);
      const [, swaks = "", openssl = ""] = stdout.slice(stdout.indexOf("The same by hand:")).split("\n");
      assert.ok(!stdout.includes(USERS[ALICE]));
      const env = { ...process.env, SWAKS_OPT_auth_password: USERS[ALICE] };
      const sent = spawnSync("/bin/sh", ["-c", swaks], { cwd: folder, env, encoding: "utf8" });
      assert.equal(sent.status, 0, sent.stdout + sent.stderr);
      const box = config.port === servers.postfix.submissionPort ? postfixBox("bob") : eximBox(BOB);
      await arrived(box, `Subject: It's "done" $HOME \`id\``);
      const talk = spawnSync("/bin/sh", ["-c", openssl], { cwd: folder, input: "QUIT\n", encoding: "utf8" });
      assert.match(talk.stdout, /^221 /m, talk.stderr);
    }
  });

  it("what arrives is fetched by IMAP and judged again, from the address that handed it over", async () => {
    const { code, stdout, stderr } = await sendTest({ port: servers.postfix.submissionPort }, ["--fetch"]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^The mail has arrived\. The receiving server wrote no Authentication-Results\.$/m);
    assert.match(stdout, /^ {2}spf=pass +example\.com: 127\.0\.0\.1 may send/m);
    assert.equal(stdout.match(/^ {2}dkim=pass /gm)?.length, 2);
    assert.match(stdout, /^ {2}dmarc=pass /m);
  });

  it("a mailbox that does not exist brings a report, which is fetched and explained", async () => {
    const config = { port: servers.postfix.submissionPort, test: ", dsn: [failure]", mailbox: ALICE } as const;
    const { code, stdout, stderr } = await sendTest(config, ["--to", "gone@example.com", "--fetch"]);
    assert.equal(code, 1, stderr);
    assert.match(
      stdout,
      /^A report about the mail has come:\n {2}failed +gone@example\.com: not delivered, and not tried again\./m,
    );
    assert.match(stdout, /5\.1\.1 No such mailbox/);
  });

  it("a mailbox that refuses the login is explained, with its line", async () => {
    const { code, stderr } = await sendTest({ port: servers.exim.submissionPort }, ["--fetch"], {
      MAILBOX_PASSWORD: "wrong one",
    });
    assert.equal(code, 1);
    assert.match(stderr, /^\.mailconfig\.yaml:17:\d+: The mailbox cannot be looked into\.\n.*AUTHENTICATIONFAILED/m);
    assert.ok(!stderr.includes("wrong one"));
  });

  it("HTML, text, attachments, read receipt and a sender beyond ASCII arrive as written", async () => {
    const test = `, text: "Guten Tag, 您好", html: "<p>Guten Tag, 您好</p>", attachments: [ 报告.txt ], readReceipt: true`;
    const from = "爱丽丝 <爱丽丝@example.com>";
    const { code, id, stderr } = await sendTest({ port: servers.postfix.submissionPort, from, test });
    assert.equal(code, 0, stderr);
    const source = await arrived(postfixBox("bob"), id);
    const mail = await simpleParser(source);
    assert.deepEqual([mail.subject, mail.text?.trim()], ["Grüße – 你好", "Guten Tag, 您好"]);
    assert.equal(mail.html, "<p>Guten Tag, 您好</p>");
    assert.deepEqual(
      mail.attachments.map(({ filename, content }) => [filename, content.toString()]),
      [["报告.txt", "zahlen, 数字\n"]],
    );
    assert.match(source.toString(), /^Disposition-Notification-To:.*爱丽丝@example\.com/m);
    assert.match(source.toString(), /^Return-Path: <爱丽丝@example\.com>/m);
    assert.deepEqual(await verified(source), BOTH_PASS);
  });

  it("delivery reports are asked for, and come", async () => {
    const test = ", dsn: [success, failure]";
    const { id } = await sendTest({ port: servers.postfix.submissionPort, test });
    const envelopeId = id.replace(/[<>]/g, "").replaceAll("+", "\\+");
    assert.match(String(await arrived(postfixBox("alice"), "Action: delivered")), new RegExp(envelopeId));
    const gone = await sendTest({ port: servers.postfix.submissionPort, test }, ["--to", "gone@example.com"]);
    assert.equal(gone.code, 0);
    assert.match(String(await arrived(postfixBox("alice"), "Action: failed")), /Status: 5\.1\.1/);
  });

  it("an access token logs in to both; a wrong one is refused with the server's reply", async () => {
    const auth = `{ method: xoauth2, username: ${ALICE}, accessToken: "\${env:TOKEN}" }`;
    for (const port of [servers.postfix.submissionPort, servers.exim.submissionPort]) {
      const right = await sendTest({ port, auth }, [], { TOKEN: TOKENS[ALICE] });
      assert.equal(right.code, 0, right.stderr);
      const wrong = await sendTest({ port, auth }, ["--transcript"], { TOKEN: "ya29.stale-token" });
      assert.equal(wrong.code, 1);
      assert.match(wrong.stderr, /535 /);
      assert.ok(!wrong.stderr.includes("stale-token"));
    }
  });

  it("a key that cannot be read leaves the mail unsigned, and it is said", async () => {
    const dkim = "[ { domain: example.com, selector: s9, privateKeyFile: keys/s9.pem } ]";
    const { code, id, stderr } = await sendTest({ port: servers.exim.submissionPort, dkim });
    assert.equal(code, 0);
    assert.match(stderr, /The mail is not signed: the DKIM key `keys\/s9\.pem` cannot be read/);
    assert.doesNotMatch(String(await arrived(eximBox(BOB), id)), /^DKIM-Signature/m);
  });

  it("a subject with a line break is refused with its place", async () => {
    const subject = '"Hello\\r\\nBcc: eve@example.com"';
    const broken = await sendTest({ port: servers.exim.submissionPort, subject });
    assert.equal(broken.code, 2);
    assert.match(broken.stderr, /\.mailconfig\.yaml:\d+:\d+: The subject holds a line break/);
  });
});
