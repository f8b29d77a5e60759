import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import type { ConnectionReport } from "../../../client/src/mail/connection/report.ts";
import { createDkimZone } from "../../support/dkimZone.ts";
import { type RealServers, startRealServers, USERS, whyNoServers } from "../../support/realServers.ts";
import { verifyDkim } from "../../support/verifyDkim.ts";
import { type Answers, openFile, until, withUser, writeFile } from "../support.ts";

const ALICE = "alice@example.com";
const BOB = "bob@example.com";
const FOLDER = "real";
const CONFIG = `${FOLDER}/.mailconfig.yaml`;

(whyNoServers() ? describe.skip : describe)("Send test mail through Postfix, Exim and Dovecot", () => {
  const zone = createDkimZone();
  let servers: RealServers;

  before(async () => {
    servers = await startRealServers({
      zones: { "example.com": zone.text },
      failures: { "gone@example.com": "5.1.1 No such mailbox" },
    });
    await writeFile(`${FOLDER}/ca.pem`, servers.certificates.caText);
    await writeFile(`${FOLDER}/example.com.zone`, zone.text);
    for (const [selector, key] of Object.entries(zone.keys)) await writeFile(`${FOLDER}/keys/${selector}.pem`, key);
    for (const [user, password] of Object.entries(USERS)) process.env[variableOf(user)] = password;
  });

  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  after(() => servers?.stop());

  /** Sends and presses a button of the outcome. @returns the first message */
  async function send(port: number, security: string, mailbox: string, to: string, press: string): Promise<string> {
    const text = configText({ servers, port, security, mailbox });
    const uri = await writeFile(CONFIG, text);
    await openFile(CONFIG);
    await until("the new text", async () => {
      const document = await vscode.workspace.openTextDocument(uri);
      return document.getText() === text ? document : undefined;
    });
    const answers: Answers = { picks: [0], inputs: [to], press };
    const run = () => vscode.commands.executeCommand("mailconfig.sendTestMail", uri.toString(), "alice");
    const { messages } = await withUser(answers, run);
    for (const secret of Object.values(USERS)) assert.ok(!messages.join("\n").includes(secret) || secret.length < 8);
    return messages[0] ?? "";
  }

  const page = (wanted: RegExp) =>
    until(`a page with ${wanted}`, () =>
      vscode.workspace.textDocuments
        .filter(({ uri }) => uri.scheme === "mailconfig-page")
        .map((it) => it.getText())
        .find((text) => wanted.test(text)),
    );

  for (const [title, portOf, security] of [
    ["STARTTLS", () => servers.postfix.submissionPort, "starttls"],
    ["implicit TLS", () => servers.postfix.smtpsPort, "tls"],
  ] as const) {
    it(`${title}: the signed mail comes back by IMAP, and another verifier proves both signatures`, async () => {
      const message = await send(portOf(), security, BOB, BOB, "Fetch arrived mail");
      assert.match(
        message,
        /^info Accepted by 127\.0\.0\.1 for bob@example\.com\. By your zone files: spf=unknown dkim=pass dmarc=pass\./,
      );
      const id = /Message ID: <([^>]+)>/.exec(message)?.[1] ?? "none";
      const arrived = await page(new RegExp(`${id}[^]*The mail has arrived`));
      assert.match(arrived, /`spf=pass` \| example\.com: 127\.0\.0\.1 may send/);
      assert.equal(arrived.match(/`dkim=pass`/g)?.length, 2);
      assert.match(arrived, /`dmarc=pass`/);
      const source = mailIn(join(servers.dovecot.mail, "example.com/bob/Maildir/new"), id);
      assert.deepEqual(await verifyDkim(source, servers.dns), ["pass example.com s1", "pass example.com s2"]);
    });
  }

  it("a mailbox that does not exist: the report is fetched and explained", async () => {
    await send(servers.postfix.submissionPort, "starttls", ALICE, "gone@example.com", "Fetch arrived mail");
    const report = await page(/A report about the mail has come/);
    assert.match(report, /`failed` \| gone@example\.com: not delivered, and not tried again\./);
    assert.match(report, /5\.1\.1 No such mailbox/);
  });

  it("the connection test goes up to the login of Postfix, and of Dovecot's IMAP and POP3, and sends nothing", async () => {
    const uri = await writeFile(
      CONFIG,
      configText({ servers, port: servers.postfix.submissionPort, security: "starttls", mailbox: ALICE }),
    );
    await openFile(CONFIG);
    // Files of the index come with a login, and the folder with the first of them.
    const folder = join(servers.dovecot.mail, "example.com");
    mkdirSync(folder, { recursive: true });
    const mails = () =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((it) => /[/\\](?:new|cur)[/\\]/.test(it))
        .length;
    const before = mails();
    let report: ConnectionReport | undefined;
    const { messages } = await withUser({}, async () => {
      report = await vscode.commands.executeCommand("mailconfig.testConnection", uri.toString(), "alice");
    });
    assert.match(messages[0] ?? "", /^info Account `alice`: the connection test passed\. Nothing was sent\./);
    const visits = report?.servers.map(
      ({ server: { protocol }, steps }) =>
        `${protocol}: ${steps.map(({ name, state }) => `${name} ${state}`).join(", ")}`,
    );
    assert.deepEqual(visits, [
      "smtp: dns passed, tcp passed, greeting passed, starttls passed, tls passed, capabilities passed, login passed",
      "imap: dns passed, tcp passed, tls passed, greeting passed, capabilities passed, login passed",
      "pop3: dns passed, tcp passed, tls passed, greeting passed, capabilities passed, login passed",
    ]);
    assert.equal(mails(), before);
  });

  it("Exim takes the same mail, and the report tells connection, judgement and the same by hand", async () => {
    const message = await send(servers.exim.submissionPort, "starttls", BOB, BOB, "Show report");
    assert.match(message, /^info Accepted/);
    const report = await page(/Test mail report: alice/);
    assert.match(report, /\| TLS \| TLSv1\.3, TLS&#95;AES/);
    assert.match(report, /`dkim=pass`/);
    assert.match(report, /```sh\nswaks --server 127\.0\.0\.1 /);
    assert.match(report, /openssl s_client -connect 127\.0\.0\.1:\d+ -starttls smtp/);
  });
});

interface Setup {
  readonly servers: RealServers;
  readonly port: number;
  readonly security: string;
  /** Whose mailbox is looked into. */
  readonly mailbox: string;
}

function configText({ servers, port, security, mailbox }: Setup): string {
  const tls = `{ servername: ${servers.certificates.host}, caFile: ca.pem }`;
  const auth = (user: string) => `{ method: plain, username: ${user}, password: "\${env:${variableOf(user)}}" }`;
  return `version: 1
domain: example.com
zones: { example.com: example.com.zone }
accounts:
  alice:
    from: "Alice <${ALICE}>"
    smtp: { host: 127.0.0.1, port: ${port}, security: ${security}, auth: ${auth(ALICE)}, tls: ${tls} }
    imap: { host: ${servers.dovecot.address}, port: ${servers.dovecot.imapsPort}, security: tls, auth: ${auth(mailbox)}, tls: ${tls} }
    pop3: { host: ${servers.dovecot.address}, port: ${servers.dovecot.pop3sPort}, security: tls, auth: ${auth(mailbox)}, tls: ${tls} }
dkim:
  - { domain: example.com, selector: s1, privateKeyFile: keys/s1.pem }
  - { domain: example.com, selector: s2, privateKeyFile: keys/s2.pem }
test: { subject: Ahoy – 你好, text: From a real editor., dsn: [failure] }
`;
}

function variableOf(user: string): string {
  return `REAL_${user.split("@")[0]?.toUpperCase()}_PASSWORD`;
}

function mailIn(folder: string, wanted: string): Buffer {
  const sources = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const found = sources.find((it) => it.includes(wanted));
  assert.ok(found, `no mail with ${wanted}`);
  return found;
}
