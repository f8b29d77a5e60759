import assert from "node:assert/strict";
import { test } from "node:test";
import { signInFor } from "../../../client/src/mail/signIn.ts";

test("Microsoft and Google are signed in to by the editor, with the user's own application where there is one", () => {
  assert.deepEqual(signInFor("smtp.office365.com", "")?.provider, "microsoft");
  assert.ok(signInFor("smtp-mail.outlook.com", "my-id")?.scopes.includes("VSCODE_CLIENT_ID:my-id"));
  assert.deepEqual(signInFor("SMTP.gmail.com", "x"), { provider: "google", scopes: ["https://mail.google.com/"] });
});

test("no other host is taken for one of theirs", () => {
  for (const host of ["smtp.example.com", "gmail.com.example.net", "notgmail.com", "office365.com.evil.example", ""]) {
    assert.equal(signInFor(host, ""), undefined, host);
  }
});
