import assert from "node:assert/strict";
import { test } from "node:test";
import { connect } from "../../../client/src/mail/connect.ts";
import { failureHead } from "../../../client/src/mail/failure.ts";
import { type Access, sendThrough } from "../../../client/src/mail/sendThrough.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { AccountInfo, ServerInfo } from "../../../server/src/protocol.ts";
import { createCertificate, PASSWORD } from "../../support/mailServer.ts";
import type { Peer } from "../../support/scriptedServer.ts";
import { useServers } from "../../support/useServers.ts";
import { account, written } from "../support.ts";
import { loginOf } from "./connectionSupport.ts";

const servers = useServers();

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

async function send(
  info: AccountInfo & { readonly smtp: ServerInfo },
  password = PASSWORD,
  allowsUnverified = false,
  signal = new AbortController().signal,
) {
  const files = { ca: servers.certificate.cert, attachments: [], keys: [], unusedKeys: [] };
  const asked: ServerInfo[] = [];
  const access = async (server: ServerInfo): Promise<Access> => {
    asked.push(server);
    return { login: loginOf(), files };
  };
  const { outcome, server } = await sendThrough(
    { account: info, server: info.smtp, login: loginOf(password), to: "post@example.net", files },
    { connect, signal, transcript: () => {}, t: translator(), now: Date.now },
    access,
    allowsUnverified,
  );
  return { outcome, port: server.port.value, asked };
}

test("a server that is not there is passed over, and it is said who took the mail", async () => {
  const standBy = await servers.mail();
  const [closed, alsoClosed] = [await servers.closedPort(), await servers.closedPort()];
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
  const standBy = await servers.mail();
  const busy = await servers.mail({ refusal: { code: 451, text: "4.3.0 Try later" } });
  assert.equal((await send(accountOn([busy.port, standBy.port]))).outcome.kind, "accepted");
  const strict = await servers.mail({ refusal: { code: 550, text: "5.1.1 User unknown" } });
  const { outcome, port } = await send(accountOn([strict.port, standBy.port]));
  assert.deepEqual([outcome.kind, port], ["failed", strict.port]);
  assert.equal(standBy.received.length, 1);
});

test("a refused login and a bad certificate are no reason to ask somebody else", async () => {
  const standBy = await servers.mail();
  const first = await servers.mail();
  const login = await send(accountOn([first.port, standBy.port]), "wrong password");
  assert.deepEqual([login.outcome.kind, login.asked], ["failed", []]);
  const other = await servers.mail({ certificate: await createCertificate("other.example") });
  const tls = await send(accountOn([other.port, standBy.port]));
  assert.deepEqual([tls.outcome.kind, tls.asked, standBy.received.length], ["failed", [], 0]);
});

/** Takes the message whole, and leaves without a word, or in the middle of one. */
async function loseReply(peer: Peer, lastWords: string): Promise<void> {
  peer.say("220 mail.example.com ESMTP");
  for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
    if (line === "DATA") {
      peer.say("354 go on");
      while ((await peer.line()) !== ".");
      peer.raw(lastWords);
      peer.end();
      return;
    }
    peer.say(line.startsWith("EHLO") ? "250 mail.example.com" : "250 2.0.0 Ok");
  }
}

for (const lastWords of ["", "25", "250-2.0.0 Ok: queued\r\n"]) {
  test(`a reply to the message that was lost (“${lastWords.trim()}”) is told, and nobody else gets the mail`, async () => {
    const standBy = await servers.mail({ security: "none" });
    const first = await servers.script((peer) => loseReply(peer, lastWords));
    const info = accountOn([first.port, standBy.port]);
    const security = written("none" as const, 5);
    const smtp = { ...info.smtp, security };
    const failover = info.failover.map((it) => ({ ...it, security }));
    const { outcome, port, asked } = await send({ ...info, smtp, failover });
    assert.equal(outcome.kind, "failed");
    assert.equal(outcome.failure.isUndecided, true);
    assert.match(outcome.failure.explanation?.what ?? "", /nobody can tell whether the server took it/);
    assert.match(
      failureHead(outcome.failure, smtp, translator()),
      /^It is not known whether 127\.0\.0\.1:\d+ took the mail/,
    );
    assert.deepEqual([port, asked, standBy.received.length], [first.port, [], 0]);
  });
}

test("a refusal of the message for the moment, and a connection lost before its end, go on to the stand-by", async () => {
  const standBy = await servers.mail();
  for (const lastWords of ["451 4.3.0 Try later\r\n", undefined]) {
    const first = await servers.script((peer) => (lastWords === undefined ? peer.close() : loseReply(peer, lastWords)));
    const info = accountOn([first.port, standBy.port]);
    const smtp = { ...info.smtp, security: written("none" as const, 5) };
    assert.equal((await send({ ...info, smtp })).port, standBy.port, lastWords);
  }
  assert.equal(standBy.received.length, 2);
});

test("who cancels when the message is out already is told that it may arrive", async () => {
  const controller = new AbortController();
  const first = await servers.script(async (peer) => {
    peer.say("220 mail.example.com ESMTP");
    for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
      if (line === ".") controller.abort();
      else if (line === "DATA") peer.say("354 go on");
      else if (/^(?:EHLO|MAIL|RCPT) /.test(line)) peer.say("250 Ok");
    }
  });
  const info = accountOn([first.port]);
  const { outcome } = await send(
    { ...info, smtp: { ...info.smtp, security: written("none" as const, 5) } },
    PASSWORD,
    false,
    controller.signal,
  );
  assert.equal(outcome.kind, "failed");
  assert.equal(outcome.failure.isUndecided, true);
});

test("where every server fails, the last failure is told with what was tried before", async () => {
  const [one, two] = [await servers.closedPort(), await servers.closedPort()];
  const { outcome, port } = await send(accountOn([one, two]));
  assert.equal(outcome.kind, "failed");
  assert.equal(port, two);
  assert.match(outcome.failure.explanation?.what ?? "", /Nothing listens/);
  assert.match(outcome.notes?.[0] ?? "", /could not be used/);
});

test("a stand-by whose certificate would not be checked is left out, unless that was allowed", async () => {
  const standBy = await servers.mail();
  const closed = await servers.closedPort();
  const { outcome } = await send(accountOn([closed, standBy.port], false));
  assert.equal(outcome.kind, "failed");
  assert.match(outcome.notes?.[0] ?? "", /was left out, because its certificate would not be checked/);
  assert.equal((await send(accountOn([closed, standBy.port], false), PASSWORD, true)).outcome.kind, "accepted");
});
