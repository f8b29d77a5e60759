import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findCommit, readCommitted, rememberHeads } from "../../server/src/node/git.ts";
import { commitAll } from "../support/gitFolder.ts";

test("a file as it was committed, also behind a link and after it has gone", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-git-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "a b.zone");
  writeFileSync(file, "one\n");
  if (process.platform !== "win32") symlinkSync("a b.zone", join(folder, "link.zone"));
  assert.equal(findCommit(folder, "HEAD"), undefined);
  commitAll(folder);
  const commit = findCommit(folder, "HEAD");
  assert.match(commit ?? "", /^[0-9a-f]{40,64}$/);
  assert.equal(findCommit(folder, "--all"), undefined);
  writeFileSync(file, "two\n");
  const read = (name: string) => {
    const bytes = readCommitted(join(folder, name), commit ?? "");
    return bytes && new TextDecoder().decode(bytes);
  };
  assert.equal(read("a b.zone"), "one\n");
  if (process.platform !== "win32") assert.equal(read("link.zone"), "one\n");
  rmSync(file);
  assert.deepEqual([read("a b.zone"), read("other.zone")], ["one\n", undefined]);
});

test("HEAD is read in the background, again after ten seconds, and a new answer is told", async () => {
  let clock = 0;
  let text = "one";
  const asked: string[] = [];
  const told: (() => void)[] = [];
  const heads = rememberHeads(
    () => clock,
    () => told.splice(0).forEach((it) => void it()),
    async (file) => {
      asked.push(file);
      return new TextEncoder().encode(text);
    },
  );
  const change = () => new Promise<void>((resolve) => told.push(resolve));
  const first = change();
  assert.equal(heads("a.zone"), undefined);
  await first;
  const known = heads("a.zone");
  assert.deepEqual([known, asked.length], [new TextEncoder().encode("one"), 1]);
  text = "two";
  assert.equal(heads("a.zone"), known);
  const second = change();
  clock = 10_000;
  assert.equal(heads("a.zone"), known);
  await second;
  assert.deepEqual([heads("a.zone"), asked.length], [new TextEncoder().encode("two"), 2]);
});
