import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createNodeHost } from "../../server/src/node/nodeHost.ts";

const folder = mkdtempSync(join(tmpdir(), "mailconfig-folders-"));
after(() => rmSync(folder, { recursive: true, force: true }));

for (const path of ["work/dns/sub", "work/keys", "work/node_modules", "work/.git", "outside"])
  mkdirSync(join(folder, path), { recursive: true });
for (const path of ["b.zone", "dns/sub/c.zone", "dns/a.zone", "keys/s1.pem", "node_modules/x.zone", ".git/y.zone"])
  writeFileSync(join(folder, "work", path), "");
writeFileSync(join(folder, "outside/z.zone"), "");
symlinkSync(join(folder, "outside"), join(folder, "work/link"));

const CONFIG = join(folder, "work/.mailconfig.yaml");
const hostOf = (isTrusted: boolean) =>
  createNodeHost({
    roots: () => [join(folder, "work")],
    toFile: (path) => path,
    toPath: (file) => file,
    isTrusted: () => isTrusted,
    logError: (what, error) => assert.fail(`${what}: ${error}`),
  });

test("files below a document are told nearest first, without hidden folders, packages and links", () => {
  const files = hostOf(true).filesBelow?.(CONFIG, (name) => name.endsWith(".zone"));
  assert.deepEqual(files, ["b.zone", "dns/a.zone", "dns/sub/c.zone"]);
  assert.deepEqual(
    hostOf(true).filesBelow?.(join(folder, "outside/.mailconfig.yaml"), () => true),
    [],
  );
});

test("names of keys and of the environment are told in a trusted workspace only", () => {
  const isKey = (name: string) => name.endsWith(".pem");
  assert.deepEqual(hostOf(true).filesBelow?.(CONFIG, isKey), ["keys/s1.pem"]);
  assert.deepEqual(hostOf(false).filesBelow?.(CONFIG, isKey), []);
  assert.ok(hostOf(true).environmentNames?.().includes("PATH"));
  assert.deepEqual(hostOf(false).environmentNames?.(), []);
});
