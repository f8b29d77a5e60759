import assert from "node:assert/strict";
import { test } from "node:test";
import type { TextDocument } from "vscode";
import { SentDocuments } from "../../client/src/sentDocuments.ts";

const URI = "file:///w/.mailconfig.yaml";
/** All that is read of a document. */
const DOCUMENT = { uri: { toString: () => URI } } as TextDocument;

/** What a request has seen once everything that could go on has gone on. */
async function settled(sent: Promise<void>): Promise<"sent" | "waits"> {
  const turn = new Promise<"waits">((resolve) => setImmediate(() => resolve("waits")));
  return Promise.race([sent.then(() => "sent" as const), turn]);
}

test("a request waits until the server was told of its document, not only until that begins", async () => {
  const documents = new SentDocuments();
  const waiting = documents.sent(URI);
  let tell = () => {};
  const opened = documents.middleware.didOpen(
    DOCUMENT,
    () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  );
  assert.equal(await settled(waiting), "waits");
  tell();
  await opened;
  assert.equal(await settled(waiting), "sent");
  assert.equal(await settled(documents.sent(URI)), "sent");
  assert.equal(await settled(documents.sent("file:///w/other.zone")), "waits");
});

test("who waits is let go when the document closes; opened again, it is waited for again", async () => {
  const documents = new SentDocuments();
  const waiting = documents.sent(URI);
  await documents.middleware.didClose(DOCUMENT, async () => {});
  assert.equal(await settled(waiting), "sent");
  assert.equal(await settled(documents.sent(URI)), "waits");
  await documents.middleware.didOpen(DOCUMENT, async () => {});
  assert.equal(await settled(documents.sent(URI)), "sent");
});

test("a server that is gone knows no document any more, and keeps nobody waiting", async () => {
  const documents = new SentDocuments();
  await documents.middleware.didOpen(DOCUMENT, async () => {});
  const waiting = documents.sent("file:///w/other.zone");
  documents.clear();
  assert.equal(await settled(waiting), "sent");
  assert.equal(await settled(documents.sent(URI)), "waits");
});
