import assert from "node:assert/strict";
import { test } from "node:test";
import { accountsOf } from "../../../../server/src/core/features/config/accounts.ts";
import type { Written } from "../../../../server/src/core/model/account.ts";
import { NO_ZONES, readConfig } from "../../../../server/src/core/model/readConfig.ts";
import { LineIndex } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

function read(text: string) {
  const lines = new LineIndex(text);
  const accounts = accountsOf(readConfig("a/.mailconfig.yaml", text, memoryHost(), NO_ZONES), lines);
  /** The text that a value points at. */
  const at = (written: Pick<Written<unknown>, "range"> | undefined) =>
    written && text.slice(lines.offsetAt(written.range.start), lines.offsetAt(written.range.end));
  return { accounts, at };
}

const WHOLE = `version: 1
x-auth: &auth { method: LOGIN, username: ops@example.com, password: "\${env:PW}" }
accounts:
  ops:
    from: "Ops <ops@example.com>"
    smtp:
      host: SMTP.example.com.
      port: 587
      security: starttls
      auth: *auth
      tls: { servername: mail.example.com, rejectUnauthorized: false, caFile: ca.pem, minVersion: TLSv1.2 }
      ehloName: app.example.com
      timeouts: { connection: 5s, socket: 1m, greeting: soon }
      failover: [ "smtps://smtp.eu.example.com" ]
    imap: imaps://ops:p%40ss@imap.example.com
test: { to: postmaster@example.com, subject: Hello, dsn: [failure, DELAY], readReceipt: true }
`;

test("an account is plain data with the place of each value", () => {
  const { accounts, at } = read(WHOLE);
  const [ops, ...others] = accounts;
  assert.deepEqual(others, []);
  assert.equal(
    at({ range: ops?.nameRange ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } }),
    "ops",
  );
  assert.equal(ops?.from?.value, "Ops <ops@example.com>");
  const { smtp } = ops;
  assert.deepEqual([smtp?.host?.value, at(smtp?.host)], ["smtp.example.com", "SMTP.example.com."]);
  assert.deepEqual([smtp?.port.value, at(smtp?.port)], [587, "587"]);
  assert.deepEqual([smtp?.security.value, at(smtp?.security)], ["starttls", "starttls"]);
  assert.deepEqual([smtp?.auth?.method.value, at(smtp?.auth?.method)], ["login", "LOGIN"]);
  assert.deepEqual([smtp?.auth?.password?.value, at(smtp?.auth?.password)], ["${env:PW}", '"${env:PW}"']);
  assert.deepEqual([smtp?.tls.rejectUnauthorized?.value, at(smtp?.tls.rejectUnauthorized)], [false, "false"]);
  assert.deepEqual([smtp?.tls.servername?.value, smtp?.tls.caFile?.value], ["mail.example.com", "ca.pem"]);
  assert.deepEqual([smtp?.timeouts.connection?.value, smtp?.timeouts.socket?.value], [5000, 60_000]);
  assert.equal(smtp?.timeouts.greeting, undefined);
  assert.equal(smtp?.ehloName?.value, "app.example.com");
  assert.deepEqual(
    ops.failover.map(({ host, port, security }) => [host?.value, port.value, security.value]),
    [["smtp.eu.example.com", 465, "tls"]],
  );
  assert.deepEqual([ops.imap?.auth?.username?.value, ops.imap?.auth?.password?.value], ["ops", "p@ss"]);
  assert.deepEqual([ops.test.to?.value, ops.test.subject?.value], ["postmaster@example.com", "Hello"]);
  assert.deepEqual([ops.test.dsn?.value, ops.test.readReceipt?.value], [["failure", "delay"], true]);
});

test("what a provider decides points at the nearest key", () => {
  const { accounts, at } = read("accounts:\n  ops:\n    provider: qq\n    smtp: { auth: { username: a@qq.com } }\n");
  const [ops] = accounts;
  assert.deepEqual([ops?.smtp?.host?.value, ops?.smtp?.port.value, at(ops?.smtp?.port)], ["smtp.qq.com", 465, "smtp"]);
});

test("what is left out is absent, and broken text gives what can be read", () => {
  assert.deepEqual(read("").accounts, []);
  assert.deepEqual(read("accounts: [1, 2").accounts, []);
  const { accounts } = read("accounts:\n  ops:\n    smtp: { host: a.example }\n  half:\n    smtp:\n");
  assert.deepEqual(
    accounts.map(({ name, smtp, imap }) => [name, smtp?.host?.value, imap]),
    [
      ["ops", "a.example", undefined],
      ["half", undefined, undefined],
    ],
  );
  assert.ok(!("auth" in (accounts[0]?.smtp ?? {})));
  assert.doesNotThrow(() => JSON.stringify(accounts));
});

test("accounts of several documents follow one another", () => {
  const { accounts } = read(
    "accounts: { a: { smtp: smtp://a.example } }\n---\naccounts: { b: { smtp: smtp://b.example } }\n",
  );
  assert.deepEqual(
    accounts.map(({ name }) => name),
    ["a", "b"],
  );
});
