import assert from "node:assert/strict";
import { test } from "node:test";
import type { ConfigFile, Server } from "../../../server/src/core/model/config.ts";
import { NO_ZONES, readConfig } from "../../../server/src/core/model/readConfig.ts";
import { memoryHost } from "../../support/memoryHost.ts";

function read(text: string): ConfigFile {
  return readConfig(".mailconfig.yaml", text, memoryHost(), NO_ZONES);
}

function show({ protocol, form, host, port, security, isFailover }: Server): string {
  return `${protocol} ${form}${isFailover ? " failover" : ""} ${host?.value ?? "-"}:${port.value} ${security.value}`;
}

function servers(text: string): string[] {
  return read(text)
    .documents.flatMap(({ accounts }) => accounts)
    .flatMap(({ servers }) => servers)
    .map(show);
}

const SERVERS: readonly (readonly [account: string, ...servers: string[]])[] = [
  ["smtp: { host: a.example, port: 465, security: tls }", "smtp mapping a.example:465 tls"],
  ["smtp: { host: A.example. }", "smtp mapping a.example:465 tls"],
  ['smtp: { host: "${env:SMTP_HOST}" }', "smtp mapping ${env:SMTP_HOST}:465 tls"],
  ["smtp: { host: a.example, port: 587 }", "smtp mapping a.example:587 starttls"],
  ["smtp: { host: a.example, security: starttls }", "smtp mapping a.example:587 starttls"],
  ["imap: { host: a.example, security: starttls }", "imap mapping a.example:143 starttls"],
  ["pop3: pop3s://pop.example", "pop3 address pop.example:995 tls"],
  ['smtp: "smtp://ops@a.example:2525"', "smtp address a.example:2525 starttls"],
  ["smtp: submissions://[2001:db8::1]:465", "smtp address 2001:db8::1:465 tls"],
  ["provider: microsoft365", "smtp implied smtp.office365.com:587 starttls"],
  ["provider: qq\n    smtp: { port: 587 }", "smtp mapping smtp.qq.com:587 starttls"],
  ["provider: qq\n    imap: {}", "smtp implied smtp.qq.com:465 tls", "imap mapping imap.qq.com:993 tls"],
  [
    'smtp: { host: a.example, failover: [ "smtps://b.example", { host: c.example, port: 587 } ] }',
    "smtp mapping a.example:465 tls",
    "smtp failover",
  ],
];

for (const [account, ...expected] of SERVERS) {
  test(`effective servers: ${account}`, () => {
    const found = servers(`accounts:\n  ops:\n    ${account}\n`);
    if (expected[1] === "smtp failover") {
      assert.deepEqual(found.slice(1), [
        "smtp address failover b.example:465 tls",
        "smtp mapping failover c.example:587 starttls",
      ]);
      return;
    }
    assert.deepEqual(found, expected);
  });
}

test("spans of an address", () => {
  const text = "accounts: { ops: { smtp: 'smtps://us''er:pw@mail.example:465/x' } }";
  const address = read(text).documents[0]?.accounts[0]?.servers[0]?.address;
  const written = (part?: { span: { start: number; end: number } }) =>
    part && text.slice(part.span.start, part.span.end);
  assert.deepEqual(
    [address?.scheme, address?.user, address?.password, address?.host, address?.port, address?.rest].map(written),
    ["smtps", "us''er", "pw", "mail.example", "465", "/x"],
  );
});

test("aliases, merge keys and several documents are followed", () => {
  const text = [
    "x-defaults: &defaults { port: 587, security: starttls }",
    "accounts:",
    "  a: { smtp: { <<: *defaults, host: a.example } }",
    "  b: { smtp: &b { host: b.example } }",
    "---",
    "accounts:",
    "  c: { smtp: smtps://c.example }",
  ].join("\n");
  assert.deepEqual(servers(text), [
    "smtp mapping a.example:587 starttls",
    "smtp mapping b.example:465 tls",
    "smtp address c.example:465 tls",
  ]);
});

test("what is broken is as if it were not there", () => {
  assert.deepEqual(servers("accounts:\n  ops:\n    smtp:\n      host a.example\n      port: 587\n"), [
    "smtp mapping -:587 starttls",
  ]);
});

test("severities, zones and DKIM keys", () => {
  const file = read(
    "zones: { Example.com: a.zone, mail.example.com.: b.zone }\nrules: { spf/ptr: off, spf/*: Info, x: 1 }\n" +
      "dkim: [ { domain: example.com, selector: s } ]",
  );
  assert.deepEqual(file.severities, { "spf/ptr": "off", "spf/*": "info" });
  assert.deepEqual(
    file.documents[0]?.zones.map(({ domain, file }) => [domain, file.value]),
    [
      ["example.com.", "a.zone"],
      ["mail.example.com.", "b.zone"],
    ],
  );
  assert.equal(file.documents[0]?.dkim[0]?.selector?.value, "s");
});
