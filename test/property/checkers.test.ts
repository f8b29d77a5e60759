import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { RULES } from "../../server/src/core/rules/index.ts";
import { memoryHost } from "../support/memoryHost.ts";
import { generatedZone, mutatedZone } from "./randomZones.ts";

const COUNT = Number(process.env["MAILCONFIG_ZONES"] ?? 500);
/** Never to be raised. */
const MOST_DIFFERENCES = 7;

/** `milder rule: reason` or `stricter rule: reason` a line: where we say warning, or error, on purpose. */
const differences = new Map(
  readFileSync("test/property/checkers.txt", "utf8")
    .trim()
    .split("\n")
    .map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]),
);

/** What those two look at; they know nothing of policies in TXT records. */
const GROUPS = /^(?:zone|mx|srv|tlsa|caa)\//;

const areInstalled = ["named-checkconf", "kzonecheck"].every((it) => spawnSync(it, ["-h"]).error === undefined);
const skip = areInstalled ? false : "named-checkzone and kzonecheck are not installed";

interface Zone {
  readonly seed: number;
  readonly origin: string;
  readonly text: string;
  /** The rules that say error. */
  readonly errors: readonly string[];
}

for (const [what, zoneOf] of [
  ["generated", generatedZone],
  ["mutated", mutatedZone],
] as const) {
  test(`${COUNT} ${what} zones are judged as named-checkzone and kzonecheck agree`, { skip }, (t) => {
    const folder = mkdtempSync(join(tmpdir(), "mailconfig-zones-"));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const zones = Array.from({ length: COUNT }, (_, seed): Zone => {
      const origin = `z${seed}.test`;
      const text = zoneOf(seed).replaceAll("example.com", origin);
      writeFileSync(join(folder, `${origin}.zone`), text);
      return { seed, origin, text, errors: errorsOf(text, origin) };
    });
    const taken = takenByBind(zones, folder);
    const disagreements = zones
      .filter(({ origin, errors }) => errors.length > 0 === taken.has(origin))
      .filter(({ origin, errors }) => errors.length > 0 === isTakenByKnot(origin, folder))
      .filter(({ errors }) => errors.length === 0 || errors.some((code) => !differences.has(`milder ${code}`)))
      .map(({ seed, text, errors }) => {
        return `seed ${seed}: ${errors.length > 0 ? `both accept, ours says ${errors}` : "both reject"}\n${text}`;
      });
    if (what === "generated") assert.ok(taken.size > 0.9 * COUNT, `BIND takes ${taken.size}`);
    t.diagnostic(`corpus ${what} zones: ${COUNT - disagreements.length} of ${COUNT}`);
    assert.deepEqual(disagreements, []);
  });
}

test("rules that differ on purpose have reasons and do not grow in number", () => {
  for (const [what, reason] of differences) {
    const [, way, code] = /^(milder|stricter) (\S+)$/.exec(what) ?? [];
    assert.ok(way !== undefined && RULES.some((it) => it.code === code), what);
    assert.ok(reason.length > 20, `${what} has no reason`);
  }
  assert.ok(differences.size <= MOST_DIFFERENCES);
});

function errorsOf(zone: string, origin: string): string[] {
  const source = createEngine(memoryHost(), RULES).open("test", "zone", zone, { origin: `${origin}.` });
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 1_000, language: "en" });
  const errors = findings.filter(({ code, severity }) => {
    return GROUPS.test(code) && (severity === "error" || differences.has(`milder ${code}`));
  });
  return [...new Set(errors.map(({ code }) => code))].filter((code) => !differences.has(`stricter ${code}`));
}

/** All in one process: named-checkconf does with each zone of a configuration what named-checkzone does with one. */
function takenByBind(zones: readonly Zone[], folder: string): ReadonlySet<string> {
  const lines = zones.map(({ origin }) => `zone "${origin}" { type primary; file "${origin}.zone"; };`);
  const config = join(folder, "named.conf");
  writeFileSync(config, [`options { directory "${folder}"; check-names primary warn; };`, ...lines, ""].join("\n"));
  const { stdout } = spawnSync("named-checkconf", ["-z", config], { encoding: "utf8", maxBuffer: 1e8 });
  return new Set([...stdout.matchAll(/^zone (\S+)\/IN: loaded serial/gm)].map(([, origin = ""]) => origin));
}

function isTakenByKnot(origin: string, folder: string): boolean {
  return spawnSync("kzonecheck", ["-o", origin, join(folder, `${origin}.zone`)]).status === 0;
}
