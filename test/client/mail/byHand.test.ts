import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import type { ServerInfo } from "../../../client/src/mail/account.ts";
import { opensslLine, swaksLine } from "../../../client/src/mail/byHand.ts";
import { shellWord } from "../../../server/src/core/text/shellWord.ts";
import { account, lineRange, written } from "../support.ts";

const MAIL = {
  username: "ops@example.com",
  from: "ops@example.com",
  to: "a@example.net",
  subject: "It's “done” $HOME",
};
const server = (parts: Parameters<typeof account>[0]): ServerInfo => {
  const { smtp } = account(parts);
  assert.ok(smtp);
  return smtp;
};

test("swaks gets server, security, login and texts, and no password", () => {
  const line = swaksLine({ server: server({ port: 587, host: "mx.example.com", password: "hunter2" }), ...MAIL });
  assert.equal(
    line,
    "swaks --server mx.example.com --port 587 --tls --tls-verify --tls-sni localhost --auth PLAIN --auth-user ops@example.com --from ops@example.com --to a@example.net --h-Subject 'It'\\''s “done” $HOME'",
  );
  const open = swaksLine({
    server: server({ port: 465, security: "tls", isVerified: false, hasLogin: false }),
    ...MAIL,
  });
  assert.match(open ?? "", / --tls-on-connect --tls-sni localhost --from /);
  assert.match(swaksLine({ server: server({ port: 25, security: "none" }), ...MAIL }) ?? "", / --port 25 --auth PLAIN/);
});

test("a token login has no swaks line, cleartext no openssl line", () => {
  assert.equal(swaksLine({ server: server({ port: 587, method: "xoauth2" }), ...MAIL }), undefined);
  assert.equal(opensslLine(server({ port: 25, security: "none" })), undefined);
});

test("openssl checks what the file has checked", () => {
  const named = { ...server({ port: 587, host: "mx.example.com" }), tls: { caFile: written("my ca.pem", 1) } };
  assert.equal(
    opensslLine(named),
    "openssl s_client -connect mx.example.com:587 -starttls smtp -servername mx.example.com -verify_return_error -verify_hostname mx.example.com -CAfile 'my ca.pem' -crlf -quiet",
  );
  const address = {
    ...named,
    host: { value: "2001:db8::1", range: lineRange(1) },
    security: written("tls" as const, 1),
    tls: {},
  };
  assert.equal(
    opensslLine(address),
    "openssl s_client -connect '[2001:db8::1]:587' -verify_return_error -verify_ip 2001:db8::1 -crlf -quiet",
  );
});

test("a shell reads every word back as it was", { skip: process.platform === "win32" }, () => {
  const words = fc.array(
    fc.string({ unit: "grapheme" }).filter((it) => !it.includes("\0")),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(words, (given) => {
      const script = `printf '%s\\0' ${given.map(shellWord).join(" ")}`;
      const read = execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" });
      assert.deepEqual(read.split("\0").slice(0, -1), given);
    }),
    { numRuns: 50 },
  );
});
