import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv } from "ajv";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import { configSchema } from "../../../server/src/core/facts/configSchema.ts";
import { memoryHost } from "../../support/memoryHost.ts";

const require = createRequire(import.meta.url);
const schema = configSchema();
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
const isValid = ajv.compile(schema);

test("the schema passes the official schema of its draft", () => {
  assert.equal(schema["$schema"], "http://json-schema.org/draft-07/schema#");
  assert.equal(ajv.validateSchema(schema, false), true, JSON.stringify(ajv.errors));
});

test("the published schema is this one, and editors of YAML are told of it", () => {
  const { contributes } = require("../../../package.json");
  const [entry] = contributes.yamlValidation;
  assert.deepEqual(JSON.parse(readFileSync(entry.url, "utf8")), schema);
  assert.deepEqual(entry.fileMatch, [".mailconfig.yaml", ".mailconfig.yml", "*.mailconfig.yaml", "*.mailconfig.yml"]);
});

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Every key of the format once. JSON is YAML, so both read the same text. */
const WHOLE: Json = {
  version: 1,
  domain: "example.com",
  profile: "standard",
  zones: { "example.com": "a.zone" },
  accounts: {
    ops: {
      provider: "fastmail",
      from: "ops@example.com",
      smtp: {
        host: "smtp.fastmail.com",
        port: 465,
        security: "tls",
        auth: { method: "plain", username: "ops@example.com", password: "${env:APP_PASSWORD}" },
        tls: { minVersion: "TLSv1.2", servername: "smtp.fastmail.com", rejectUnauthorized: true, caFile: "ca.pem" },
        ehloName: "mail.example.com",
        timeouts: { connection: "10s", greeting: "10s", socket: "60s" },
        keepAlive: "30s",
        pool: { maxConnections: 5, maxMessages: 100, ratePerSecond: 10 },
        failover: ["smtps://smtp.eu.example.com"],
      },
      imap: { host: "imap.fastmail.com", port: 993, security: "tls" },
      pop3: "pop3s://pop.fastmail.com",
    },
  },
  dkim: [{ domain: "example.com", selector: "s1", privateKeyFile: "s1.pem" }],
  logging: { retention: "180d", maxSize: "1GB" },
  test: { to: "a@example.com", subject: "Test", text: "It works.", dsn: ["failure"], readReceipt: false },
  rules: { "spf/neutral-all": "off" },
};

const ODD: readonly Json[] = [
  "x y",
  null,
  "${env:NAME}",
  "${oops}",
  7,
  -1,
  1e9,
  true,
  [],
  ["x"],
  {},
  { x: 1 },
  "465",
  "10",
  "tls",
];

/** The config with each of its values, at any depth, in the place of another. */
function* variants(of: Json, path: readonly string[] = []): Generator<{ readonly path: string; readonly value: Json }> {
  for (const odd of ODD) yield { path: path.join("."), value: odd };
  if (typeof of !== "object" || of === null) return;
  for (const [key, inner] of Object.entries(of)) {
    for (const it of variants(inner as Json, [...path, key])) {
      yield {
        path: it.path,
        value: Array.isArray(of) ? of.map((x, at) => (String(at) === key ? it.value : x)) : { ...of, [key]: it.value },
      };
    }
  }
}

/** The rules that say what a schema could say. */
const JUDGES = new Set(["config/schema", "config/unknown-key", "config/undefined-reference", "config/from-address"]);

function accepts(config: Json): boolean {
  const source = createEngine(memoryHost()).open(".mailconfig.yaml", "config", JSON.stringify(config));
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
  return !findings.some(({ code }) => JUDGES.has(code));
}

/** Where our check sees more than a schema can say, or says it by another rule. */
function at(value: Json, path: string): Json | undefined {
  return path === ""
    ? value
    : path
        .split(/\.(?!com\b)/)
        .reduce<Json | undefined>((inner, key) => (inner as { readonly [key: string]: Json })?.[key], value);
}

const KNOWN_GAPS: readonly (readonly [what: RegExp, why: string])[] = [
  [/ "\$\{oops\}"$/, "config/undefined-reference looks into texts, and leaves those of a test mail alone"],
  [/^ we accept \{\}$/, "an empty file is where one begins"],
  [/failover\.0 we refuse \{\}$/, "a server needs a host, unless its account's provider has one"],
  [/dsn\.0 we accept null$/, "an empty item is about to be typed"],
];

test("the schema and our own check agree on eight hundred configs", (t) => {
  assert.ok(isValid(WHOLE), JSON.stringify(isValid.errors));
  assert.ok(accepts(WHOLE));
  const counts = { same: 0, gaps: 0 };
  const strange: string[] = [];
  for (const { path, value } of variants(WHOLE)) {
    const [ours, theirs] = [accepts(value), isValid(value) as boolean];
    const what = `${path} ${ours ? "we accept" : "we refuse"} ${JSON.stringify(at(value, path))}`;
    if (ours === theirs) counts.same++;
    else if (KNOWN_GAPS.some(([gap]) => gap.test(what))) counts.gaps++;
    else strange.push(what);
  }
  t.diagnostic(
    `${counts.same} configs judged alike, ${counts.gaps} in gaps that are known, ${strange.length} otherwise`,
  );
  assert.deepEqual(strange, []);
});

test("the examples are valid", () => {
  const { load } = require("js-yaml");
  for (const folder of ["good"]) {
    for (const name of readdirSync(`examples/${folder}`).filter((it) => it.endsWith(".yaml"))) {
      const config = load(readFileSync(`examples/${folder}/${name}`, "utf8"));
      assert.ok(isValid(config), JSON.stringify(isValid.errors));
    }
  }
});
