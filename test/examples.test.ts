import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { createEngine } from "../server/src/core/engine/engine.ts";
import type { Finding, LintOptions } from "../server/src/core/engine/finding.ts";
import { createNodeHost } from "../server/src/node/nodeHost.ts";

const OPTIONS: LintOptions = { severities: {}, extraTypes: [], limit: 1_000, language: "en" };
const FOLDER = resolve("examples");

test("the good examples give no finding", () => {
  assert.deepEqual(findingsIn("good").map(describe), []);
});

test("each mistake of the guide is found", () => {
  const found = new Set(findingsIn("mistakes").map(({ code }) => code));
  assert.deepEqual(
    EXPECTED.filter((code) => !found.has(code)),
    [],
  );
});

/** What the comments of `examples/mistakes` promise. */
const EXPECTED = [
  "zone/soa-rname",
  "zone/soa-timers",
  "zone/missing-trailing-dot",
  "zone/cname-and-other-data",
  "mx/target-is-ip",
  "spf/multiple-records",
  "spf/multiple-all",
  "spf/unreachable-term",
  "spf/unknown-provider-include",
  "spf/unknown-mechanism",
  "spf/pass-all",
  "dkim/weak-key",
  "dmarc/invalid-policy",
  "dmarc/invalid-report-uri",
  "txt/unquoted-semicolon",
  "config/provider-mismatch",
  "config/host-form",
  "config/port-security",
  "config/literal-secret",
  "config/unknown-key",
  "config/tls-verify-off",
  "config/tls-min-version",
  "config/cleartext-auth",
  "config/port-25",
];

function findingsIn(folder: string): Finding[] {
  const host = createNodeHost({
    roots: () => [FOLDER],
    toFile: (path) => path,
    toPath: (file) => file,
    logError: (what, error) => assert.fail(`${what}: ${error}`),
  });
  const engine = createEngine(host);
  const names = readdirSync(join(FOLDER, folder)).filter((name) => /\.(zone|yaml)$/.test(name));
  return names.flatMap((name) => {
    const path = join(FOLDER, folder, name);
    const source = engine.open(path, name.endsWith(".zone") ? "zone" : "config", readFileSync(path));
    return source.lint(OPTIONS);
  });
}

function describe({ path, range: { start }, code, message }: Finding): string {
  return `${path}:${start.line + 1}:${start.character + 1} ${code}: ${message}`;
}
