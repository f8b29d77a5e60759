import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ExportTarget } from "../../../server/src/core/export/index.ts";
import { importSettings, placeSecrets, writeConfig } from "../../../server/src/core/import/index.ts";
import type { ImportedAccount, ImportedServer } from "../../../server/src/core/import/settings.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { exported } from "../../export/support.ts";

const t = translator("en");
const NAMES: Readonly<Record<string, string>> = {
  nodemailer: "transport.mjs",
  msmtp: ".msmtprc",
  postfix: "main.cf",
  thunderbird: "config-v1.1.xml",
};

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const host = fc.tuple(label, label).map(([a, b]) => `${a}.${b}.example`);
/** Anything that a person can type and that is no reference. */
const word = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter(
    (it) => it.trim() === it && !it.includes("${") && !/\p{Cc}|[\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/u.test(it),
  );
const seconds = fc.integer({ min: 1, max: 500 }).map((it) => it * 1000);
const security = fc.constantFrom("tls" as const, "starttls" as const, "none" as const);
const port = fc.constantFrom(25, 465, 587, 2525, 993);
const password = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,12}$/).map((it) => ({ reference: `\${env:${it}}` }));

/** What every one of the formats can say about a server that mail is sent through. */
function smtpOf(more: object) {
  const auth = fc.record({
    method: fc.constantFrom("plain" as const, "login" as const, "cram-md5" as const),
    username: word,
    password,
  });
  return fc.record({ host, port, security, auth, ...more });
}

interface Case {
  readonly target: ExportTarget;
  readonly server: fc.Arbitrary<ImportedServer>;
}

const CASES: readonly Case[] = [
  {
    target: "nodemailer",
    server: smtpOf({
      ehloName: fc.option(host, { nil: undefined }),
      tls: fc.record({
        minVersion: fc.constantFrom(undefined, "TLSv1.2", "TLSv1.3"),
        servername: fc.option(host, { nil: undefined }),
        rejectUnauthorized: fc.constantFrom(undefined, false),
      }),
      timeouts: fc.record({ connection: seconds, greeting: seconds, socket: seconds }),
      pool: fc.record({
        maxConnections: fc.integer({ min: 1, max: 50 }),
        maxMessages: fc.integer({ min: 1, max: 500 }),
        ratePerSecond: fc.integer({ min: 1, max: 100 }),
      }),
    }),
  },
  {
    target: "msmtp",
    server: smtpOf({
      ehloName: fc.option(host, { nil: undefined }),
      tls: fc.record({
        servername: fc.option(host, { nil: undefined }),
        rejectUnauthorized: fc.constantFrom(undefined, false),
      }),
      timeouts: seconds.map((it) => ({ connection: it, socket: it })),
    }),
  },
  {
    target: "postfix",
    server: fc.record({
      host,
      port,
      security,
      ehloName: host,
      timeouts: fc.record({ connection: seconds, greeting: seconds }),
    }),
  },
  { target: "thunderbird", server: smtpOf({}) },
];

function roundTrip(account: ImportedAccount, target: ExportTarget): readonly ImportedAccount[] {
  const config = writeConfig({ accounts: [account] }, t);
  const imported = importSettings(NAMES[target] ?? "", exported(config, target), { address: "ops@example.com" });
  return placeSecrets(imported, "environment").accounts;
}

/** Without what is absent, and without what only one side says: JSON has no `undefined`. */
function plain(server: ImportedServer | undefined): unknown {
  const { failover: _none, ...rest } = server ?? {};
  return JSON.parse(
    JSON.stringify(rest, (_key, value) =>
      typeof value === "object" && value !== null && Object.values(value).every((it) => it === undefined)
        ? undefined
        : value,
    ),
  );
}

for (const { target, server } of CASES) {
  test(`what is exported for ${target} is imported as the same account`, () => {
    fc.assert(
      fc.property(server, (smtp) => {
        const account = { name: "ops", from: "ops@example.com", smtp };
        const [back, ...others] = roundTrip(account, target);
        assert.deepEqual(others, []);
        assert.deepEqual(plain(back?.smtp), plain(expected(smtp, target)));
        if (target !== "postfix") assert.equal(back?.from, "ops@example.com");
      }),
      { numRuns: 300 },
    );
  });
}

/** Two ways to log in have one name in autoconfig, and the password has none there. */
function expected(smtp: ImportedServer, target: ExportTarget): ImportedServer {
  // Without TLS there is nothing to say about certificates.
  const { tls, ...bare } = smtp;
  if (target === "msmtp" && smtp.security === "none") return bare;
  if (target !== "thunderbird" || smtp.auth === undefined) return smtp;
  const method = smtp.auth.method === "login" ? ("plain" as const) : smtp.auth.method;
  return {
    ...smtp,
    auth: { method, username: smtp.auth.username, password: { reference: "${env:EXAMPLE_SMTP_PASSWORD}" } },
  };
}
