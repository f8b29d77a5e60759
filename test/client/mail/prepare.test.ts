import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test } from "node:test";
import { prepareMail, UnusableValue } from "../../../client/src/mail/prepare.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { account, written } from "../support.ts";

const PEM = String(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
const key = (domain: string, file = "k.pem") => ({
  domain: written(domain, 1),
  selector: written("s1", 2),
  privateKeyFile: written(file, 3),
});
const FILES: Readonly<Record<string, string>> = { "k.pem": PEM, "public.pem": "-----BEGIN PUBLIC KEY-----\n" };

async function prepare(
  from: string,
  parts: { readonly dkim?: readonly ReturnType<typeof key>[]; readonly subject?: string },
) {
  const info = account({ port: 587 });
  assert.ok(info.smtp);
  const { dkim = [], subject = "Hello" } = parts;
  const given = { ...info, from: written(from, 4), dkim, test: { ...info.test, subject: written(subject, 5) } };
  const read = async (file: string) => (FILES[file] === undefined ? undefined : Buffer.from(FILES[file]));
  return prepareMail(given, info.smtp, undefined, read, translator());
}

test("the keys of the From domain sign, else those of a domain above or below it, and no others", async () => {
  const keys = [key("example.com"), key("mail.example.com"), key("ample.com"), key("other.example")];
  for (const [from, signing] of [
    ["a@example.com", ["example.com"]],
    ["a@Mail.Example.com", ["mail.example.com"]],
    ["a@news.example.com", ["example.com"]],
    ["a@x.mail.example.com", ["example.com", "mail.example.com"]],
    ["a@example.org", []],
  ] as const) {
    const { keys: found } = await prepare(from, { dkim: keys });
    assert.deepEqual(
      found.map(({ domain }) => domain),
      signing,
      from,
    );
  }
});

test("a key that is missing or cannot sign is told and does not stop the mail", async () => {
  const { keys, unusedKeys } = await prepare("a@example.com", {
    dkim: [key("example.com", "gone.pem"), key("example.com", "public.pem")],
  });
  assert.deepEqual(keys, []);
  assert.deepEqual(
    unusedKeys.map(({ message }) => /cannot be read|no key that signs/.exec(message)?.[0]),
    ["cannot be read", "no key that signs"],
  );
});

test("a line break in sender or subject is refused with its place", async () => {
  await assert.rejects(prepare("a@example.com", { subject: "Hello\r\nBcc: eve@example.com" }), (error) => {
    return error instanceof UnusableValue && error.written.range.start.line === 5;
  });
  for (const from of ["a@example.com\nBcc: eve@example.com", "a@example.com\0"])
    await assert.rejects(prepare(from, {}), UnusableValue);
});
