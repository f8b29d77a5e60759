import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { configsAround, domainOfPath } from "../../../server/src/core/engine/policyDomain.ts";
import type { Engine, Source } from "../../../server/src/core/index.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const OPTIONS = {
  severities: { "mta-sts/policy-testing": "off" },
  extraTypes: [],
  limit: 1000,
  language: "en",
} as const;
const PATH = "file:///www/mta-sts.example.com/.well-known/mta-sts.txt";
const POLICY = "version: STSv1\nmode: testing\nmx: mx1.example.com\nmax_age: 604800\n";
const ZONE = "$ORIGIN example.com.\n@ SOA ns1 h 1 7200 3600 1209600 3600\n@ MX 10 mx1\n@ MX 20 mx2\n";

function codesOf(source: Source): readonly string[] {
  return source.lint(OPTIONS).map(({ code }) => code);
}

test("the path tells the domain", () => {
  assert.equal(domainOfPath(PATH), "example.com.");
  assert.equal(domainOfPath("C:\\www\\MTA-STS.Example.com\\.well-known\\mta-sts.txt"), "example.com.");
  assert.equal(domainOfPath("mta-sts.txt"), undefined);
  assert.equal(domainOfPath("mta-sts.com/mta-sts.txt"), undefined);
  assert.deepEqual(configsAround("mta-sts.txt"), [".mailconfig.yaml", ".mailconfig.yml"]);
});

test("a zone of the domain that is open is asked, as it is now", () => {
  const engine: Engine = createEngine(memoryHost());
  const policy = engine.open(PATH, "policy", POLICY);
  assert.deepEqual(codesOf(policy), []);
  const zone = engine.open("a.zone", "zone", ZONE);
  engine.open("b.zone", "zone", ZONE.replace("example.com", "example.net"));
  const [finding] = policy.lint(OPTIONS);
  assert.equal(finding?.code, "mta-sts/policy-uncovered-mx");
  assert.deepEqual(finding?.related[0]?.path, "a.zone");
  assert.deepEqual(engine.dependentsOf("a.zone"), [policy]);
  assert.deepEqual(engine.dependentsOf("b.zone"), []);
  zone.edit({ start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }, "");
  assert.deepEqual(codesOf(policy), []);
  policy.edit({ start: { line: 2, character: 4 }, end: { line: 2, character: 7 } }, "mx9");
  assert.deepEqual(codesOf(policy), ["mta-sts/policy-uncovered-mx", "mta-sts/policy-unused-mx"]);
  engine.close("a.zone");
  assert.deepEqual(codesOf(policy), []);
});

test("a config beside the file names the zone, and its changes count", () => {
  const files: Record<string, string> = { "a.zone": ZONE };
  const engine = createEngine(memoryHost({ files }));
  const policy = engine.open("mta-sts.txt", "policy", POLICY);
  assert.deepEqual(codesOf(policy), []);
  const config = engine.open(".mailconfig.yaml", "config", "zones: { example.com: a.zone }\n");
  assert.deepEqual(codesOf(policy), ["mta-sts/policy-uncovered-mx"]);
  assert.deepEqual(engine.dependentsOf(".mailconfig.yaml"), [policy]);
  const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  config.edit(all, "zones: { example.com: a.zone, example.net: b.zone }\n");
  assert.deepEqual(codesOf(policy), [], "which of the two domains nobody says");
  config.edit(all, "domain: example.com\nzones: { example.com: a.zone, example.net: b.zone }\n");
  assert.deepEqual(codesOf(policy), ["mta-sts/policy-uncovered-mx"]);
  files["a.zone"] = ZONE.replace("@ MX 20 mx2\n", "");
  engine.fileChanged("a.zone");
  assert.deepEqual(codesOf(policy), []);
});

test("settings and the language count", () => {
  const policy = createEngine(memoryHost()).open(PATH, "policy", POLICY);
  const severities = { "mta-sts/*": "error" } as const;
  const [finding] = policy.lint({ ...OPTIONS, severities, language: "zh-cn" });
  assert.equal(finding?.severity, "error");
  assert.match(finding?.message ?? "", /发件方/);
});
