import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { connect } from "../../../client/src/mail/connect.ts";
import { type Access, sendThrough } from "../../../client/src/mail/sendThrough.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { AccountInfo, ServerInfo } from "../../../server/src/protocol.ts";
import {
  type Certificate,
  createCertificate,
  type MailServer,
  type MailServerOptions,
  PASSWORD,
  startMailServer,
  startSilentServer,
} from "../../support/mailServer.ts";
import { account, written } from "../support.ts";
import { loginOf } from "./connectionSupport.ts";

let certificate: Certificate;
const cleanUp: (() => Promise<void>)[] = [];

before(async () => {
  certificate = await createCertificate();
});

after(async () => {
  for (const stop of cleanUp) await stop();
});

async function serve(options: MailServerOptions = {}): Promise<MailServer> {
  const server = await startMailServer({ certificate, ...options });
  cleanUp.push(server.stop);
  return server;
}

async function closedPort(): Promise<number> {
  const gone = await startSilentServer();
  await gone.stop();
  return gone.port;
}

/** An account whose servers listen on these ports, in this order. */
function accountOn(ports: readonly number[], isVerified = true): AccountInfo & { readonly smtp: ServerInfo } {
  const [first = 0, ...others] = ports;
  const info = account({ port: first, timeoutMs: 2000 });
  const { smtp } = info;
  assert.ok(smtp);
  const { auth: _, ...bare } = smtp;
  const tls = { ...smtp.tls, rejectUnauthorized: written(isVerified, 9) };
  return { ...info, smtp, failover: others.map((port) => ({ ...bare, tls, port: written(port, 20) })) };
}

async function send(info: AccountInfo & { readonly smtp: ServerInfo }, password = PASSWORD, allowsUnverified = false) {
  const files = { ca: certificate.cert, attachments: [], keys: [], unusedKeys: [] };
  const asked: ServerInfo[] = [];
  const access = async (server: ServerInfo): Promise<Access> => {
    asked.push(server);
    return { login: loginOf(), files };
  };
  const { outcome, server } = await sendThrough(
    { account: info, server: info.smtp, login: loginOf(password), to: "post@example.net", files },
    { connect, signal: new AbortController().signal, transcript: () => {}, t: translator(), now: Date.now },
    access,
    allowsUnverified,
  );
  return { outcome, port: server.port.value, asked };
}

test("a server that is not there is passed over, and it is said who took the mail", async () => {
  const standBy = await serve();
  const [closed, alsoClosed] = [await closedPort(), await closedPort()];
  const { outcome, port, asked } = await send(accountOn([closed, alsoClosed, standBy.port]));
  assert.equal(outcome.kind, "accepted");
  assert.equal(port, standBy.port);
  assert.deepEqual(outcome.notes, [
    `127.0.0.1:${closed} could not be used, so the mail went to the stand-by 127.0.0.1:${alsoClosed}.`,
    `127.0.0.1:${alsoClosed} could not be used, so the mail went to the stand-by 127.0.0.1:${standBy.port}.`,
  ]);
  assert.equal(standBy.received.length, 1);
  // A stand-by without a login of its own logs in as the first server does.
  assert.ok(asked.every(({ auth }) => auth?.method.value === "plain"));
});

test("a refusal for the moment goes on to the stand-by, a refusal for good does not", async () => {
  const standBy = await serve();
  const busy = await serve({ refusal: { code: 451, text: "4.3.0 Try later" } });
  assert.equal((await send(accountOn([busy.port, standBy.port]))).outcome.kind, "accepted");
  const strict = await serve({ refusal: { code: 550, text: "5.1.1 User unknown" } });
  const { outcome, port } = await send(accountOn([strict.port, standBy.port]));
  assert.deepEqual([outcome.kind, port], ["failed", strict.port]);
  assert.equal(standBy.received.length, 1);
});

test("a refused login and a bad certificate are no reason to ask somebody else", async () => {
  const standBy = await serve();
  const first = await serve();
  const login = await send(accountOn([first.port, standBy.port]), "wrong password");
  assert.deepEqual([login.outcome.kind, login.asked], ["failed", []]);
  const other = await serve({ certificate: await createCertificate("other.example") });
  const tls = await send(accountOn([other.port, standBy.port]));
  assert.deepEqual([tls.outcome.kind, tls.asked, standBy.received.length], ["failed", [], 0]);
});

test("where every server fails, the last failure is told with what was tried before", async () => {
  const [one, two] = [await closedPort(), await closedPort()];
  const { outcome, port } = await send(accountOn([one, two]));
  assert.equal(outcome.kind, "failed");
  assert.equal(port, two);
  assert.match(outcome.failure.explanation?.what ?? "", /Nothing listens/);
  assert.match(outcome.notes?.[0] ?? "", /could not be used/);
});

test("a stand-by whose certificate would not be checked is left out, unless that was allowed", async () => {
  const standBy = await serve();
  const closed = await closedPort();
  const { outcome } = await send(accountOn([closed, standBy.port], false));
  assert.equal(outcome.kind, "failed");
  assert.match(outcome.notes?.[0] ?? "", /was left out, because its certificate would not be checked/);
  assert.equal((await send(accountOn([closed, standBy.port], false), PASSWORD, true)).outcome.kind, "accepted");
});
