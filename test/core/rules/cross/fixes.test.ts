import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { RULES } from "../../../../server/src/core/rules/index.ts";
import { applyEdits, LineIndex } from "../../../../server/src/core/text/span.ts";
import { CROSS_FILES } from "../../../support/crossFiles.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const DKIM = (zone: string, key: string) =>
  `version: 1\nzones: { example.com: ${zone} }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: ${key} } ]`;

const CASES: readonly (readonly [code: string, zone: string, config: string])[] = [
  ["cross/dkim-key-mismatch", "other.zone", DKIM("other.zone", "s1.pem")],
  ["cross/dkim-key-mismatch", "ed.zone", DKIM("ed.zone", "s1.pem")],
  ["cross/dkim-key-mismatch", "revoked.zone", DKIM("revoked.zone", "ed.pem")],
  [
    "cross/dmarc-below-profile",
    "monitored.zone",
    "version: 1\nprofile: ecommerce\ndomain: example.com\nzones: { example.com: monitored.zone }",
  ],
  ["cross/dkim-not-published", "bad.zone", DKIM("bad.zone", "s1.pem")],
  [
    "cross/spf-sender-not-listed",
    "google.zone",
    "version: 1\nzones: { example.com: google.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
  ],
  [
    "cross/spf-sender-not-listed",
    "bare.zone",
    "version: 1\nzones: { example.com: bare.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
  ],
  [
    "cross/dmarc-not-published",
    "bare.zone",
    "version: 1\nzones: { example.com: bare.zone }\naccounts: { ops: { from: ops@example.com } }",
  ],
];

function findings(config: string, code: string, files: Readonly<Record<string, string>>) {
  const source = createEngine(memoryHost({ files }), RULES).open(".mailconfig.yaml", "config", config);
  const all = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
  return all.filter((it) => it.code === code);
}

for (const [code, path, config] of CASES) {
  test(`the fix of ${code} mends ${path}`, () => {
    const edits = findings(config, code, CROSS_FILES)[0]?.fixes[0]?.edits ?? [];
    assert.ok(edits.length > 0 && edits.every((it) => it.path === path), "the fix changes the zone");
    const old = CROSS_FILES[path] ?? "";
    const lines = new LineIndex(old);
    const spans = edits.map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    }));
    const files = { ...CROSS_FILES, [path]: applyEdits(old, spans) };
    assert.deepEqual(findings(config, code, files), []);
    const zone = createEngine(memoryHost(), RULES).open(path, "zone", files[path] ?? "");
    const errors = zone.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
    assert.deepEqual(
      errors.filter((it) => it.severity === "error").map((it) => it.message),
      [],
    );
  });
}
