import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decodeReply } from "../../../client/src/mail/decodeReply.ts";
import { MissingSecret, referencesIn, resolveReferences } from "../../../client/src/mail/secretReference.ts";
import { secretForms, transcriptLog } from "../../../client/src/mail/transcript.ts";

function transcript(secret: string, entries: readonly (readonly [tnx: string, text: string])[]): string {
  const lines: string[] = [];
  const log = transcriptLog(
    (line) => lines.push(line),
    () => [secret],
  );
  for (const [tnx, text] of entries) log({ tnx }, "%s", text);
  return lines.join("\n");
}

test("what is said after AUTH is hidden until the server ends the login", () => {
  const text = transcript("s3cret!!", [
    ["client", "EHLO me.example"],
    ["server", "250-mail.example\n250 AUTH PLAIN LOGIN"],
    ["client", "AUTH LOGIN"],
    ["server", "334 VXNlcm5hbWU6"],
    ["client", "b3Bz"],
    ["server", "334 UGFzc3dvcmQ6"],
    ["client", Buffer.from("s3cret!!").toString("base64")],
    ["server", "235 2.7.0 ok"],
    ["client", "MAIL FROM:<ops@example.com>"],
  ]);
  assert.deepEqual(text.split("\n"), [
    "C: EHLO me.example",
    "S: 250-mail.example",
    "S: 250 AUTH PLAIN LOGIN",
    "C: AUTH LOGIN",
    "S: 334 VXNlcm5hbWU6",
    "C: ***",
    "S: 334 UGFzc3dvcmQ6",
    "C: ***",
    "S: 235 2.7.0 ok",
    "C: MAIL FROM:<ops@example.com>",
  ]);
});

test("a secret is found in every encoding, wherever it stands", () => {
  const secret = fc.string({ unit: "grapheme", minLength: 8, maxLength: 30 }).filter((it) => it.trim().length > 7);
  const around = fc.string({ maxLength: 12 });
  fc.assert(
    fc.property(secret, around, around, (password, before, after) => {
      const whole = Buffer.from(before + password + after);
      const forms = secretForms([password]);
      for (const text of [password, JSON.stringify(password), encodeURIComponent(password), whole.toString("base64")]) {
        assert.ok(
          forms.some((form) => text.includes(form)),
          `${JSON.stringify(password)} in ${text}`,
        );
      }
    }),
  );
});

test("replies in GBK and Latin bytes are read, UTF-8 stays", () => {
  const gbk = Buffer.from([0xc7, 0xeb, 0xca, 0xb9, 0xd3, 0xc3]).toString("latin1");
  assert.equal(decodeReply(`535 ${gbk}`), "535 请使用");
  assert.equal(decodeReply("250 Ok"), "250 Ok");
  assert.equal(decodeReply("535 请使用授权码"), "535 请使用授权码");
});

test("references are read and resolved in one pass", async () => {
  assert.deepEqual(referencesIn("${env:A}-${secret:b}-${other:c}-$A"), [
    { kind: "env", name: "A" },
    { kind: "secret", name: "b" },
  ]);
  const read = async ({ kind, name }: { kind: string; name: string }) =>
    name === "none" ? undefined : `<${kind} ${name}>`;
  assert.equal(await resolveReferences("x${env:A}y${secret:b}", read), "x<env A>y<secret b>");
  assert.equal(await resolveReferences("${env:A}", async () => "${env:B}"), "${env:B}");
  assert.equal(await resolveReferences("literal", read), "literal");
  await assert.rejects(resolveReferences("${env:none}", read), MissingSecret);
});
