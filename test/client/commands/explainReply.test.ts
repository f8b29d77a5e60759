import assert from "node:assert/strict";
import { test } from "node:test";
import { explainReply } from "../../../client/src/commands/explainReply.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { quietEditor } from "../support.ts";

const t = translator();
const BOUNCE =
  "Final-Recipient: rfc822; a_b@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 ```no``` user\n\nFinal-Recipient: rfc822; c@example.com\nAction: delayed\nStatus: 4.4.1\n";

/** Runs the command with a selection and an answer, and returns what was seen. */
async function run(selected: string, answer?: string, given?: string): Promise<readonly string[]> {
  const seen: string[] = [];
  const editor = quietEditor({
    isTrusted: false,
    ask: async ({ title }) => {
      seen.push(`ask ${title}`);
      return answer;
    },
    tell: (level, message) => void seen.push(`${level} ${message}`),
    show: async (title, markdown) => void seen.push(`show ${title}\n${markdown}`),
    selection: () => selected,
  });
  await explainReply(editor, t, given);
  return seen;
}

test("the user is asked where nothing that can be explained is selected", async () => {
  assert.deepEqual(await run("port: 587"), ["ask Explain reply"]);
  const [asked, told] = await run("", "554 5.7.1 <a@example.net>: Relay access denied");
  assert.equal(asked, "ask Explain reply");
  assert.match(told ?? "", /^info 554 5\.7\.1: The server relays mail to other domains only after login\. .* Source: /);
  assert.deepEqual(await run("", "hello"), [
    "ask Explain reply",
    "warning There is no reply or error in this text that is known.",
  ]);
});

test("what is selected, or given by a link, is explained without a question", async () => {
  assert.match((await run("535 5.7.8 no"))[0] ?? "", /^info 535 5\.7\.8: /);
  assert.match((await run("535 5.7.8 no", undefined, "421 busy"))[0] ?? "", /^info 421: /);
});

test("several deliveries are shown as a page, in which a server's words are no Markdown", async () => {
  const [page = ""] = await run(BOUNCE);
  assert.match(
    page,
    /^show What became of the mail\n# What became of the mail\n\n## a&#95;b@example\.com: not delivered,/,
  );
  assert.match(page, /\n````text\n550 5\.1\.1 ```no``` user\n````\n\n\*\*550 5\.1\.1\*\* There is no such mailbox/);
  assert.match(page, /## c@example\.com: not delivered yet; the server goes on trying\./);
});
