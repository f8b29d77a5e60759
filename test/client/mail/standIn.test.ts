import assert from "node:assert/strict";
import { test } from "node:test";
import { withFallbacks } from "../../../client/src/mail/standIn.ts";
import { account, written } from "../support.ts";

const LAX = account({ port: 587, host: "mx.example.com", isVerified: false });

test("a stand-by takes login, limits and name of the first server, but neither its certificate's name nor its laxness", () => {
  const { smtp } = LAX;
  assert.ok(smtp);
  const tls = { ...smtp.tls, caFile: written("ca.pem", 9) };
  const first = { ...smtp, tls, ehloName: written("me.example.com", 14) };
  const { auth: _, ...bare } = smtp;
  const bareServer = { ...bare, host: written("b.example.com", 20), tls: {}, timeouts: {} };
  const [, standBy] = withFallbacks({ ...LAX, smtp: first, failover: [bareServer] });
  assert.deepEqual(standBy, {
    ...bareServer,
    auth: smtp.auth,
    ehloName: first.ehloName,
    tls: { caFile: tls.caFile },
    timeouts: smtp.timeouts,
  });
});

test("what a stand-by says itself counts", () => {
  const { smtp } = LAX;
  assert.ok(smtp);
  const { auth: _, ...bare } = smtp;
  const own = { ...bare, ehloName: written("other.example.com", 20), timeouts: { socket: written(1, 20) } };
  const [, standBy] = withFallbacks({ ...LAX, failover: [own] });
  assert.equal(standBy?.ehloName?.value, "other.example.com");
  assert.equal(standBy?.timeouts.socket?.value, 1);
  assert.equal(standBy?.tls.rejectUnauthorized?.value, false);
});
