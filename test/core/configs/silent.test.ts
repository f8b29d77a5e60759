import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { memoryHost } from "../../support/memoryHost.ts";

// Configs as people write them, in many styles: none may have a finding, but the hint that a provider has implicit TLS too.

const FOLDER = "test/core/configs";
const FILES = readdirSync(FOLDER).filter((it) => it.endsWith(".yaml"));

function findingsIn(text: string): readonly string[] {
  const source = createEngine(memoryHost()).open(".mailconfig.yaml", "config", text);
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 1000, language: "en" });
  const loud = findings.filter(({ code }) => code !== "config/prefer-implicit-tls");
  return loud.map(({ code, range, message }) => `${range.start.line + 1}: ${code} ${message}`);
}

for (const name of FILES) {
  const text = readFileSync(`${FOLDER}/${name}`, "utf8").replaceAll("\r\n", "\n");
  test(`${name} is silent`, () => assert.deepEqual(findingsIn(text), []));
  test(`${name} is silent with CR LF, with a byte order mark, and with tabs before comments`, () => {
    assert.deepEqual(findingsIn(text.replaceAll("\n", "\r\n")), []);
    assert.deepEqual(findingsIn(`\ufeff${text}`), []);
    const commented = text.replace(/^(\s+(?:host|from): [^#\n"'{]*[^#\n"'{\s,])$/gm, "$1\t# a comment\there");
    assert.deepEqual(findingsIn(commented), []);
  });
}

test("a config of a hundred accounts is silent", () => {
  const accounts = Array.from({ length: 100 }, (_, at) =>
    [
      `  account-${at}:`,
      `    from: team-${at}@fleet.example`,
      "    smtp:",
      "      host: smtp.fleet.example",
      "      port: 465",
      "      security: tls",
      `      auth: { method: plain, username: team-${at}@fleet.example, password: "\${env:TEAM_${at}_PASSWORD}" }`,
    ].join("\n"),
  );
  assert.deepEqual(findingsIn(`version: 1\naccounts:\n${accounts.join("\n\n")}\n`), []);
});
