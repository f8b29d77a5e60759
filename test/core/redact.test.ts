import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { redact } from "../../server/src/core/redact.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");

test("known secrets: as they are, URL-encoded, in base64 of AUTH", () => {
  const secret = "pä ss/w?rd";
  const texts = [
    secret,
    encodeURIComponent(secret),
    base64(secret),
    `C: ${base64(`\0ops@example.com\0${secret}`)}`,
    base64(`user=ops\x01auth=Bearer ${secret}\x01\x01`),
  ];
  for (const text of texts) assert.match(redact(`a ${text} b`, [secret]), /^a (?:C: )?\*\*\* b$/);
});

test("credentials that nobody named", () => {
  assert.equal(redact("C: AUTH PLAIN AGEAYg=="), "C: AUTH PLAIN ***");
  assert.equal(redact("smtps://ops:hunter2@a.example"), "smtps://ops:***@a.example");
  assert.equal(redact('{ "password": "x", refresh_token=abc&b=1 }'), '{ "password": ***, refresh_token=***&b=1 }');
  assert.equal(redact("Authorization: Bearer abcdefgh123"), "Authorization: Bearer ***");
});

test("what holds no secret stays", () => {
  for (const text of ["250-AUTH PLAIN LOGIN", "535 5.7.8 Error: authentication failed", "220 a.example ESMTP"])
    assert.equal(redact(text, ["hunter2"]), text);
});

test("no known secret is left in any text around it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 5 }), fc.string(), (before, secret, after) => {
      fc.pre(!secret.includes("*"));
      const hidden = redact(`${before} ${secret} ${after}`, [secret]);
      assert.ok(!hidden.includes(secret));
    }),
  );
});
