import assert from "node:assert/strict";
import { test } from "node:test";
import { exportMail } from "../../../client/src/commands/exportMail.ts";
import { importMail } from "../../../client/src/commands/importMail.ts";
import { configWorld } from "./configWorld.ts";

const SOURCE = {
  name: ".msmtprc",
  text: "account work\nhost smtp.example.com\nport 465\ntls on\ntls_starttls off\nauth on\nfrom w@example.com\nuser w\npassword hunter2\nproxy_host x\n",
};

test("imported passwords go into the secret storage, for their host", async (t) => {
  const it = configWorld(t, { source: SOURCE, replies: ["Secret storage"] });
  assert.equal(await importMail(it.tools), true);
  assert.deepEqual(it.stored, ["work-smtp-password@smtp.example.com=hunter2"]);
  assert.match(
    it.read(".mailconfig.yaml"),
    /^# Imported from \.msmtprc\.\n[\s\S]*password: "\$\{secret:work-smtp-password\}"/,
  );
  assert.deepEqual(it.findings(".mailconfig.yaml"), []);
  assert.equal(
    it.seen.at(-1),
    "info: Accounts that were imported: 1. Their passwords are in the secret storage. [Show what was not kept]",
  );
  assert.ok(![...it.seen, it.read(".mailconfig.yaml")].some((text) => text.includes("hunter2")));
});

test("an existing config gets the account beside its own", async (t) => {
  const files = { ".mailconfig.yaml": "version: 1\naccounts:\n  work: { from: a@example.com }\n" };
  const it = configWorld(t, { files, source: SOURCE, replies: ["Environment"] });
  assert.equal(await importMail(it.tools), true);
  assert.match(
    it.read(".mailconfig.yaml"),
    /^version: 1\naccounts:\n {2}work: \{ from: a@example\.com \}\n {2}work-2:\n {4}from: w@example\.com\n/,
  );
  assert.deepEqual(it.stored, []);
});

test("a config that has no place for it stays, and the account is shown", async (t) => {
  const files = { ".mailconfig.yaml": "- no mapping\n" };
  const it = configWorld(t, { files, source: SOURCE, replies: ["Environment"] });
  await importMail(it.tools);
  assert.equal(it.read(".mailconfig.yaml"), files[".mailconfig.yaml"]);
  assert.match(it.opened[0] ?? "", /^# Imported from/);
});

test("a file without an account is told, with what was found in it", async (t) => {
  const it = configWorld(t, { source: { name: "main.cf", text: "relayhost =\n" } });
  assert.equal(await importMail(it.tools), false);
  assert.deepEqual(it.seen, ["error: No mail account was found in main.cf. [Show what was not kept]"]);
});

test("without a config there is nothing to export, which is said", async (t) => {
  const it = configWorld(t, {});
  assert.equal(await exportMail(it.tools), false);
  assert.deepEqual(it.seen, [
    "warning: There is no `.mailconfig.yaml` in this workspace yet. “New Account” writes one.",
  ]);
});

test("an account is exported into a new document", async (t) => {
  const files = {
    ".mailconfig.yaml":
      'version: 1\naccounts:\n  a: { from: a@example.com, smtp: { host: h.example.com, auth: { username: a, password: "${env:A}" } } }\n  b: { from: b@example.com }\n',
  };
  const it = configWorld(t, { files, replies: ["a", "msmtp"] });
  assert.equal(await exportMail(it.tools), true);
  assert.match(it.opened[0] ?? "", /account a\nhost h\.example\.com\n/);
  const refused = configWorld(t, { files, replies: ["b", "Postfix"] });
  assert.equal(await exportMail(refused.tools), false);
  assert.match(refused.seen.at(-1) ?? "", /^error: The account `b` has no SMTP server\. \[Open line\]$/);
});
