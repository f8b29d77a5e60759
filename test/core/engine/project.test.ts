import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import type { LintOptions } from "../../../server/src/core/engine/finding.ts";
import type { Engine, Source } from "../../../server/src/core/index.ts";
import { treeHost } from "../../support/treeHost.ts";

const ROOT = "file:///work/";
const OPTIONS: LintOptions = { severities: {}, extraTypes: [], limit: 1000, language: "en" };
const SOA = "example.com. 3600 IN SOA ns1.example.com. h.example.com. 1 7200 3600 1209600 3600\n";
const ZONE = `${SOA}a.example.com. 3600 IN TXT "v=spf1 ?all"\n`;
const CONFIG = "version: 1\nzones: { example.com: dns/a.zone }\n";

function workspace(files: Readonly<Record<string, string>>) {
  const disk = new Map(Object.entries(files).map(([path, text]) => [ROOT + path, text]));
  const engine = createEngine(treeHost(disk));
  for (const path of disk.keys()) engine.fileAdded(path);
  const rename = (from: string, to: string) => {
    disk.set(ROOT + to, disk.get(ROOT + from) ?? "");
    disk.delete(ROOT + from);
  };
  return { engine, disk, rename };
}

function severityIn(source: Source, code: string): string | undefined {
  return source.lint(OPTIONS).find((it) => it.code === code)?.severity;
}

function openZone(engine: Engine): Source {
  return engine.open(`${ROOT}dns/a.zone`, "zone", ZONE);
}

test("the rules of a config that nobody opened count in the zones that it names, and in no other", () => {
  const { engine } = workspace({
    ".mailconfig.yaml": `${CONFIG}rules: { spf/neutral-all: error }\n`,
    "dns/a.zone": "",
  });
  assert.equal(severityIn(openZone(engine), "spf/neutral-all"), "error");
  const other = engine.open(`${ROOT}dns/b.zone`, "zone", ZONE);
  assert.equal(severityIn(other, "spf/neutral-all"), "warning");
});

test("a buffer of the config wins over the disk, and an edit of it counts at once", () => {
  const { engine } = workspace({ ".mailconfig.yaml": `${CONFIG}rules: { spf/neutral-all: error }\n` });
  const zone = openZone(engine);
  assert.equal(severityIn(zone, "spf/neutral-all"), "error");
  const config = engine.open(`${ROOT}.mailconfig.yaml`, "config", CONFIG);
  assert.equal(severityIn(zone, "spf/neutral-all"), "warning");
  const end = { line: 2, character: 0 };
  config.edit({ start: end, end }, "rules: { spf/*: off }\n");
  assert.equal(severityIn(zone, "spf/neutral-all"), undefined);
  assert.deepEqual(engine.dependentsOf(config.path), [zone]);
  engine.close(config.path);
  assert.equal(severityIn(zone, "spf/neutral-all"), "error");
});

test("a config that is made, changed or deleted on disk counts from then on", () => {
  const { engine, disk } = workspace({});
  const zone = openZone(engine);
  const path = `${ROOT}.mailconfig.yaml`;
  disk.set(path, `${CONFIG}rules: { spf/neutral-all: info }\n`);
  engine.fileAdded(path);
  assert.equal(severityIn(zone, "spf/neutral-all"), "info");
  disk.set(path, `${CONFIG}rules: { spf/neutral-all: hint }\n`);
  engine.fileChanged(path);
  assert.equal(severityIn(zone, "spf/neutral-all"), "hint");
  engine.fileRemoved(path);
  assert.equal(severityIn(zone, "spf/neutral-all"), "warning");
});

test("the command line's own severities win over the config's", () => {
  const { engine } = workspace({ ".mailconfig.yaml": `${CONFIG}rules: { spf/neutral-all: error }\n` });
  const findings = openZone(engine).lint({ ...OPTIONS, overrides: { "spf/neutral-all": "hint" } });
  assert.equal(findings.find((it) => it.code === "spf/neutral-all")?.severity, "hint");
});

test("of a zone file that was renamed the config says so, and the fix writes the new path", () => {
  const { engine, rename } = workspace({ ".mailconfig.yaml": CONFIG, "dns/a.zone": ZONE });
  const config = engine.open(`${ROOT}.mailconfig.yaml`, "config", CONFIG);
  const missing = () => config.lint(OPTIONS).find((it) => it.code === "cross/zone-file-missing");
  assert.equal(missing(), undefined);
  rename("dns/a.zone", "zones/new%20name.txt");
  engine.fileRenamed(`${ROOT}dns/a.zone`, `${ROOT}zones/new%20name.txt`);
  assert.equal(
    missing()?.message,
    "`dns/a.zone` was renamed, so example.com is not checked against DNS. Write `zones/new name.txt`.",
  );
  assert.equal(missing()?.fixes[0]?.edits[0]?.newText, "zones/new name.txt");
});

test("a folder that was renamed takes its zones and configs with it", () => {
  const { engine, rename } = workspace({ ".mailconfig.yaml": CONFIG, "dns/a.zone": ZONE, "dns/b.zone": "" });
  const config = engine.open(`${ROOT}.mailconfig.yaml`, "config", CONFIG);
  rename("dns/a.zone", "zones/a.zone");
  engine.fileRenamed(`${ROOT}dns`, `${ROOT}zones`);
  const [finding] = config.lint(OPTIONS).filter((it) => it.code === "cross/zone-file-missing");
  assert.match(finding?.message ?? "", /was renamed.*Write `zones\/a\.zone`/);
  assert.deepEqual(engine.project.paths("zone"), [`${ROOT}zones/a.zone`, `${ROOT}zones/b.zone`]);
});

test("a file that no config names is proposed where it holds the zone, by its name or its SOA", () => {
  for (const [name, text] of [
    ["db.example.com", ""],
    ["live.zone", ZONE],
  ] as const) {
    const { engine } = workspace({
      ".mailconfig.yaml": CONFIG,
      [name]: text,
      "other.zone": SOA.replaceAll("com", "net"),
    });
    const config = engine.open(`${ROOT}.mailconfig.yaml`, "config", CONFIG);
    const [finding] = config.lint(OPTIONS).filter((it) => it.code === "cross/zone-file-missing");
    assert.equal(
      finding?.message,
      `\`dns/a.zone\` is not there, so example.com is not checked against DNS. \`${name}\` holds its zone: write that.`,
    );
  }
});

test("a keystroke in an account does not read the zones that the config names again", () => {
  const accounts = Array.from(
    { length: 20 },
    (_, number) => `  a${number}:\n    from: a@a.example.com\n    smtp: smtp://203.0.113.9\n`,
  );
  const disk = new Map([[`${ROOT}dns/a.zone`, ZONE.replace("?all", "-all")]]);
  const host = treeHost(disk);
  let reads = 0;
  const engine = createEngine({
    ...host,
    readFile(from, reference) {
      if (reference.endsWith("a.zone")) reads++;
      return host.readFile(from, reference);
    },
  });
  const config = engine.open(`${ROOT}.mailconfig.yaml`, "config", `${CONFIG}accounts:\n${accounts.join("")}`);
  assert.ok(config.lint(OPTIONS).some(({ code }) => code === "cross/spf-sender-not-listed"));
  // Once to see whether it is there, which every look does, and once for its records.
  assert.equal(reads, 2);
  config.edit({ start: { line: 4, character: 10 }, end: { line: 4, character: 11 } }, "b");
  config.lint(OPTIONS);
  assert.equal(reads, 3);
  disk.set(`${ROOT}dns/a.zone`, ZONE.replace("?all", "ip4:203.0.113.9 ~all"));
  engine.fileChanged(`${ROOT}dns/a.zone`);
  assert.ok(!config.lint(OPTIONS).some(({ code }) => code === "cross/spf-sender-not-listed"));
});

test("a zone that another config names is not proposed", () => {
  const { engine } = workspace({
    ".mailconfig.yaml": CONFIG,
    "b/.mailconfig.yaml": "version: 1\nzones: { example.com: live.zone }\n",
    "b/live.zone": ZONE,
  });
  const config = engine.open(`${ROOT}.mailconfig.yaml`, "config", CONFIG);
  const [finding] = config.lint(OPTIONS).filter((it) => it.code === "cross/zone-file-missing");
  assert.deepEqual(finding?.fixes, []);
});
