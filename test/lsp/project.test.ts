import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentLink, Location, WorkspaceEdit } from "vscode-languageserver/node";
import type { DomainReportResult } from "../../server/src/protocol.ts";
import { rsaKey } from "../support/keys.ts";
import { treeHost } from "../support/treeHost.ts";
import { codesOf, MODERN, openSession } from "./support/session.ts";

const ROOT = "file:///work/";
const CONFIG = `${ROOT}.mailconfig.yaml`;
const ZONE = `${ROOT}dns/a.zone`;
const NOW = { holdBackMs: 0 };

const key = rsaKey(2048);
const RECORD = (key.spki.match(/.{1,250}/g) ?? []).map((it) => `"${it}"`).join(" ");
const ZONE_TEXT = `example.com. 3600 IN SOA ns1.example.com. h.example.com. 1 7200 3600 1209600 3600
example.com. 3600 IN NS ns1.example.com.
example.com. 3600 IN TXT "v=spf1 ip4:192.0.2.1 -all"
_dmarc.example.com. 3600 IN TXT "v=DMARC1; p=none; rua=mailto:d@example.com"
smtp.example.com. 3600 IN A 192.0.2.1
s1._domainkey.example.com. 3600 IN TXT "v=DKIM1; k=rsa; p=" ${RECORD}
`;
const CONFIG_TEXT = `version: 1
domain: example.com
zones: { example.com: dns/a.zone }
accounts:
  ops: &ops
    from: ops@example.com
    smtp: { host: smtp.example.com, port: 465 }
  copy: { <<: *ops }
dkim:
  - { domain: example.com, selector: s1, privateKeyFile: keys/s1.pem }
`;

function disk() {
  return new Map([
    [CONFIG, CONFIG_TEXT],
    [ZONE, ZONE_TEXT],
    [`${ROOT}keys/s1.pem`, key.privateKey.export({ type: "pkcs8", format: "pem" }).toString()],
  ]);
}

type Test = Parameters<typeof openSession>[0];

async function session(t: Test, files = disk()) {
  return openSession(t, { settings: NOW, host: treeHost(files), files: [...files.keys()], capabilities: MODERN });
}

/** Where `|` stands in the config, and where the answer stands: the line of each place. */
async function definition(t: Test, marked: string): Promise<string[]> {
  const text = CONFIG_TEXT.replace(marked.replace("|", ""), marked);
  const offset = text.indexOf("|");
  const before = text.slice(0, offset).split("\n");
  const { open, request } = await session(t);
  await open(text.replace("|", ""), CONFIG, "mailconfig");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const found = await request<Location[]>("textDocument/definition", { textDocument: { uri: CONFIG }, position });
  return found.map(({ uri, range }) => {
    const lines = (uri === CONFIG ? CONFIG_TEXT : uri === ZONE ? ZONE_TEXT : "").split("\n");
    return lines[range.start.line]?.slice(range.start.character, range.end.character) || uri;
  });
}

test("definition leads from the config to records, files and anchors", async (t) => {
  assert.deepEqual(await definition(t, "selector: s|1"), ["s1._domainkey.example.com."]);
  assert.deepEqual(await definition(t, "- { domain: example|.com"), ["s1._domainkey.example.com."]);
  assert.deepEqual(await definition(t, "\ndomain: ex|ample.com"), ["example.com."]);
  assert.deepEqual(await definition(t, "zones: { exam|ple.com"), ["example.com."]);
  assert.deepEqual(await definition(t, "dns/a.z|one"), [ZONE]);
  assert.deepEqual(await definition(t, "keys/s1|.pem"), [`${ROOT}keys/s1.pem`]);
  assert.deepEqual(await definition(t, "host: smtp.|example.com"), ["smtp.example.com."]);
  assert.deepEqual(await definition(t, "from: ops@|example.com"), ["example.com.", "_dmarc.example.com."]);
  assert.deepEqual(await definition(t, "<<: *o|ps"), ["&ops"]);
  assert.deepEqual(await definition(t, "port: 46|5"), []);
});

test("the files that a config names are links", async (t) => {
  const { open, request } = await session(t);
  await open(CONFIG_TEXT, CONFIG, "mailconfig");
  const links = await request<DocumentLink[]>("textDocument/documentLink", { textDocument: { uri: CONFIG } });
  const lines = CONFIG_TEXT.split("\n");
  assert.deepEqual(
    links.map(({ range, target }) => [
      lines[range.start.line]?.slice(range.start.character, range.end.character),
      target,
    ]),
    [
      ["dns/a.zone", ZONE],
      ["keys/s1.pem", `${ROOT}keys/s1.pem`],
    ],
  );
});

test("renaming a file or a folder writes its new path into configs, also into those that nobody opened", async (t) => {
  const { capabilities, notify, request, refreshed } = await session(t);
  assert.ok(capabilities.workspace?.fileOperations?.willRename);
  await refreshed.next();
  const rename = async (oldUri: string, newUri: string) => {
    const edit = await request<WorkspaceEdit | null>("workspace/willRenameFiles", { files: [{ oldUri, newUri }] });
    return edit?.documentChanges?.map((it) =>
      "edits" in it
        ? [it.textDocument.uri, ...it.edits.map((change) => ("newText" in change ? change.newText : ""))]
        : it,
    );
  };
  assert.deepEqual(await rename(ZONE, `${ROOT}dns/b.zone`), [[CONFIG, "dns/b.zone"]]);
  assert.deepEqual(await rename(`${ROOT}dns`, `${ROOT}my%20zones`), [[CONFIG, "my zones/a.zone"]]);
  assert.deepEqual(await rename(CONFIG, `${ROOT}dns/.mailconfig.yaml`), [[CONFIG, "a.zone", "../keys/s1.pem"]]);
  assert.equal(await rename(`${ROOT}other.txt`, `${ROOT}others.txt`), undefined);
  await notify("workspace/didRenameFiles", { files: [{ oldUri: ZONE, newUri: `${ROOT}dns/b.zone` }] });
  await refreshed.next();
});

test("an $INCLUDE is a link to its file, which can be gone to", async (t) => {
  const { open, request } = await session(t, disk().set(`${ROOT}dns/hosts.inc`, "www A 192.0.2.1\n"));
  await open('$ORIGIN example.com.\n$INCLUDE hosts.inc\n$INCLUDE "gone.inc" sub\n$INCLUDE ../../up.inc\n', ZONE);
  const textDocument = { uri: ZONE };
  const links = await request<DocumentLink[]>("textDocument/documentLink", { textDocument });
  const at = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  assert.deepEqual(links, [
    { range: at(1, 9, 18), target: `${ROOT}dns/hosts.inc` },
    { range: at(2, 9, 19), target: `${ROOT}dns/gone.inc` },
  ]);
  const definition = (line: number, character: number) =>
    request<Location[]>("textDocument/definition", { textDocument, position: { line, character } });
  assert.deepEqual(await definition(1, 12), [{ uri: `${ROOT}dns/hosts.inc`, range: at(0, 0, 0) }]);
  assert.deepEqual(await definition(1, 3), []);
});

test("renaming a file or a folder writes its new path into the zones that include it", async (t) => {
  const zone = '$ORIGIN example.com.\n$INCLUDE hosts.inc ; hosts\n$INCLUDE "more/mail.inc" sub\n';
  const files = disk()
    .set(ZONE, zone)
    .set(`${ROOT}dns/hosts.inc`, "$INCLUDE more/mail.inc\n")
    .set(`${ROOT}dns/more/mail.inc`, "www A 192.0.2.1\n")
    .set(`${ROOT}dns/b.zone`, zone);
  const { open, request, refreshed } = await session(t, files);
  await refreshed.next();
  await open(`; open\n${zone}`, ZONE);
  const rename = async (oldUri: string, newUri: string) => {
    const edit = await request<WorkspaceEdit | null>("workspace/willRenameFiles", { files: [{ oldUri, newUri }] });
    return (edit?.documentChanges ?? []).flatMap((it) => {
      if (!("edits" in it)) return [];
      return it.edits.map((change) => {
        const { line, character } = change.range.start;
        return `${it.textDocument.uri.slice(ROOT.length)}:${line}:${character} ${"newText" in change && change.newText}`;
      });
    });
  };
  assert.deepEqual(await rename(`${ROOT}dns/hosts.inc`, `${ROOT}dns/names%20of%20hosts.inc`), [
    'dns/a.zone:2:9 "names of hosts.inc"',
    'dns/b.zone:1:9 "names of hosts.inc"',
  ]);
  assert.deepEqual(await rename(`${ROOT}dns/more`, `${ROOT}dns/parts`), [
    "dns/hosts.inc:0:9 parts/mail.inc",
    'dns/a.zone:3:9 "parts/mail.inc"',
    'dns/b.zone:2:9 "parts/mail.inc"',
  ]);
  assert.deepEqual(await rename(`${ROOT}dns/b.zone`, `${ROOT}b.zone`), [
    "dns/b.zone:1:9 dns/hosts.inc",
    'dns/b.zone:2:9 "dns/more/mail.inc"',
  ]);
});

test("a change of the zone refreshes the config, and of the config the zone; findings link to both", async (t) => {
  const { open, change, pull, refreshed, request } = await session(t);
  await refreshed.next();
  await open(CONFIG_TEXT, CONFIG, "mailconfig");
  assert.deepEqual(
    codesOf(await pull(CONFIG)).filter((it) => String(it).startsWith("cross/")),
    [],
  );
  await open(ZONE_TEXT, ZONE);
  await pull(ZONE);
  const line = ZONE_TEXT.split("\n").findIndex((it) => it.startsWith("s1._domainkey"));
  await change(2, line, (ZONE_TEXT.split("\n")[line]?.indexOf(RECORD) ?? 0) + 60, "AAAA", ZONE);
  await refreshed.next();
  const mismatch = (await pull(CONFIG)).find((it) => it.code === "cross/dkim-key-mismatch");
  assert.deepEqual(
    mismatch?.relatedInformation?.map((it) => [it.location.uri, it.location.range.start.line]),
    [[ZONE, line]],
  );
  await request("textDocument/diagnostic", { textDocument: { uri: ZONE } });
  const end = CONFIG_TEXT.split("\n").length - 1;
  await change(2, end, 0, 'rules: { "dmarc/*": off, "zone/*": off }\n', CONFIG);
  await refreshed.next();
  assert.deepEqual(
    codesOf(await pull(ZONE)).filter((it) => /^(?:dmarc|zone)\//.test(String(it))),
    [],
  );
});

test("a zone file that vanishes or comes back on disk is told to the config", async (t) => {
  const files = disk();
  const { open, pull, notify, refreshed } = await session(t, files);
  await refreshed.next();
  await open(CONFIG_TEXT, CONFIG, "mailconfig");
  assert.equal(codesOf(await pull(CONFIG)).includes("cross/zone-file-missing"), false);
  files.delete(ZONE);
  await notify("workspace/didChangeWatchedFiles", { changes: [{ uri: ZONE, type: 3 }] });
  await refreshed.next();
  assert.equal(codesOf(await pull(CONFIG)).includes("cross/zone-file-missing"), true);
  files.set(ZONE, ZONE_TEXT);
  await notify("workspace/didChangeWatchedFiles", { changes: [{ uri: ZONE, type: 1 }] });
  await refreshed.next();
  assert.equal(codesOf(await pull(CONFIG)).includes("cross/zone-file-missing"), false);
});

test("the report of a domain has the client's URIs and edits, and is announced once it may differ", async (t) => {
  const files = disk();
  const { request, notify, refreshed, reportChanged } = await session(t, files);
  await refreshed.next();
  assert.deepEqual(await request<string[]>("mailconfig/domains", {}), ["example.com"]);
  const report = await request<DomainReportResult>("mailconfig/domainReport", { domain: "example.com" });
  assert.equal(report.zone, ZONE);
  const rows = report.sections.flatMap((it) => it.rows);
  const tlsRpt = rows.find((it) => it.id.startsWith("_smtp._tls"));
  assert.deepEqual([tlsRpt?.state, tlsRpt?.fix?.edits[0]?.uri], ["missing", ZONE]);
  assert.equal(rows.find((it) => it.title === "ops")?.place?.uri, CONFIG);
  await notify("workspace/didChangeWatchedFiles", { changes: [{ uri: ZONE, type: 2 }] });
  await reportChanged.next();
});
