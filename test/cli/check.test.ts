import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folderOf, mailconfig } from "./support.ts";

const HEAD = `$TTL 3600
@ IN SOA ns1 hostmaster 2026010101 7200 900 1209600 3600
@ NS ns1
@ NS ns2
ns1 A 198.51.99.1
ns2 A 198.51.99.2
@ MX 0 .
@ TXT "v=spf1 -all"
_dmarc TXT "v=DMARC1; p=reject"
`;
const PASS_ALL = `${HEAD}a TXT "v=spf1 +all"\n`;
const FIXABLE = `${HEAD}mail.example.com A 198.51.99.3\n`;

interface Row {
  readonly path: string;
  readonly rule: string;
  readonly line: number;
}

async function rowsOf(cwd: string, ...args: string[]): Promise<readonly Row[]> {
  const { stdout } = await mailconfig(cwd, ["check", "--format", "json", ...args]);
  return JSON.parse(stdout).findings;
}

test("text: a line and a frame for each finding, counted from 1, then the counts", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": PASS_ALL });
  const { code, stdout, stderr } = await mailconfig(cwd, ["check", "example.com.zone"]);
  const [line, source, pointer, counts] = stdout.split("\n");
  assert.match(line ?? "", /^example\.com\.zone:10:15 error `\+all` passes .* \[spf\/pass-all\]$/);
  assert.equal(source, '  10 | a TXT "v=spf1 +all"');
  assert.equal(pointer, "     |               ^^^^");
  assert.equal(counts, "Files: 1, errors: 1, warnings: 0, infos: 0, hints: 0.");
  assert.deepEqual([code, stderr], [1, ""]);
});

test("json: the contract's fields, and no others", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": PASS_ALL });
  const { code, stdout } = await mailconfig(cwd, ["check", "--format=json", "./example.com.zone"]);
  const { message, ...finding } = JSON.parse(stdout).findings[0];
  const at = { line: 10, column: 15, endLine: 10, endColumn: 19 };
  const facts = { path: "example.com.zone", rule: "spf/pass-all", severity: "error", fix: "suggestion" };
  assert.deepEqual(finding, { ...facts, ...at });
  assert.match(message, /^`\+all` passes/);
  const summary = { files: 1, errors: 1, warnings: 0, infos: 0, hints: 0 };
  assert.deepEqual({ ...JSON.parse(stdout), findings: [] }, { version: 1, findings: [], summary });
  assert.equal(code, 1);
});

test("github: annotations with escaped properties", async (t) => {
  const cwd = folderOf(t, { "a,b/example.com.zone": PASS_ALL });
  const { stdout } = await mailconfig(cwd, ["check", "--format=github", "a,b"]);
  assert.match(
    stdout,
    /^::error file=a%2Cb\/example\.com\.zone,line=10,endLine=10,col=15,endColumn=19,title=spf\/pass-all::`\+all` /,
  );
});

test("sarif: version, rules, region and fix", async (t) => {
  const cwd = folderOf(t, { "my zones/example.com.zone": PASS_ALL });
  const { stdout } = await mailconfig(cwd, ["check", "--format=sarif", "."]);
  const sarif = JSON.parse(stdout);
  const [result] = sarif.runs[0].results;
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.deepEqual(
    [sarif.version, sarif.runs[0].columnKind, result.ruleId, result.level],
    ["2.1.0", "utf16CodeUnits", "spf/pass-all", "error"],
  );
  assert.deepEqual(region, { startLine: 10, startColumn: 15, endLine: 10, endColumn: 19 });
  assert.equal(artifactLocation.uri, "my%20zones/example.com.zone");
  assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, "-all");
  assert.deepEqual(
    sarif.runs[0].tool.driver.rules.map((it: { id: string }) => it.id),
    ["spf/pass-all"],
  );
});

test("folders are searched for what is ours", async (t) => {
  const cwd = folderOf(t, {
    "example.com.zone": PASS_ALL,
    "sub/db.example.com": PASS_ALL,
    "sub/example.com.dns": PASS_ALL,
    "sub/example.org.bind": PASS_ALL,
    "sub/.mailconfig.yml": "version: 1\n",
    "sub/db.js": "let a;",
    "sub/other.yaml": "a: [",
    "sub/notes.txt": "a",
    "node_modules/x/a.zone": PASS_ALL,
    ".git/a.zone": PASS_ALL,
  });
  const { stdout } = await mailconfig(cwd, ["check", "--format=json", "."]);
  assert.equal(JSON.parse(stdout).summary.files, 5);
  const paths = new Set((await rowsOf(cwd, ".")).filter((it) => it.rule === "spf/pass-all").map((it) => it.path));
  assert.deepEqual(
    [...paths],
    ["example.com.zone", "sub/db.example.com", "sub/example.com.dns", "sub/example.org.bind"],
  );
});

test("a file that a checked one includes is reported once, under its own name", async (t) => {
  const cwd = folderOf(t, {
    "example.com.zone": `${HEAD}$INCLUDE parts/mail.zone\n`,
    "example.org.zone": `${HEAD}$INCLUDE parts/mail.zone\n`,
    "parts/mail.zone": 'a TXT "v=spf1 +all"\n',
  });
  const rows = await rowsOf(cwd, ".");
  assert.deepEqual(
    rows.map(({ path, rule, line }) => [path, rule, line]),
    [["parts/mail.zone", "spf/pass-all", 1]],
  );
});

test("nothing outside the folder is read", async (t) => {
  const outside = folderOf(t, { "secret.zone": 'a TXT "v=spf1 +all"\n' });
  const cwd = folderOf(t, {
    "example.com.zone": `${HEAD}$INCLUDE link.inc\n$INCLUDE ${outside}/secret.zone\n$INCLUDE ../secret.zone\n`,
  });
  symlinkSync(join(outside, "secret.zone"), join(cwd, "link.inc"));
  const rows = await rowsOf(cwd, "example.com.zone");
  assert.deepEqual(
    rows.filter((it) => it.rule === "spf/pass-all"),
    [],
  );
});

test("--fix mends what is safe, keeps every other byte, and a second run changes nothing", async (t) => {
  const bytes = (text: string) => Buffer.from(text, "latin1");
  const before = bytes(`\xef\xbb\xbf${FIXABLE}; gr\xfc\xdfe \x81\x82 \xf0\x9f\x98\n`.replaceAll("\n", "\r\n"));
  const cwd = folderOf(t, { "example.com.zone": before });
  chmodSync(join(cwd, "example.com.zone"), 0o640);
  const { stdout, code } = await mailconfig(cwd, ["check", "--fix", "--rule", "zone/line-ends=off", "."]);
  const after = readFileSync(join(cwd, "example.com.zone"));
  assert.deepEqual(
    after,
    bytes(before.toString("latin1").replace("mail.example.com A", "mail.example.com. A")),
    stdout,
  );
  assert.match(stdout, /Fixed: example\.com\.zone/);
  assert.equal(code, 0);
  assert.equal(statSync(join(cwd, "example.com.zone")).mode & 0o777, 0o640);
  await mailconfig(cwd, ["check", "--fix", "."]);
  assert.deepEqual(readFileSync(join(cwd, "example.com.zone")), after);
  assert.deepEqual(readdirSync(cwd), ["example.com.zone"]);
});

test("--fix reaches included files, UTF-16 files and the target of a link", async (t) => {
  const cwd = folderOf(t, {
    "example.com.zone": `${HEAD}$INCLUDE more.inc\n`,
    "more.inc": "mail.example.com A 198.51.99.3\n",
    "example.org.zone": Buffer.from(`\ufeff${FIXABLE.replaceAll(".com", ".org")}`, "utf16le"),
    "real/zone": FIXABLE,
  });
  symlinkSync(join("real", "zone"), join(cwd, "example.net.zone"));
  await mailconfig(cwd, ["check", "--fix", "--origin", "example.com", "example.net.zone"]);
  await mailconfig(cwd, ["check", "--fix", "example.com.zone", "example.org.zone"]);
  assert.equal(readFileSync(join(cwd, "more.inc"), "utf8"), "mail.example.com. A 198.51.99.3\n");
  const wide = readFileSync(join(cwd, "example.org.zone")).toString("utf16le");
  assert.equal(
    wide,
    `\ufeff${FIXABLE.replaceAll(".com", ".org").replace("mail.example.org A", "mail.example.org. A")}`,
  );
  assert.ok(lstatSync(join(cwd, "example.net.zone")).isSymbolicLink());
  assert.match(readFileSync(join(cwd, "real/zone"), "utf8"), /mail\.example\.com\. A/);
});

test("the standard input is checked under the name given", async (t) => {
  const cwd = folderOf(t, {});
  const piped = await mailconfig(
    cwd,
    ["check", "--format=json", "-", "--stdin-filename", "example.com.zone"],
    PASS_ALL,
  );
  const [finding] = JSON.parse(piped.stdout).findings;
  assert.deepEqual([finding.path, finding.rule, piped.code], ["example.com.zone", "spf/pass-all", 1]);
  const config = await mailconfig(cwd, ["check", "-", "--stdin-filename=.mailconfig.yaml"], "accounts: [");
  assert.match(config.stdout, /config\/syntax/);
  assert.equal((await mailconfig(cwd, ["check", "--fix", "-"])).code, 2);
});

test("severities come from --rule, then from --config", async (t) => {
  const cwd = folderOf(t, {
    "example.com.zone": PASS_ALL,
    "team.yaml": "version: 1\nrules: { spf/pass-all: warning }\n",
  });
  const check = (...args: string[]) => mailconfig(cwd, ["check", ...args, "example.com.zone"]);
  assert.equal((await check("--config", "team.yaml")).code, 0);
  assert.equal((await check("--config", "team.yaml", "--max-warnings", "0")).code, 1);
  assert.equal((await check("--rule", "spf/*=info")).code, 0);
  assert.equal((await check("--rule", "spf/*=off", "--rule", "spf/pass-all=error")).code, 1);
  assert.match((await check("--config", "team.yaml", "--rule", "spf/pass-all=hint")).stdout, / hint /);
});

test("--origin names the zone where the file does not", async (t) => {
  const cwd = folderOf(t, { "zones/mail": "www.example.com A 198.51.99.3\n" });
  const codes = async (...args: string[]) => (await rowsOf(cwd, "zones/mail", ...args)).map((it) => it.rule);
  assert.ok(!(await codes()).includes("zone/missing-trailing-dot"));
  assert.ok((await codes("--origin", "example.com")).includes("zone/missing-trailing-dot"));
});

test("sentences come in the language asked for, or in the environment's", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": PASS_ALL });
  const args = ["check", "example.com.zone"];
  const han = /\p{Script=Han}/u;
  assert.match((await mailconfig(cwd, [...args, "--lang", "zh-cn"])).stdout, han);
  assert.match((await mailconfig(cwd, args, "", { LANG: "zh_CN.UTF-8" })).stdout, han);
  assert.doesNotMatch((await mailconfig(cwd, [...args, "--lang=en"], "", { LANG: "zh_CN.UTF-8" })).stdout, han);
  assert.match((await mailconfig(cwd, ["--help"], "", { LC_ALL: "zh_CN" })).stdout, han);
});

test("what cannot run exits with 2 and says why on stderr", async (t) => {
  const cwd = folderOf(t, { "a.zone": "" });
  const rows: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [["check"], /Name a file or a folder/],
    [["check", "missing.zone"], /There is no such file or folder: missing\.zone/],
    [["check", "--nope", "a.zone"], /Unknown option `--nope`/],
    [["check", "-x", "a.zone"], /Unknown option `-x`/],
    [["check", "--format", "xml", "a.zone"], /`--format` is one of text, json, github, sarif/],
    [["check", "--format"], /`--format` needs a value/],
    [["check", "--fix=yes", "a.zone"], /`--fix` takes no value/],
    [["check", "--rule", "spf/nope=off", "a.zone"], /There is no rule `spf\/nope`/],
    [["check", "--rule", "spf/ptr=loud", "a.zone"], /CODE=SEVERITY/],
    [["check", "--max-warnings", "few", "a.zone"], /takes a number/],
    [["lint", "a.zone"], /There is no command `lint`/],
    [["--nope"], /Unknown option `--nope`/],
    [["explain"], /Name a rule, a port or a reply/],
    [["explain", "spf/nope"], /There is no rule `spf\/nope`/],
    [["rules", "x"], /one argument too many/],
    [["debug"], /Name one file/],
    [[], /Usage/],
  ];
  for (const [args, says] of rows) {
    const { code, stdout, stderr } = await mailconfig(cwd, args);
    assert.deepEqual([code, stdout], [2, ""], args.join(" "));
    assert.match(stderr, says);
  }
});

test("policy files are found, checked against the zone of their domain, and mended", async (t) => {
  const path = "www/mta-sts.example.com/.well-known/mta-sts.txt";
  const policy = "version: STSv1\r\n\r\nmode: enforce\r\nmx: mx1.example.com\r\nmax_age: 604800\r\n";
  const zone = HEAD.replace("@ MX 0 .", "@ MX 10 mx1\nmx1 A 198.51.99.3\n@ MX 20 mx2\nmx2 A 198.51.99.4");
  const cwd = folderOf(t, { [path]: policy, "zones/example.com.zone": zone, "zones/example.net.zone": HEAD });
  const found = (await rowsOf(cwd, ".")).filter((it) => it.path === path);
  assert.deepEqual(
    found.map(({ rule, line }) => [rule, line]),
    [
      ["mta-sts/policy-syntax", 2],
      ["mta-sts/policy-uncovered-mx", 4],
    ],
  );
  await mailconfig(cwd, ["check", "--fix", path]);
  assert.equal(readFileSync(join(cwd, path), "utf8"), policy.replace("\r\n\r\n", "\r\n"));
  const { stdout } = await mailconfig(cwd, ["debug", path]);
  assert.match(stdout, /^domain example\.com\. · zone \?\n1:1 version: "STSv1"\n/);
});

test("no format shows a secret that stands in a config, and frames keep their columns", async (t) => {
  const config = `version: 1
accounts:
  a:
    from: not an address, but hunter2-a
    smtp: { host: "smtp.example.com:465", port: 25, security: tls, auth: { username: x, password: hunter2-a } }
    imap: imaps://me:hunter2-b@imap.example.com:25
  b:
    smtp:
      host: smtp://u:hunter2-c@smtp.example.com
      auth: { passwrd: hunter2-d, accessToken: [hunter2-e] }
      pool: "\${env:POOL}"
      password: "hunter2-f
`;
  const cwd = folderOf(t, { ".mailconfig.yaml": config });
  for (const format of ["text", "json", "github", "sarif"]) {
    const { stdout } = await mailconfig(cwd, ["check", "--format", format, "."]);
    assert.doesNotMatch(stdout, /hunter2/, format);
  }
  const { stdout } = await mailconfig(cwd, ["check", "."]);
  assert.match(stdout, / {2}6 \| {5}imap: imaps:\/\/me:\*{9}@imap\.example\.com:25\n {4}\| {22}\^{9}\n/);
  const debug = await mailconfig(cwd, ["debug", ".mailconfig.yaml"]);
  assert.doesNotMatch(debug.stdout, /hunter2/);
});

test("the rules of a config hold in the zones that it names, and --rule wins over them", async (t) => {
  const config = "version: 1\nzones: { example.com: example.com.zone }\nrules: { spf/pass-all: info }\n";
  const cwd = folderOf(t, { ".mailconfig.yaml": config, "example.com.zone": PASS_ALL, "example.org.zone": PASS_ALL });
  const severities = async (...args: string[]) => {
    const { stdout } = await mailconfig(cwd, ["check", "--format", "json", ...args, "."]);
    const rows: readonly { path: string; rule: string; severity: string }[] = JSON.parse(stdout).findings;
    return rows.filter((it) => it.rule === "spf/pass-all").map((it) => [it.path, it.severity]);
  };
  assert.deepEqual(await severities(), [
    ["example.com.zone", "info"],
    ["example.org.zone", "error"],
  ]);
  const hints = await severities("--rule", "spf/pass-all=hint");
  assert.deepEqual([...new Set(hints.map(([, severity]) => severity))], ["hint"]);
});
