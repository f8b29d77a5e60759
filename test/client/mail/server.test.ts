import assert from "node:assert/strict";
import { test } from "node:test";
import { failureHead } from "../../../client/src/mail/failure.ts";
import { addressOf, tlsOptions } from "../../../client/src/mail/server.ts";
import { translator } from "../../../server/src/core/locale.ts";
import type { ServerInfo } from "../../../server/src/protocol.ts";
import { account, written } from "../support.ts";

function server(host: string, servername?: string): ServerInfo {
  const { smtp } = account({ port: 587, host });
  assert.ok(smtp);
  return { ...smtp, tls: servername === undefined ? {} : { servername: written(servername, 9) } };
}

test("an IPv6 address stands in brackets before its port, wherever a server is named", () => {
  assert.equal(addressOf(server("mail.example.com")), "mail.example.com:587");
  assert.equal(addressOf(server("2001:db8::1")), "[2001:db8::1]:587");
  const failure = {
    reply: "",
    explanation: undefined,
    place: server("x").range,
    part: "none" as const,
    isUnreached: true,
    isUndecided: false,
  };
  assert.equal(failureHead(failure, server("2001:db8::1"), translator()), "[2001:db8::1]:587 did not take the mail.");
});

test("the certificate is checked unless the file says no, for the written name, and no address is asked for by name", () => {
  assert.deepEqual(tlsOptions(server("mail.example.com"), undefined), {
    rejectUnauthorized: true,
    servername: "mail.example.com",
  });
  assert.deepEqual(tlsOptions(server("192.0.2.1", "mail.example.com"), "PEM"), {
    rejectUnauthorized: true,
    servername: "mail.example.com",
    ca: "PEM",
  });
  for (const address of ["192.0.2.1", "2001:db8::1"]) {
    assert.deepEqual(tlsOptions(server(address), undefined), { rejectUnauthorized: true, host: address });
  }
  const lax = server("192.0.2.1");
  const options = tlsOptions({ ...lax, tls: { rejectUnauthorized: written(false, 9) } }, undefined);
  assert.equal(options.rejectUnauthorized, false);
});
