import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { text } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import tls from "node:tls";
import { createTransport } from "nodemailer";
import {
  exampleZones,
  type RealServers,
  startRealServers,
  TOKENS,
  USERS,
  whyNoServers,
} from "../support/realServers.ts";

const skip = whyNoServers();
const MAIL = { from: "alice@example.com", to: "bob@example.com", subject: "Test", text: "It works." };

describe("real servers", { skip }, () => {
  let servers: RealServers;
  before(async () => {
    servers = await startRealServers({
      replies: { "grey@example.com": "450 4.2.0 Greylisted, try again in 5 minutes" },
      more: ({ expired, wrongName, selfSigned }) => ({
        expired: { certificate: expired },
        wrongName: { certificate: wrongName },
        selfSigned: { certificate: selfSigned },
      }),
    });
  });
  after(() => servers?.stop());

  const transport = (options: { readonly port: number; readonly [option: string]: unknown }) =>
    createTransport({
      host: "127.0.0.1",
      tls: { servername: servers.certificates.host, ca: servers.certificates.caText },
      auth: { user: MAIL.from, pass: USERS["alice@example.com"] },
      ...options,
    });
  const submission = () => ({ port: servers.postfix.submissionPort, requireTLS: true });
  const refused = (options: Parameters<typeof transport>[0], mail = {}) =>
    transport(options)
      .sendMail({ ...MAIL, ...mail })
      .then(
        () => assert.fail("was accepted"),
        (error) => error.response,
      );

  it("Postfix and Exim take mail by implicit TLS, with every way to log in", async () => {
    for (const port of [servers.postfix.smtpsPort, servers.exim.smtpsPort]) {
      for (const authMethod of ["PLAIN", "LOGIN", "CRAM-MD5"]) {
        await transport({ port, secure: true, authMethod }).sendMail(MAIL);
      }
      const auth = { type: "OAuth2", user: MAIL.from, accessToken: TOKENS["alice@example.com"] };
      await transport({ port, secure: true, auth }).sendMail(MAIL);
    }
  });

  it("Postfix and Exim refuse with the replies of the real world", async () => {
    const wrong = { auth: { user: MAIL.from, pass: "wrong" } };
    const { exim, postfix } = servers;
    assert.match(await refused({ ...submission(), ...wrong }), /^535 5\.7\.8/);
    assert.match(await refused(submission(), { to: "nobody@example.com" }), /^550 5\.1\.1/);
    assert.match(await refused(submission(), { to: "grey@example.com" }), /^450 4\.2\.0/);
    assert.match(await refused({ port: postfix.submissionPort, ignoreTLS: true }), /^530 5\.7\.0/);
    assert.match(await refused({ port: exim.submissionPort, ...wrong }), /^535 Incorrect/);
    assert.match(await refused({ port: exim.smtpsPort, secure: true }, { to: "nobody@example.com" }), /^550 5\.1\.1/);
  });

  it("certificates fail as they should", async () => {
    const verify = (name: string) =>
      transport({ port: servers.postfix.morePorts[name] ?? 0, secure: true })
        .verify()
        .then(
          () => "fine",
          (error) => error.message,
        );
    assert.match(await verify("expired"), /expired/);
    assert.match(await verify("wrongName"), /altnames/);
    assert.match(await verify("selfSigned"), /self-signed/);
  });

  it("Dovecot speaks POP3 and IMAP by TLS", async () => {
    const { dovecot, certificates } = servers;
    const talk = async (port: number, lines: string) => {
      const socket = tls.connect({
        host: dovecot.address,
        port,
        servername: certificates.host,
        ca: certificates.caText,
      });
      socket.write(lines);
      return text(socket);
    };
    const pop = await talk(dovecot.pop3sPort, "USER bob@example.com\r\nPASS b/+=%41\r\nQUIT\r\n");
    assert.match(pop, /^\+OK .*\r\n\+OK\r\n\+OK Logged in\.\r\n\+OK/);
    const imap = await talk(dovecot.imapsPort, '1 LOGIN bob@example.com "b/+=%41"\r\n2 LOGOUT\r\n');
    assert.match(imap, /\n1 OK .*Logged in/);
  });

  it("Knot answers for every example zone", async () => {
    const resolver = servers.dns.resolver();
    for (const zone of Object.keys(exampleZones())) assert.ok(await resolver.resolveSoa(zone), zone);
    assert.match((await resolver.resolveTxt("postfix.example")).join(), /v=spf1/);
    await assert.rejects(resolver.resolveTxt("elsewhere.test"), { code: "EREFUSED" });
  });
});

/** Starts all servers and prints their folder; then waits for its end. */
const CHILD = `
  const { startRealServers } = await import("./test/support/realServers.ts");
  const { folder } = await startRealServers();
  console.log(folder);
  setInterval(() => {}, 1000);
`;

describe("nothing is left behind", { skip }, () => {
  it("of tests that are killed", async () => {
    const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", CHILD], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const exited = once(child, "exit");
    const [line] = await once(child.stdout ?? child, "data");
    const folder = String(line).trim();
    assert.match(folder, /mailconfig-/);
    assert.ok(processesOf(folder).length >= 10);
    child.kill("SIGKILL");
    await exited;
    const deadline = Date.now() + 20_000;
    while ((processesOf(folder).length > 0 || existsSync(folder)) && Date.now() < deadline) await pause(50);
    assert.deepEqual(processesOf(folder), []);
    assert.ok(!existsSync(folder));
  });
});

/** The processes that were started with a file of the folder, or work in it. */
function processesOf(folder: string): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      return (
        readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder) ||
        readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
      );
    } catch {
      return false; // It has ended between the two looks.
    }
  });
}
