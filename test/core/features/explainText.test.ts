import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { explainText, outcomeOf } from "../../../server/src/core/features/explainText.ts";
import { translator } from "../../../server/src/core/locale.ts";

const t = translator();

test("a bounce is explained recipient by recipient, in both languages", () => {
  const bounce = [
    "Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552 5.2.2 Over quota",
    "Final-Recipient: rfc822; b@example.com\nAction: delayed\nStatus: 4.4.1",
    "Final-Recipient: rfc822; c@example.com\nAction: delivered\nStatus: 2.1.5",
  ].join("\n\n");
  const lines = explainText(bounce, t).map(({ delivery, explanation }) => {
    assert.ok(delivery);
    return `${outcomeOf(delivery, t)} ${explanation?.code} ${explanation?.what}`;
  });
  assert.deepEqual(lines, [
    "a@example.com: not delivered, and not tried again. 552 5.2.2 The mailbox is full.",
    "b@example.com: not delivered yet; the server goes on trying. 4.4.1 The next host does not answer.",
    "c@example.com: delivered into the mailbox. 2.1.5 The recipient's address is valid.",
  ]);
  const chinese = translator("zh-cn");
  const [first] = explainText(bounce, chinese);
  assert.ok(first?.delivery);
  assert.equal(outcomeOf(first.delivery, chinese), "a@example.com：未送达，不再重试。");
});

test("an error object of nodemailer is explained by its reply and its command", () => {
  const error = Object.assign(new Error("Can't send mail - all recipients were rejected: 550 No"), {
    code: "EENVELOPE",
    response: "550 No",
    responseCode: 550,
    command: "MAIL FROM",
  });
  for (const text of [inspect(error), JSON.stringify({ ...error, message: error.message })]) {
    const [{ explanation } = {}] = explainText(text, t);
    assert.equal(explanation?.code, "550");
    assert.equal(explanation?.part, "from");
  }
  const login = {
    code: "EAUTH",
    response: "535-5.7.8 Username and Password not accepted.\n535 5.7.8 gsmtp",
    command: "AUTH PLAIN",
  };
  assert.match(explainText(JSON.stringify(login), t)[0]?.explanation?.what ?? "", /^Google refused the login/);
});

test("a lone reply has no recipient, and a greeting no meaning", () => {
  assert.deepEqual(Object.keys(explainText("535 5.7.8 no", t)[0] ?? {}), ["explanation"]);
  assert.deepEqual(explainText("Dear Ada, how are you?", t), []);
});
