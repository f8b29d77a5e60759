import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { publish } from "../../../server/src/core/dkim/publish.ts";
import { dkimRecordOf, freeSelector, isSelector } from "../../../server/src/core/dkim/record.ts";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { publicKeyOf } from "../../../server/src/node/keys.ts";
import { rsaKey } from "../../support/keys.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const key = publicKeyOf(Buffer.from(rsaKey(2048).privateKey.export({ type: "pkcs8", format: "pem" })));
assert.ok(key);
const record = dkimRecordOf(key);
const publication = { domain: "example.com", selector: "s202611", record };

/** The strings of a TXT value joined. */
function joined(text: string): string {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, it = ""]) => it.replace(/\\(.)/g, "$1"));
  for (const it of strings) assert.ok(it.length <= 255);
  return strings.join("");
}

/** The words that a POSIX shell makes of a command, instead of running it. */
function words(command: string): readonly string[] {
  const script = `gcloud() { printf '%s\\0' "$@"; }; curl() { printf '%s\\0' "$@"; }; ${command}`;
  const env = {
    PATH: process.env["PATH"] ?? "",
    ZONE: "my zone",
    CLOUDFLARE_ZONE_ID: "z1",
    CLOUDFLARE_API_TOKEN: "t1",
  };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", script], { encoding: "utf8", env });
  assert.deepEqual([status, stderr], [0, ""]);
  return stdout.split("\0").slice(0, -1);
}

const noShell = process.platform === "win32" && "needs a POSIX shell";

test("BIND: a record of which no rule complains", () => {
  const text = publish(publication, "bind");
  assert.equal(joined(text), record);
  const zone = createEngine(memoryHost()).open("x.zone", "zone", text, { origin: "example.com." });
  assert.deepEqual(zone.lint({ severities: {}, extraTypes: [], limit: 10, language: "en" }), []);
});

test("Route 53: a change batch that creates, and so never replaces", () => {
  const { Changes: changes } = JSON.parse(publish(publication, "route53"));
  assert.equal(changes.length, 1);
  const [{ Action: action, ResourceRecordSet: set }] = changes;
  assert.deepEqual([action, set.Name, set.Type, set.TTL], ["CREATE", "s202611._domainkey.example.com.", "TXT", 3600]);
  assert.equal(joined(set.ResourceRecords[0].Value), record);
});

test("Google Cloud DNS: the shell gives gcloud the words that are meant", { skip: noShell }, () => {
  const given = words(publish(publication, "google"));
  assert.deepEqual(given.slice(0, 6), [
    "dns",
    "record-sets",
    "create",
    "s202611._domainkey.example.com.",
    "--zone=my zone",
    "--type=TXT",
  ]);
  assert.equal(joined(given.at(-1) ?? ""), record);
});

test("Cloudflare: the shell gives curl a body in JSON, and the token of the environment", { skip: noShell }, () => {
  const given = words(publish(publication, "cloudflare"));
  assert.ok(given.includes("Authorization: Bearer t1"));
  assert.ok(given.includes("https://api.cloudflare.com/client/v4/zones/z1/dns_records"));
  const { name, type, content } = JSON.parse(given.at(-1) ?? "");
  assert.deepEqual([name, type, joined(content)], ["s202611._domainkey.example.com", "TXT", record]);
});

test("names with a quote stay one word of the shell", { skip: noShell }, () => {
  const given = words(publish({ domain: "ex'$(id)ample.com", selector: "s`id`", record }, "google"));
  assert.equal(given[3], "s`id`._domainkey.ex'$(id)ample.com.");
});

test("a selector tells its month, and is not one that is in use", () => {
  const november = Date.UTC(2026, 10, 24);
  assert.equal(freeSelector(november, []), "s202611");
  assert.equal(freeSelector(november, ["S202611", "s202611b"]), "s202611c");
  for (const it of ["s1", "a.b", "2026-11"]) assert.ok(isSelector(it));
  for (const it of ["", "a b", "-a", "a.", "a_b", "ä"]) assert.ok(!isSelector(it));
});
