import assert from "node:assert/strict";
import { test } from "node:test";
import { newAccount } from "../../../client/src/commands/newAccount.ts";
import { PROVIDERS } from "../../../server/src/core/facts/providers.ts";
import { configWorld } from "./configWorld.ts";

test("an account at every provider, with the secret in either place, has no finding", async (t) => {
  const counts = { accounts: 0 };
  for (const provider of PROVIDERS) {
    for (const place of ["Secret storage", "Environment"]) {
      const address = `ops@${provider.mailDomains[0] ?? "example.com"}`;
      const user = provider.username === "own" ? ["given-user"] : [];
      const secret = place === "Environment" ? [] : ["s3cret"];
      const it = configWorld(t, { replies: [provider.name, address, ...user, place, ...secret] });
      assert.equal(await newAccount(it.tools), true, provider.id);
      // That a provider speaks STARTTLS alone, or wants OAuth by a date, is no fault of the account.
      assert.deepEqual(it.findings(".mailconfig.yaml"), [], `${provider.id}\n${it.read(".mailconfig.yaml")}`);
      assert.equal(it.stored.length, secret.length);
      assert.ok(!it.read(".mailconfig.yaml").includes("s3cret"));
      counts.accounts++;
    }
  }
  assert.equal(counts.accounts, PROVIDERS.length * 2);
});

test("the picker is searched by domain, and says which password is wanted", async (t) => {
  const it = configWorld(t, { replies: ["QQ Mail", "ops@qq.com", "Secret storage", ""] });
  assert.equal(await newAccount(it.tools), true);
  assert.match(
    it.seen.join("\n"),
    /An authorisation code from the mailbox's settings; the account's own password is refused\./,
  );
  assert.match(
    it.seen.at(-1) ?? "",
    /^info: The account is written\. The password is asked for when the first mail is sent\. \[Open the provider's help\]$/,
  );
  assert.match(it.read(".mailconfig.yaml"), /password: "\$\{secret:qq-auth-code\}"/);
});

test("going back changes an answer, over steps that asked nothing", async (t) => {
  const replies = [
    "Gmail / Google Workspace",
    "a@example.com",
    "back",
    "b@example.com",
    "back",
    "back",
    "Another server",
    "c@example.com",
    "mail.example.com:587",
    "c",
    "Environment",
  ];
  const it = configWorld(t, { replies });
  assert.equal(await newAccount(it.tools), true);
  assert.equal(
    it.read(".mailconfig.yaml"),
    `version: 1
domain: example.com
accounts:
  c:
    from: c@example.com
    smtp:
      host: mail.example.com
      port: 587
      security: starttls
      auth: { method: plain, username: c, password: "\${env:SMTP_PASSWORD}" }
`,
  );
});

test("an existing config keeps every byte, and giving up writes nothing", async (t) => {
  const text = "# mine\nversion: 1\naccounts:\n    a: { from: a@example.com }   # x\n# end\n";
  const it = configWorld(t, {
    files: { ".mailconfig.yaml": text },
    replies: ["Fastmail", "b@fastmail.com", "Environment"],
  });
  assert.equal(await newAccount(it.tools), true);
  const after = it.read(".mailconfig.yaml");
  const [start = "", end = ""] = text.split("# end");
  assert.ok(after.startsWith(start) && after.endsWith(`# end${end}`), after);
  const given = configWorld(t, { files: { ".mailconfig.yaml": text }, replies: ["Fastmail", undefined] });
  assert.equal(await newAccount(given.tools), false);
  assert.equal(given.read(".mailconfig.yaml"), text);
});
