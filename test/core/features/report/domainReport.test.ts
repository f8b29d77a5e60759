import assert from "node:assert/strict";
import { test } from "node:test";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import type { LintOptions } from "../../../../server/src/core/engine/finding.ts";
import { type DomainReport, domainReport } from "../../../../server/src/core/features/report/domainReport.ts";
import { domainsOf } from "../../../../server/src/core/features/report/domains.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { applyEdits, LineIndex } from "../../../../server/src/core/text/span.ts";
import { rsaKey } from "../../../support/keys.ts";
import { treeHost } from "../../../support/treeHost.ts";

const ROOT = "file:///work/";
const OPTIONS: LintOptions = { severities: {}, extraTypes: [], limit: 1000, language: "en" };
const HEAD = `$TTL 3600
@ IN SOA ns1 hostmaster 2026010101 7200 900 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 198.51.99.1
ns2 A 198.51.99.2
`;
const key = rsaKey(2048);
const RECORD = (key.spki.match(/.{1,250}/g) ?? []).map((it) => `"${it}"`).join(" ");
const WHOLE = `${HEAD}@ MX 10 mx1
@ MX 20 mx2
mx1 A 198.51.99.3
mx2 A 198.51.99.4
@ TXT "v=spf1 include:part.example.com include:_spf.google.com ~all"
part TXT "v=spf1 ip4:198.51.99.7 -all"
s1._domainkey TXT "v=DKIM1; k=rsa; p=" ${RECORD}
alias._domainkey CNAME alias.provider.example.
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
_mta-sts TXT "v=STSv1; id=20260101"
mta-sts A 198.51.99.5
_smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.com"
default._bimi TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/logo.pem"
`;
const CONFIG = `version: 1
domain: example.com
zones: { example.com: example.com.zone }
accounts:
  ops:
    provider: gmail
    from: ops@example.com
    smtp:
      host: smtp.gmail.com
      port: 465
      security: tls
      auth: { method: plain, username: ops@example.com, password: "\${env:GMAIL_APP_PASSWORD}" }
dkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]
`;
const POLICY = "version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 1209600\n";
const PEM = key.privateKey.export({ type: "pkcs8", format: "pem" }).toString();

function workspace(files: Readonly<Record<string, string>>) {
  const disk = new Map(Object.entries(files).map(([path, text]) => [ROOT + path, text]));
  const engine = createEngine(treeHost(disk));
  for (const path of disk.keys()) engine.fileAdded(path);
  const report = (domain = "example.com", language = "en") =>
    domainReport(engine, domain, { ...OPTIONS, language }, translator(language));
  return { engine, disk, report };
}

/** `section: state title`, with the codes of what is wrong. */
function rowsOf({ sections }: DomainReport): readonly string[] {
  return sections.flatMap(({ id, rows }) =>
    rows.map((it) => [`${id}: ${it.state} ${it.title}`, ...it.findings.map(({ code }) => code)].join(" ")),
  );
}

const GOOD = [
  "zone: passed example.com.zone",
  "mx: passed example.com",
  "mx: passed example.com",
  "spf: passed example.com",
  "dkim: passed s1._domainkey.example.com",
  "dkim: passed alias._domainkey.example.com",
  "dmarc: passed _dmarc.example.com",
  "mta-sts: passed _mta-sts.example.com",
  "mta-sts: passed mta-sts.txt",
  "tls-rpt: passed _smtp._tls.example.com",
  "bimi: passed default._bimi.example.com",
  "accounts: passed ops",
];

const FILES = {
  ".mailconfig.yaml": CONFIG,
  "example.com.zone": WHOLE,
  "s1.pem": PEM,
  "mta-sts.example.com/.well-known/mta-sts.txt": POLICY,
};

test("a domain whose records, keys, policy and accounts agree passes in every row", () => {
  const report = workspace(FILES).report();
  assert.deepEqual(rowsOf(report), GOOD);
  assert.equal(report.zone, `${ROOT}example.com.zone`);
});

test("rows say what a record comes to, where it stands, and what SPF leads to", () => {
  const rows = workspace(FILES)
    .report()
    .sections.flatMap((it) => it.rows);
  const row = (title: string) => rows.find((it) => it.title === title);
  assert.equal(row("s1._domainkey.example.com")?.text, "RSA 2048");
  assert.equal(row("alias._domainkey.example.com")?.text, "An alias: the record stands where it leads.");
  assert.equal(row("_dmarc.example.com")?.value, "v=DMARC1; p=reject; rua=mailto:d@example.com");
  assert.equal(row("ops")?.text, "smtp smtp.gmail.com:465 tls");
  assert.deepEqual(row("ops")?.place?.path, `${ROOT}.mailconfig.yaml`);
  const spf = rows.find((it) => it.tree.length > 0);
  assert.equal(spf?.text, "at least 2 of 10 DNS lookups");
  assert.deepEqual(
    spf?.tree.map(({ text, children }) => [text, children.map((it) => it.text)]),
    [
      ["include:part.example.com (1 lookup)", ["ip4:198.51.99.7", "-all"]],
      ["include:_spf.google.com (1 lookup; outside this zone)", []],
      ["~all", []],
    ],
  );
  assert.equal(
    spf?.place?.range.start.line,
    WHOLE.split("\n").findIndex((it) => it.startsWith('@ TXT "v=spf1')),
  );
});

/** What is taken away or changed, and the row that tells. */
const FAULTS: readonly (readonly [file: keyof typeof FILES, from: string, to: string, row: string])[] = [
  ["example.com.zone", "~all", "?all", "spf: failed example.com spf/neutral-all"],
  ["example.com.zone", "mx1 A 198.51.99.3\n", "", "mx: failed example.com mx/target-missing-address"],
  ["example.com.zone", "p=reject", "p=rejct", "dmarc: failed _dmarc.example.com dmarc/invalid-policy"],
  ["example.com.zone", "v=TLSRPTv1; ", "v=TLSRPTv2; ", "tls-rpt: failed _smtp._tls.example.com tls-rpt/version"],
  ["example.com.zone", "id=20260101", "id=2026-01-01", "mta-sts: failed _mta-sts.example.com mta-sts/id"],
  ["example.com.zone", "l=https:", "l=http:", "bimi: failed default._bimi.example.com bimi/logo"],
  ["example.com.zone", "ns2 A 198.51.99.2\n", "", "zone: failed example.com.zone zone/missing-glue"],
  [
    "example.com.zone",
    "s1._domainkey",
    "s2._domainkey",
    "dkim: missing s1._domainkey.example.com cross/dkim-not-published",
  ],
  [
    "example.com.zone",
    RECORD,
    RECORD.replace("MII", "MIIA"),
    "dkim: failed s1._domainkey.example.com dkim/invalid-key",
  ],
  [".mailconfig.yaml", "465", "587", "accounts: failed ops config/port-security"],
  [".mailconfig.yaml", "gmail.com", "gmall.com", "accounts: failed ops config/host-typo"],
  [".mailconfig.yaml", "s1.pem", "s2.pem", "dkim: failed s1._domainkey.example.com config/dkim-key-file"],
  [
    "mta-sts.example.com/.well-known/mta-sts.txt",
    "*.example.com",
    "mx1.example.com",
    "mta-sts: failed mta-sts.txt mta-sts/policy-uncovered-mx",
  ],
];

for (const [file, from, to, row] of FAULTS) {
  test(`${JSON.stringify(from.slice(0, 30))} → ${JSON.stringify(to.slice(0, 30))}: ${row}`, () => {
    const report = workspace({ ...FILES, [file]: FILES[file].replace(from, to) }).report();
    const rows = rowsOf(report);
    assert.ok(
      rows.some((it) => it.startsWith(row)),
      rows.join("\n"),
    );
  });
}

test("what is missing is told with the record to write; written, it passes", () => {
  const files = {
    ".mailconfig.yaml": CONFIG.replace(/dkim:.*\n/, ""),
    "example.com.zone": `${HEAD}@ MX 10 mx\nmx A 198.51.99.3\n`,
  };
  const { report, disk, engine } = workspace(files);
  const missing = report().sections.flatMap(({ id, rows }) =>
    rows.filter((it) => it.state === "missing").map((it) => ({ ...it, id, fix: it.fix ?? it.findings[0]?.fixes[0] })),
  );
  assert.deepEqual(
    missing.map(({ id, fix }) => [id, fix?.edits[0]?.newText]),
    [
      ["spf", 'example.com. IN TXT "v=spf1 include:_spf.google.com ~all"\n'],
      ["dkim", undefined],
      ["dmarc", '_dmarc.example.com. IN TXT "v=DMARC1; p=none; rua=mailto:dmarc-reports@example.com"\n'],
      ["mta-sts", undefined],
      ["tls-rpt", '_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=mailto:tls-reports@example.com"\n'],
      ["bimi", undefined],
    ],
  );
  const path = `${ROOT}example.com.zone`;
  const text = disk.get(path) ?? "";
  const lines = new LineIndex(text);
  const edits = missing
    .flatMap(({ fix }) => fix?.edits ?? [])
    .map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    }));
  disk.set(path, applyEdits(text, edits));
  engine.fileChanged(path);
  const states = report().sections.map(({ id, rows }) => [id, rows[0]?.state]);
  assert.deepEqual(
    states.filter(([, state]) => state === "missing").map(([id]) => id),
    ["dkim", "mta-sts", "bimi"],
  );
});

test("a domain without mail needs no TLS for it", () => {
  const zone = `${HEAD}@ MX 0 .\n@ TXT "v=spf1 -all"\n_dmarc TXT "v=DMARC1; p=reject"\n`;
  const rows = rowsOf(workspace({ "example.com.zone": zone }).report());
  assert.deepEqual(
    rows.filter((it) => /^(?:mx|mta-sts|tls-rpt)/.test(it)),
    ["mx: passed example.com", "mta-sts: passed _mta-sts.example.com", "tls-rpt: passed _smtp._tls.example.com"],
  );
});

test("a subdomain is judged by its own records and the organization's DMARC", () => {
  const zone = `${HEAD}@ MX 0 .\n@ TXT "v=spf1 +all"\n_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"\nnews TXT "v=spf1 ip4:198.51.99.9 -all"\n`;
  const rows = rowsOf(workspace({ "example.com.zone": zone }).report("news.example.com"));
  assert.ok(rows.includes("spf: passed news.example.com"), rows.join("\n"));
  assert.ok(rows.includes("dmarc: passed _dmarc.example.com"), rows.join("\n"));
});

test("without a zone file the report says so, and still has the accounts", () => {
  const rows = rowsOf(workspace({ ".mailconfig.yaml": CONFIG, "s1.pem": PEM }).report());
  assert.deepEqual(rows, [
    "zone: unknown example.com cross/zone-file-missing",
    "accounts: passed ops",
    "accounts: missing s1._domainkey.example.com",
  ]);
});

test("a part that cannot be read is not called missing", () => {
  const rows = rowsOf(workspace({ "example.com.zone": `${HEAD}$INCLUDE gone.inc\n` }).report());
  assert.ok(rows.includes("dmarc: unknown _dmarc.example.com"), rows.join("\n"));
  assert.ok(
    rows.some((it) => it.startsWith("dkim: unknown")),
    rows.join("\n"),
  );
});

test("an open buffer is reported as it is", () => {
  const { engine, report } = workspace(FILES);
  engine.open(`${ROOT}example.com.zone`, "zone", WHOLE.replace("~all", "+all"));
  assert.ok(rowsOf(report()).includes("spf: failed example.com spf/pass-all"));
});

test("the domains of the workspace, those of the shown file first", () => {
  const { engine } = workspace({ ...FILES, "b.zone": "" });
  const zone = engine.open(`${ROOT}b.zone`, "zone", WHOLE.replace("@ IN SOA", "example.org. IN SOA"));
  assert.deepEqual(domainsOf(engine, zone), ["example.org", "example.com"]);
  assert.deepEqual(domainsOf(engine, undefined), ["example.com", "example.org"]);
});

test("the report is Chinese where the editor is", () => {
  const { sections } = workspace(FILES).report("example.com", "zh-cn");
  for (const { title } of sections) assert.match(title, /[\u4e00-\u9fff]/, title);
});
