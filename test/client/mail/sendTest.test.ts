import assert from "node:assert/strict";
import { test } from "node:test";
import { connect } from "../../../client/src/mail/connect.ts";
import type { Login } from "../../../client/src/mail/login.ts";
import { sendTest, type TestOutcome } from "../../../client/src/mail/sendTest.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { createCertificate, PASSWORD, USER } from "../../support/mailServer.ts";
import { useServers } from "../../support/useServers.ts";
import { type AccountParts, account, LINE } from "../support.ts";
import { loginOf, noSecretIn } from "./connectionSupport.ts";

const TO = "Post <postmaster@example.net>";
const NO_FILES = { ca: undefined, attachments: [], keys: [], unusedKeys: [] };
const servers = useServers();

interface Run {
  readonly login?: Login | undefined;
  readonly ca?: string | undefined;
  readonly signal?: AbortSignal;
}

async function run(parts: AccountParts, { login: own = loginOf(), ca = servers.certificate.cert, signal }: Run = {}) {
  const info = account(parts);
  const lines: string[] = [];
  assert.ok(info.smtp);
  const job = {
    account: info,
    server: info.smtp,
    login: parts.hasLogin === false ? undefined : own,
    to: TO,
    files: { ...NO_FILES, ca },
  };
  const outcome = await sendTest(job, {
    connect,
    signal: signal ?? new AbortController().signal,
    transcript: (line) => lines.push(line),
    t: translator(),
    now: Date.now,
  });
  return { outcome, lines };
}

function failureOf(outcome: TestOutcome) {
  assert.equal(outcome.kind, "failed");
  return outcome.failure;
}

for (const security of ["starttls", "tls", "none"] as const) {
  for (const method of ["plain", "login", "cram-md5"] as const) {
    test(`sends through ${security} with ${method}, and the mail that arrives is the one that was sent`, async () => {
      const server = await servers.mail({ security });
      const { outcome, lines } = await run({ port: server.port, security }, { login: loginOf(PASSWORD, method) });
      assert.equal(outcome.kind, "accepted");
      assert.match(outcome.reply, /^250 2\.0\.0 Ok: queued as 4F2A/);
      assert.deepEqual(outcome.notes, []);
      const [got] = server.received;
      assert.ok(got);
      assert.equal(got.mail.subject, "Grüße");
      assert.equal(got.mail.text?.trim(), "It works – 很好.");
      assert.equal(got.mail.from?.text, '"Ops" <ops@example.com>');
      assert.equal(`<${outcome.messageId.replace(/[<>]/g, "")}>`, got.mail.messageId);
      assert.deepEqual([got.from, got.to], ["ops@example.com", ["postmaster@example.net"]]);
      assert.deepEqual([got.user, got.isEncrypted], [USER, security !== "none"]);
      noSecretIn(lines);
      assert.ok(lines.some((line) => line.startsWith("C: AUTH")));
      assert.ok(lines.some((line) => line.startsWith("S: 235")));
    });
  }
}

test("a wrong password is explained, points at the password, and stays out of everything", async () => {
  const server = await servers.mail();
  const wrong = "not-the-password";
  const { outcome, lines } = await run({ port: server.port }, { login: loginOf(wrong) });
  const { explanation, place, reply } = failureOf(outcome);
  assert.equal(explanation?.code, "535 5.7.8");
  assert.match(explanation.what, /refused user name or password/);
  assert.equal(place.start.line, LINE.password);
  assert.match(reply, /^535 5\.7\.8/);
  assert.ok(!`${reply}${lines.join("")}`.includes(wrong));
  assert.deepEqual(server.received, []);
});

test("an untrusted certificate is explained, and no password was sent", async () => {
  for (const security of ["starttls", "tls"] as const) {
    const server = await servers.mail({ security });
    const other = await createCertificate("other.example");
    const { outcome, lines } = await run({ port: server.port, security }, { ca: other.cert });
    const { explanation, place } = failureOf(outcome);
    assert.match(explanation?.what ?? "", /self-signed/);
    assert.equal(explanation?.part, "certificate");
    assert.equal(place.start.line, LINE.caFile);
    assert.deepEqual(
      lines.filter((line) => line.startsWith("C: AUTH")),
      [],
    );
  }
});

test("an untrusted certificate passes where the file says so", async () => {
  const server = await servers.mail();
  const other = await createCertificate("other.example");
  const { outcome } = await run({ port: server.port, isVerified: false }, { ca: other.cert });
  assert.equal(outcome.kind, "accepted");
});

test("a certificate for another name points at the host", async () => {
  const other = await createCertificate("other.example");
  const server = await servers.mail({ certificate: other, security: "tls" });
  const { outcome } = await run({ port: server.port, security: "tls" }, { ca: other.cert });
  const { explanation, place } = failureOf(outcome);
  assert.match(explanation?.what ?? "", /another name/);
  assert.equal(place.start.line, LINE.host);
});

test("implicit TLS on a STARTTLS port: OpenSSL's “wrong version number” is explained", async () => {
  const server = await servers.mail({ security: "starttls" });
  const { outcome } = await run({ port: server.port, security: "tls" });
  const { explanation, place, reply } = failureOf(outcome);
  assert.match(reply, /wrong version number|packet length too long/);
  assert.match(explanation?.what ?? "", /begins in cleartext/);
  assert.equal(place.start.line, LINE.security);
});

test("STARTTLS is insisted on: a server without it gets neither password nor mail", async () => {
  const server = await servers.mail({ security: "none" });
  const { outcome, lines } = await run({ port: server.port, security: "starttls" });
  const { explanation, place } = failureOf(outcome);
  assert.match(explanation?.what ?? "", /does not offer STARTTLS/);
  assert.equal(place.start.line, LINE.security);
  assert.ok(!lines.some((line) => line.startsWith("C: AUTH")));
  assert.deepEqual(server.received, []);
});

test("a silent server ends with its time limit", async () => {
  const silent = await servers.silent();
  const { outcome } = await run({ port: silent.port, greetingMs: 100 });
  const { explanation, place } = failureOf(outcome);
  assert.match(explanation?.what ?? "", /never greets/);
  assert.equal(place.start.line, LINE.port);
  const hasTls = await run({ port: silent.port, security: "tls", timeoutMs: 100 });
  assert.match(failureOf(hasTls.outcome).explanation?.what ?? "", /in time/);
});

test("cancelling ends at once", async () => {
  const silent = await servers.silent();
  const controller = new AbortController();
  const running = run({ port: silent.port, timeoutMs: 60_000 }, { signal: controller.signal });
  await silent.connected;
  controller.abort();
  assert.deepEqual((await running).outcome, { kind: "cancelled" });
});

test("a refused recipient points at the recipient, a closed port at the port, an unknown host at the host", async () => {
  const server = await servers.mail({ refusal: { code: 550, text: "5.1.1 User unknown" } });
  const refused = failureOf((await run({ port: server.port })).outcome);
  assert.deepEqual([refused.explanation?.code, refused.place.start.line], ["550 5.1.1", LINE.to]);
  const closed = failureOf((await run({ port: await servers.closedPort() })).outcome);
  assert.match(closed.explanation?.what ?? "", /Nothing listens/);
  assert.equal(closed.place.start.line, LINE.port);
});

test("a server without AUTH takes the mail, and it is said that the login was not tried", async () => {
  const server = await servers.mail({ hasLogin: false });
  const { outcome } = await run({ port: server.port });
  assert.equal(outcome.kind, "accepted");
  assert.match(outcome.notes.join(), /^The server offered no login/);
});
