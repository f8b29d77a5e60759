import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../server/src/core/engine/engine.ts";
import { applyEdits, LineIndex } from "../../server/src/core/text/span.ts";
import { memoryHost } from "../support/memoryHost.ts";

// What guides to “mail server addresses” teach and what is wrong in it: each mistake as somebody copies it, the rule that
// says so, and what the fix writes.

interface Mistake {
  readonly what: string;
  readonly wrong: string;
  readonly code: string;
  readonly right?: string;
}

const server = (text: string) => `version: 1\naccounts: { ops: { smtp: ${text} } }\n`;

const IN_CONFIGS: readonly Mistake[] = [
  {
    what: "Outlook on 465 with SSL",
    wrong: server("{ host: smtp.office365.com, port: 465, security: tls }"),
    code: "config/provider-mismatch",
    right: server("{ host: smtp.office365.com, port: 587, security: starttls }"),
  },
  {
    what: "the port behind the host",
    wrong: server("{ host: smtp.office365.com:465, security: tls }"),
    code: "config/host-form",
    right: server("{ host: smtp.office365.com, port: 465, security: tls }"),
  },
  {
    what: "the colon form of an address",
    wrong: server('{ host: "SMTP:smtp.example.com:465" }'),
    code: "config/host-form",
    right: server('{ host: "smtp.example.com", port: 465 }'),
  },
  {
    what: "an address where the host belongs",
    wrong: server('{ host: "smtps://smtp.qq.com:465" }'),
    code: "config/host-form",
    right: server('{ host: "smtp.qq.com", port: 465 }'),
  },
  {
    what: "465 with STARTTLS",
    wrong: server("{ host: smtp.example.com, port: 465, security: starttls }"),
    code: "config/port-security",
    right: server("{ host: smtp.example.com, port: 465, security: tls }"),
  },
  {
    what: "587 with SSL",
    wrong: server("{ host: smtp.example.com, port: 587, security: tls }"),
    code: "config/port-security",
    right: server("{ host: smtp.example.com, port: 587, security: starttls }"),
  },
  {
    what: "port 25 for people's mail",
    wrong: server(
      '{ host: smtp.example.com, port: 25, security: starttls, auth: { username: u, password: "${env:P}" } }',
    ),
    code: "config/port-25",
    right: server(
      '{ host: smtp.example.com, port: 587, security: starttls, auth: { username: u, password: "${env:P}" } }',
    ),
  },
  {
    what: "the QQ password in the place of the authorisation code",
    wrong: server('{ host: smtp.qq.com, port: 465, auth: { username: a@qq.com, password: "${env:QQ_PASSWORD}" } }'),
    code: "config/app-password",
  },
  {
    what: "the password in the file",
    wrong: server("{ host: smtp.example.com, port: 465, auth: { username: u, password: hunter2 } }"),
    code: "config/literal-secret",
    right: server('{ host: smtp.example.com, port: 465, auth: { username: u, password: "${env:OPS_SMTP_PASSWORD}" } }'),
  },
  {
    what: "a pool of two hundred",
    wrong: server("{ host: smtp.example.com, port: 465, pool: { maxConnections: 200 } }"),
    code: "config/pool-size",
    right: server("{ host: smtp.example.com, port: 465, pool: { maxConnections: 50 } }"),
  },
  {
    what: "six months of logs where PCI DSS wants a year",
    wrong: "version: 1\nprofile: pci-dss\nlogging: { retention: 180d }\n",
    code: "config/log-retention",
    right: "version: 1\nprofile: pci-dss\nlogging: { retention: 365d }\n",
  },
];

const record = (text: string) => `example.com. 3600 IN TXT "${text}"\n`;

const IN_ZONES: readonly Mistake[] = [
  {
    what: "the SPF name of Outlook",
    wrong: record("v=spf1 include:_spf.google.com include:_spf.outlook.com ~all"),
    code: "spf/unknown-provider-include",
    right: record("v=spf1 include:_spf.google.com include:spf.protection.outlook.com ~all"),
  },
  {
    what: "“greylisting” by two alls",
    wrong: record("v=spf1 include:_spf.google.com ~all include:spf.protection.outlook.com -all"),
    code: "spf/unreachable-term",
    right: record("v=spf1 include:_spf.google.com include:spf.protection.outlook.com ~all -all"),
  },
  {
    what: "the second all",
    wrong: record("v=spf1 include:_spf.google.com ~all -all"),
    code: "spf/multiple-all",
    right: record("v=spf1 include:_spf.google.com ~all"),
  },
  {
    what: "a PRA record",
    wrong: record("spf2.0/pra include:_spf.google.com ~all"),
    code: "spf/sender-id",
    right: record("v=spf1 include:_spf.google.com ~all"),
  },
  {
    what: "a DKIM key in attributes",
    wrong: `dkim._domainkey.example.com. 3600 IN TXT "selector=\\"dkim\\" key=k3JzAbCd"\n`,
    code: "dkim/syntax",
  },
  {
    what: "a report address without mailto",
    wrong: `_dmarc.example.com. 3600 IN TXT "v=DMARC1; p=quarantine; rua=dmarc@example.com"\n`,
    code: "dmarc/invalid-report-uri",
    right: `_dmarc.example.com. 3600 IN TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.com"\n`,
  },
];

function check(kind: "config" | "zone", { wrong, code, right }: Mistake): void {
  const path = kind === "config" ? ".mailconfig.yaml" : "example.com.zone";
  const source = createEngine(memoryHost()).open(path, kind, wrong);
  const findings = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
  const found = findings.filter((it) => it.code === code);
  assert.ok(found.length > 0, `${code} among ${findings.map((it) => it.code).join(", ")}`);
  if (right === undefined) return;
  const lines = new LineIndex(wrong);
  const results = found.flatMap(({ fixes }) =>
    fixes.map(({ edits }) =>
      applyEdits(
        wrong,
        edits.map(({ range, newText }) => ({
          span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
          newText,
        })),
      ),
    ),
  );
  assert.ok(results.includes(right), `no fix writes\n${right}but\n${results.join("")}`);
}

for (const it of IN_CONFIGS) test(`${it.what}: ${it.code}`, () => check("config", it));
for (const it of IN_ZONES) test(`${it.what}: ${it.code}`, () => check("zone", it));

test("what the guides get right stays silent", () => {
  const zone = record("v=spf1 include:_spf.google.com ~all");
  const source = createEngine(memoryHost()).open("example.com.zone", "zone", zone);
  assert.deepEqual(source.lint({ severities: { "zone/*": "off" }, extraTypes: [], limit: 9, language: "en" }), []);
});
