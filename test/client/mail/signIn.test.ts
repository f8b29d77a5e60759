import assert from "node:assert/strict";
import { test } from "node:test";
import { signInFor } from "../../../client/src/mail/signIn.ts";

test("Microsoft and Google are signed in to by the editor, with the user's own application where there is one", () => {
  assert.deepEqual(signInFor("smtp.office365.com", "smtp", "")?.provider, "microsoft");
  assert.ok(signInFor("smtp-mail.outlook.com", "smtp", "my-id")?.scopes.includes("VSCODE_CLIENT_ID:my-id"));
  const google = { provider: "google", scopes: ["https://mail.google.com/"] };
  assert.deepEqual(signInFor("SMTP.gmail.com", "smtp", "x"), google);
  assert.deepEqual(signInFor("imap.gmail.com", "imap", "x"), google);
});

test("a token of Microsoft is asked for the protocol that it is for", () => {
  const scopeOf = (host: string, protocol: "smtp" | "imap" | "pop3") => signInFor(host, protocol, "")?.scopes[0];
  assert.equal(scopeOf("smtp.office365.com", "smtp"), "https://outlook.office.com/SMTP.Send");
  assert.equal(scopeOf("outlook.office365.com", "imap"), "https://outlook.office.com/IMAP.AccessAsUser.All");
  assert.equal(scopeOf("outlook.office365.com", "pop3"), "https://outlook.office.com/POP.AccessAsUser.All");
});

test("no other host is taken for one of theirs", () => {
  for (const host of ["smtp.example.com", "gmail.com.example.net", "notgmail.com", "office365.com.evil.example", ""]) {
    assert.equal(signInFor(host, "smtp", ""), undefined, host);
  }
});
