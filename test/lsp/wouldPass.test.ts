import assert from "node:assert/strict";
import { test } from "node:test";
import { readSigningKey, signMessage } from "../../client/src/mail/dkimSign.ts";
import type { WouldPassResult } from "../../server/src/protocol.ts";
import { createDkimZone } from "../support/dkimZone.ts";
import { treeHost } from "../support/treeHost.ts";
import { openSession } from "./support/session.ts";

const CONFIG = "file:///work/.mailconfig.yaml";
const ZONE = "file:///work/a.zone";
const MAIL = "From: Ops <ops@example.com>\r\nTo: a@example.net\r\nSubject: Hello\r\n\r\nIt works.\r\n";

test("a message is judged by the config's zones, with places in the client's URIs", async (t) => {
  const { text, keys } = createDkimZone();
  const host = treeHost(new Map([[ZONE, text]]));
  const { open, request } = await openSession(t, { host });
  await open("version: 1\nzones: { example.com: a.zone }\n", CONFIG, "mailconfig");
  const judge = async (message: string, uri = CONFIG) => {
    const query = { textDocument: { uri }, message, sender: "ops@example.com", ip: "127.0.0.1" };
    return request<WouldPassResult>("mailconfig/wouldPass", query);
  };
  const resultsOf = (rows: WouldPassResult) => rows.map(({ check, result }) => `${check}=${result}`);
  const key = readSigningKey("example.com", "s1", Buffer.from(keys.s1));
  const signed = Buffer.from(signMessage(Buffer.from(MAIL), [key ?? assert.fail()], host.now())).toString("latin1");
  const rows = await judge(signed);
  assert.deepEqual(resultsOf(rows), ["spf=pass", "dkim=pass", "dmarc=pass"]);
  assert.deepEqual([...new Set(rows.flatMap(({ place }) => place?.uri ?? []))], [ZONE]);
  assert.equal(resultsOf(await judge(signed.replace("works", "fails")))[1], "dkim=fail");
  assert.deepEqual(await judge(MAIL, "file:///work/other.yaml"), []);
});
