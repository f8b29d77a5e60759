import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { PROVIDERS } from "../../../../server/src/core/facts/providers.ts";
import { completeAt } from "../../../../server/src/core/features/index.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { LineIndex } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const ZONE = `$ORIGIN example.com.
@ 3600 SOA ns1 host 1 2h 15m 4w 1h
@ NS ns1
s2026._domainkey TXT "v=DKIM1; p="
s2025._domainkey TXT "v=DKIM1; p="
s9._domainkey.sub TXT "v=DKIM1; p="
`;

const HOST = memoryHost({
  files: {
    "dns/example.com.zone": ZONE,
    "dns/example.org.zone": "",
    "keys/s2026.pem": "",
    "ca.crt": "",
    "notes.txt": "",
    "db.example.net": "",
  },
  environment: ["PATH", "SMTP_PASSWORD", "HOME", "odd(name)"],
});

const ROOT = /^(?:version|domain|profile|zones|accounts|dkim|logging|test|rules)$/;
const ACCOUNT = /^(?:provider|from|smtp|imap|pop3)$/;
const SERVER = /^(?:host|port|security|auth|tls|timeouts|ehloName|keepAlive|pool|failover)$/;
const AUTH = /^(?:method|username|password|accessToken|clientId|clientSecret|refreshToken|accessUrl)$/;
const KEY = /^(?:domain|selector|privateKeyFile)$/;
const SEVERITY = /^(?:error|warning|info|hint|off)$/;
const RULE = /^[a-z-]+\/(?:[a-z0-9-]+|\*)$/;
const REFERENCE = /^\$\{(?:env|secret):[\w-]+\}$/;
const NOTHING = /^$/;
const known = PROVIDERS.map(({ id }) => id);

interface Place {
  /** The cursor is `|`. */
  readonly at: string;
  /** What comes first; `undefined` where nothing is to be offered. */
  readonly first: string | undefined;
  /** What every label looks like. */
  readonly all: RegExp;
  /** Must not be among them. */
  readonly never?: readonly string[];
}

const DKIM = "version: 1\ndomain: example.com\nzones: { example.com: dns/example.com.zone }\n";

const PLACES: Readonly<Record<string, Place>> = {
  "an empty file": { at: "|", first: "version", all: ROOT },
  "a half-typed key of the root": { at: "version: 1\nacc|", first: "domain", all: ROOT, never: ["version"] },
  "a key between others": { at: "version: 1\n|\naccounts: {}\n", first: "domain", all: ROOT, never: ["accounts"] },
  "a key after a list": { at: "version: 1\ndkim:\n  - domain: a\n|", first: "domain", all: ROOT, never: ["dkim"] },
  "a comment": { at: "version: 1 # he|", first: undefined, all: NOTHING },
  "the version": { at: "version: |", first: "1", all: /^1$/ },
  "the profile": { at: "profile: e|", first: "standard", all: /^(?:standard|ecommerce|pci-dss)$/ },
  "a key of an account": { at: "accounts:\n  ops:\n    |", first: "provider", all: ACCOUNT },
  "a key beside others of an account": {
    at: "accounts:\n  ops:\n    provider: qq\n    |\n    smtp: smtps://a\n",
    first: "from",
    all: ACCOUNT,
    never: ["provider", "smtp"],
  },
  "a key of an account in braces": { at: "accounts: { ops: { | } }", first: "provider", all: ACCOUNT },
  "an unclosed account in braces": {
    at: "accounts: { ops: { from: a, |",
    first: "provider",
    all: ACCOUNT,
    never: ["from"],
  },
  "a new account": { at: "accounts:\n  |", first: "account with its own server", all: /^account / },
  "a provider": { at: "accounts:\n  ops:\n    provider: |", first: known[0], all: /^[\w.-]+$/ },
  "a provider, half-typed": {
    at: "accounts:\n  ops:\n    provider: q|\n    from: a@example.com\n",
    first: known[0],
    all: /^[\w.-]+$/,
  },
  "a key of a server": {
    at: "accounts:\n  ops:\n    smtp:\n      |",
    first: "host",
    all: /^(?:host|port|security|auth|tls|timeouts|ehloName|keepAlive|pool|failover|smtps?:.*|submissions?:.*)$/,
  },
  "a key of a server beside others": {
    at: "accounts:\n  ops:\n    smtp:\n      host: a\n      |",
    first: "port",
    all: SERVER,
    never: ["host"],
  },
  "a key of a server in braces": {
    at: "accounts:\n  ops:\n    smtp: { host: a, p|",
    first: "port",
    all: SERVER,
    never: ["host"],
  },
  "a server's port": {
    at: "accounts:\n  ops:\n    smtp: { port: | }",
    first: "465",
    all: /^\d+$/,
    never: ["25", "993"],
  },
  "the port of IMAP": { at: "accounts:\n  ops:\n    imap:\n      port: |", first: "993", all: /^\d+$/, never: ["465"] },
  "the security": {
    at: "accounts:\n  ops:\n    smtp:\n      security: s|",
    first: "tls",
    all: /^(?:tls|starttls|none)$/,
  },
  "the security without a blank": {
    at: "accounts:\n  ops:\n    smtp:\n      security:|",
    first: "tls",
    all: /^(?:tls|starttls|none)$/,
  },
  "the host at a provider": {
    at: "accounts:\n  ops:\n    provider: qq\n    smtp:\n      host: |",
    first: "smtp.qq.com",
    all: /qq\.com$/,
  },
  "the login's method": {
    at: "accounts:\n  ops:\n    smtp:\n      auth: { method: | }",
    first: "plain",
    all: /^(?:plain|login|cram-md5|xoauth2|none)$/,
  },
  "a key of the login after a merge": {
    at: "x-a: &a { host: a, port: 465 }\naccounts:\n  ops:\n    smtp:\n      <<: *a\n      auth:\n        method: plain\n        |",
    first: "username",
    all: AUTH,
    never: ["method"],
  },
  "a key of a server after a merge": {
    at: "x-a: &a { host: a, port: 465 }\naccounts:\n  ops:\n    smtp:\n      <<: *a\n      |",
    first: "security",
    all: SERVER,
    never: ["<<"],
  },
  "a password": {
    at: "accounts:\n  ops:\n    smtp:\n      auth:\n        password: |",
    first: "${env:…}",
    all: /^\$\{(?:env|secret):…\}$/,
  },
  "a name of the environment": {
    at: 'accounts:\n  ops:\n    smtp:\n      auth:\n        password: "${env:|"\n',
    first: "${env:SMTP_PASSWORD}",
    all: /^\$\{env:\w+\}$/,
    never: ["${secret:name}", "${env:odd(name)}"],
  },
  "a name of a secret": {
    at: 'accounts:\n  a: { smtp: { auth: { password: "${secret:ops-password}" } } }\n  b: { smtp: { auth: { password: "${secret:|}" } } }\n',
    first: "${secret:ops-password}",
    all: /^\$\{secret:[\w-]+\}$/,
    never: ["${env:PATH}"],
  },
  "a reference of either kind": {
    at: "accounts: { ops: { smtp: { auth: { password: '${|' } } } }",
    first: "${env:NAME}",
    all: REFERENCE,
  },
  "an address of a server": {
    at: "accounts:\n  ops:\n    imap: |",
    first: "imap://",
    all: /^imaps?:\/\/$/,
    never: ["smtp://"],
  },
  "an address of a server, half-typed": {
    at: "accounts:\n  ops:\n    imap: imap|\n",
    first: "imap://",
    all: /^imaps?:\/\/$/,
  },
  "an address at a provider": {
    at: "accounts:\n  ops:\n    provider: qq\n    smtp: |",
    first: "smtp://smtp.qq.com",
    all: /^(?:smtps?|submissions?):\/\/smtp\.qq\.com$/,
  },
  "a stand-by in a list": {
    at: "accounts:\n  ops:\n    smtp:\n      failover: [ | ]",
    first: "smtp://",
    all: /^(?:smtps?|submissions?):\/\/$/,
  },
  "a stand-by behind a dash": {
    at: "accounts:\n  ops:\n    smtp:\n      failover:\n        - |",
    first: "smtp://",
    all: /^(?:host|port|security|auth|tls|timeouts|ehloName|keepAlive|pool|(?:smtps?|submissions?):\/\/)$/,
  },
  "a domain with a zone": { at: "domain: example.org\nzones:\n  |", first: "example.org", all: /^example\.org$/ },
  "a zone file": { at: "zones:\n  example.org: |", first: "dns/example.org.zone", all: /\.zone$|^db\./ },
  "a zone file, half-typed": {
    at: "zones: { example.com: dns/e| }",
    first: "dns/example.com.zone",
    all: /\.zone$|^db\./,
    never: ["notes.txt"],
  },
  "a key file": {
    at: `${DKIM}dkim:\n  - { domain: example.com, privateKeyFile: k| }`,
    first: "keys/s2026.pem",
    all: /\.pem$/,
  },
  "a file of authorities": {
    at: "accounts:\n  ops:\n    smtp:\n      tls:\n        caFile: |",
    first: "ca.crt",
    all: /\.(?:pem|crt)$/,
  },
  "a selector of the zone": {
    at: `${DKIM}dkim:\n  - domain: example.com\n    selector: |`,
    first: "s2026",
    all: /^s202[56]$/,
  },
  "a selector that is not taken": {
    at: `${DKIM}dkim:\n  - { domain: example.com, selector: s2026 }\n  - { domain: example.com, selector: | }`,
    first: "s2025",
    all: /^s2025$/,
  },
  "a key of a signing key": { at: "dkim:\n  - |", first: "domain", all: KEY },
  "a further key of a signing key": {
    at: "dkim:\n  - domain: a\n    |",
    first: "selector",
    all: KEY,
    never: ["domain"],
  },
  "a signing domain": { at: `${DKIM}dkim: [ { domain: | } ]`, first: "example.com", all: /^example\.com$/ },
  "a rule": { at: "rules:\n  |", first: "bimi/*", all: RULE },
  "a rule in braces beside another": {
    at: "rules: { spf/ptr: off, | }",
    first: "bimi/*",
    all: RULE,
    never: ["spf/ptr"],
  },
  "a rule's severity": { at: "rules:\n  spf/ptr: |", first: "error", all: SEVERITY },
  "a word of a list": {
    at: "test: { dsn: [failure, | ] }",
    first: "success",
    all: /^(?:success|failure|delay|never)$/,
    never: ["failure"],
  },
  "yes or no": { at: "test:\n  readReceipt: |", first: "true", all: /^(?:true|false)$/ },
  "a second document": {
    at: "version: 1\ndomain: a.example\n---\nversion: 1\n|",
    first: "domain",
    all: ROOT,
    never: ["version"],
  },
  "an account of a second document": {
    at: "accounts: { ops: { provider: gmail } }\n---\naccounts:\n  ops:\n    provider: qq\n    smtp:\n      host: |",
    first: "smtp.qq.com",
    all: /qq\.com$/,
  },
  "a key below a broken line": {
    at: 'domain: "exam\naccounts:\n  ops:\n    from: a: b\n    |',
    first: "provider",
    all: ACCOUNT,
    never: ["from"],
  },
  "a key above an unclosed quote": {
    at: 'accounts:\n  ops:\n    smtp:\n      |\n      host: "a\n  dev:\n    from: b\n',
    first: "port",
    all: SERVER,
    never: ["host"],
  },
  "a key behind tabs": { at: "accounts:\n\tops:\n\t\t|", first: "provider", all: ACCOUNT },
  "a text of a block": { at: "test:\n  text: |-\n    It |works".replace("|-", ">-"), first: undefined, all: NOTHING },
  "a user's own key": { at: "x-mine:\n  |", first: undefined, all: NOTHING },
};

const t = translator("en");

for (const [name, { at, first, all, never = [] }] of Object.entries(PLACES)) {
  test(`completion at ${name}: ${JSON.stringify(at)}`, () => {
    const offset = at.indexOf("|");
    const text = at.slice(0, offset) + at.slice(offset + 1);
    const source = createEngine(HOST).open(".mailconfig.yaml", "config", text);
    const items = completeAt(source, new LineIndex(text).positionAt(offset), t).toSorted((a, b) =>
      (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1,
    );
    const labels = items.map(({ label }) => label);
    assert.equal(labels[0], first, labels.join(", "));
    assert.deepEqual(
      labels.filter((it) => !all.test(it) || never.includes(it)),
      [],
    );
    assert.equal(new Set(labels).size, labels.length, labels.join(", "));
  });
}
