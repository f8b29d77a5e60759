import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { commitAll } from "../support/gitFolder.ts";
import { folderOf, mailconfig } from "./support.ts";

const SOA = "@ IN SOA ns1 hostmaster 2026010101 7200 900 1209600 3600";
const HEAD = `$TTL 3600
${SOA}
@ NS ns1
@ NS ns2
ns1 A 198.51.99.1
ns2 A 198.51.99.2
@ MX 0 .
@ TXT "v=spf1 -all"
_dmarc TXT "v=DMARC1; p=reject"
`;
const OLD_FAULT = 'a TXT "v=spf1 +all"\n';
const RAISED = HEAD.replace("2026010101", "2026010102");

async function check(cwd: string, ...args: string[]): Promise<readonly string[]> {
  const { stdout, stderr } = await mailconfig(cwd, ["check", "--format", "json", "--since", "HEAD", ...args, "."]);
  assert.equal(stderr, "");
  const { findings }: { findings: { path: string; line: number; rule: string }[] } = JSON.parse(stdout);
  return findings.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

test("only what a change broke is reported, wherever the old faults have moved to", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": HEAD + OLD_FAULT });
  commitAll(cwd);
  assert.deepEqual(await check(cwd), []);
  writeFileSync(join(cwd, "example.com.zone"), `; a comment\n${RAISED}\n${OLD_FAULT}b TXT "v=spf1 ?all"\n`);
  assert.deepEqual(await check(cwd), ["example.com.zone:13 spf/neutral-all"]);
});

test("the same fault once more is new", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": HEAD + OLD_FAULT });
  commitAll(cwd);
  writeFileSync(join(cwd, "example.com.zone"), `${RAISED + OLD_FAULT}b${OLD_FAULT.slice(1)}`);
  assert.deepEqual(await check(cwd), ["example.com.zone:11 spf/pass-all"]);
});

test("a file that is new is reported whole", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": HEAD + OLD_FAULT });
  commitAll(cwd);
  writeFileSync(join(cwd, "example.org.zone"), HEAD + OLD_FAULT);
  assert.deepEqual(await check(cwd), ["example.org.zone:10 spf/pass-all"]);
});

test("a serial that was not raised with the records, and its fix", async (t) => {
  const cwd = folderOf(t, { "zones/example.com.zone": HEAD });
  commitAll(cwd);
  writeFileSync(join(cwd, "zones/example.com.zone"), HEAD.replace("198.51.99.2", "198.51.99.3"));
  assert.deepEqual(await check(cwd), ["zones/example.com.zone:2 zone/serial-not-raised"]);
  const { code } = await mailconfig(cwd, ["check", "--since", "HEAD", "."]);
  assert.equal(code, 0);
  // Without the option nothing is compared.
  const { stdout } = await mailconfig(cwd, ["check", "--format", "json", "."]);
  assert.deepEqual(JSON.parse(stdout).findings, []);
});

test("a change of an included file asks for a higher serial as well", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": `${HEAD}$INCLUDE hosts.inc\n`, "hosts.inc": "a A 198.51.99.4\n" });
  commitAll(cwd);
  assert.deepEqual(await check(cwd), []);
  writeFileSync(join(cwd, "hosts.inc"), "a A 198.51.99.5\n");
  assert.deepEqual(await check(cwd), ["example.com.zone:2 zone/serial-not-raised"]);
  rmSync(join(cwd, "hosts.inc"));
  assert.deepEqual(await check(cwd), ["example.com.zone:10 zone/include-not-found"]);
});

test("a fault that a change of another file brings is new", async (t) => {
  const config = "version: 1\nzones:\n  example.com: example.com.zone\n";
  const cwd = folderOf(t, { "example.com.zone": HEAD, ".mailconfig.yaml": config });
  commitAll(cwd);
  rmSync(join(cwd, "example.com.zone"));
  assert.deepEqual(await check(cwd), [".mailconfig.yaml:3 cross/zone-file-missing"]);
});

test("`--fix` leaves alone what was there before", async (t) => {
  const old = "mail.example.com A 198.51.99.3\n";
  const cwd = folderOf(t, { "example.com.zone": HEAD + old });
  commitAll(cwd);
  const file = join(cwd, "example.com.zone");
  writeFileSync(file, `${RAISED + old}www.example.com A 198.51.99.4\n`);
  assert.deepEqual(await check(cwd, "--fix"), []);
  assert.equal(readFileSync(file, "utf8"), `${RAISED + old}www.example.com. A 198.51.99.4\n`);
});

test("a revision that git does not know is no check", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": HEAD });
  const outside = await mailconfig(cwd, ["check", "--since", "HEAD", "."]);
  assert.equal(outside.code, 2);
  assert.match(outside.stderr, /git knows no revision `HEAD`/);
  commitAll(cwd);
  for (const revision of ["gone", "--output=x", ""]) {
    const { code, stdout } = await mailconfig(cwd, ["check", `--since=${revision}`, "."]);
    assert.deepEqual([code, stdout], [2, ""], revision);
  }
});
