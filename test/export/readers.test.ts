import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DOMParser } from "@xmldom/xmldom";
import { parse } from "plist";
import { exported, exportedOrRefused, FULL, NASTY } from "./support.ts";

/** Why a test with this program cannot run here; it is then shown as skipped. */
function without(program: string): string | false {
  const isThere = spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;
  return isThere ? false : `${program} is not installed (node scripts/lib/mailServers.mjs)`;
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-export-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program that must succeed and complain about nothing. */
function output(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: { ...process.env, ...env } });
  assert.deepEqual([status, stderr], [0, ""], `${program} ${args.join(" ")}`);
  return stdout;
}

async function transportOf(
  t: TestContext,
  config: string,
): Promise<{ options: Record<string, unknown>; _defaults?: unknown }> {
  const module = join(temporaryFolder(t), "transport.mjs");
  const nodemailer = import.meta.resolve("nodemailer");
  writeFileSync(module, exported(config, "nodemailer").replace('"nodemailer"', JSON.stringify(nodemailer)));
  return (await import(pathToFileURL(module).href)).transport;
}

test("nodemailer makes a transport of the module, with the password of the environment", async (t) => {
  process.env["OPS_PASSWORD"] = "from the environment";
  t.after(() => delete process.env["OPS_PASSWORD"]);
  const { options, _defaults } = await transportOf(t, FULL);
  assert.deepEqual(options, {
    host: "smtp.example.com",
    port: 587,
    secure: false,
    requireTLS: true,
    name: "app.example.com",
    authMethod: "LOGIN",
    auth: { user: NASTY, pass: "from the environment" },
    tls: { minVersion: "TLSv1.2", servername: "mx.example.com" },
    connectionTimeout: 10_000,
    greetingTimeout: 5000,
    socketTimeout: 60_000,
    pool: true,
    maxConnections: 7,
    maxMessages: 50,
    rateDelta: 1000,
    rateLimit: 10,
  });
  assert.deepEqual(_defaults, { from: 'Ops "& Co" <ops@example.com>' });
});

test("nodemailer: OAuth, a file of authorities, references inside texts", async (t) => {
  process.env["TENANT"] = "north";
  t.after(() => delete process.env["TENANT"]);
  const config = `version: 1
accounts:
  ops:
    smtp:
      host: "smtp.\${env:TENANT}.example.com"
      port: 465
      security: tls
      tls: { caFile: package.json, rejectUnauthorized: false }
      auth: { method: xoauth2, username: u, clientId: id, clientSecret: "\${env:CS}", refreshToken: "\${secret:rt}", accessUrl: "https://example.com/t" }
`;
  const { options } = await transportOf(t, config);
  assert.equal(options["host"], "smtp.north.example.com");
  assert.deepEqual(options["tls"], { rejectUnauthorized: false, ca: readFileSync("package.json") });
  assert.deepEqual(Object.keys(options["auth"] as object), [
    "type",
    "user",
    "clientId",
    "clientSecret",
    "refreshToken",
    "accessUrl",
  ]);
  assert.match(exported(config, "nodemailer"), /refreshToken: process\.env\.MAILCONFIG_SECRET_RT,/);
});

/** `postconf` reads a configuration folder and prints what is set in it. */
function postconf(t: TestContext, mainCf: string): ReadonlyMap<string, string> {
  const folder = temporaryFolder(t);
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, "main.cf"), mainCf);
  writeFileSync(join(folder, "master.cf"), "smtp unix - - n - - smtp\n");
  const lines = output("postconf", ["-c", folder, "-n", "-x"]).trim().split("\n");
  return new Map(lines.map((it) => [it.slice(0, it.indexOf(" =")), it.slice(it.indexOf("=") + 1).trim()]));
}

test("postconf reads the relay, and knows every parameter", { skip: without("postconf") }, (t) => {
  const text = exported(FULL, "postfix");
  const { config_directory: _folder, ...set } = Object.fromEntries(postconf(t, text));
  assert.deepEqual(set, {
    relayhost: "[smtp.example.com]:587, [smtp.eu.example.com]:587",
    smtp_connect_timeout: "10s",
    smtp_destination_concurrency_limit: "7",
    smtp_helo_name: "app.example.com",
    smtp_helo_timeout: "5s",
    smtp_sasl_auth_enable: "yes",
    smtp_sasl_mechanism_filter: "login",
    smtp_sasl_password_maps: "hash:/etc/postfix/sasl_passwd",
    smtp_sasl_security_options: "noanonymous",
    smtp_sasl_tls_security_options: "noanonymous",
    smtp_tls_CAfile: "/etc/ssl/certs/ca-certificates.crt",
    smtp_tls_mandatory_protocols: ">=TLSv1.2",
    smtp_tls_secure_cert_match: "mx.example.com",
    smtp_tls_security_level: "secure",
  });
  assert.match(text, /# Stand-by servers with another encryption are not kept\./);
});

test("postconf: a `$` in a value is a `$`, and a line break begins no parameter", {
  skip: without("postconf"),
}, (t) => {
  const config =
    'version: 1\naccounts: { ops: { smtp: { host: h.example, port: 465, security: tls, ehloName: "a$myhostname\\nmynetworks = 0.0.0.0/0" } } }';
  const set = postconf(t, exported(config, "postfix"));
  assert.equal(set.get("smtp_helo_name"), "a$myhostname mynetworks = 0.0.0.0/0");
  assert.equal(set.has("mynetworks"), false);
});

test("the shell line of the Postfix export writes the entry that postmap wants, for its owner alone", {
  skip: process.platform === "win32",
}, (t) => {
  const file = join(temporaryFolder(t), "sasl_passwd");
  const line =
    exported(FULL, "postfix")
      .split("\n")
      .find((it) => it.includes("printf")) ?? "";
  const command = line.replace(/^# {3}/, "").replaceAll("/etc/postfix/sasl_passwd", file);
  output("sh", ["-c", command], { OPS_PASSWORD: "p w$(id)" });
  assert.equal(
    readFileSync(file, "utf8"),
    `[smtp.example.com]:587 ${NASTY}:p w$(id)\n[smtp.eu.example.com]:587 ${NASTY}:p w$(id)\n`,
  );
  assert.equal(statSync(file).mode & 0o777, 0o600);
});

test("msmtp reads the account, and runs the program that prints the password", { skip: without("msmtp") }, (t) => {
  const file = join(temporaryFolder(t), ".msmtprc");
  writeFileSync(file, exported(FULL, "msmtp"), { mode: 0o600 });
  const shown = output("msmtp", ["-C", file, "--pretend", "-a", "ops", "postmaster@example.com"], {
    OPS_PASSWORD: "hunter2",
  });
  for (const line of [
    "host = smtp.example.com",
    "port = 587",
    "timeout = 10 seconds",
    "domain = app.example.com",
    "auth = LOGIN",
    `user = ${NASTY}`,
    "passwordeval = printenv OPS_PASSWORD",
    "tls = on",
    "tls_starttls = on",
    "tls_host_override = mx.example.com",
    "from = ops@example.com",
  ]) {
    assert.ok(shown.split("\n").includes(line), `${line} in ${shown}`);
  }
  assert.match(
    output("msmtp", ["-C", file, "--pretend", "postmaster@example.com"], { OPS_PASSWORD: "x" }),
    /smtp\.example\.com/,
  );
});

function strictXml(text: string) {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, "text/xml");
}

test("an XML parser reads the autoconfig file", () => {
  const document = strictXml(exported(FULL, "thunderbird"));
  const servers = [
    ...document.getElementsByTagName("incomingServer"),
    ...document.getElementsByTagName("outgoingServer"),
  ];
  const texts = servers.map((it) => [
    it.getAttribute("type"),
    ...[...it.childNodes].flatMap((node) => node.textContent?.trim() || []),
  ]);
  assert.deepEqual(texts, [
    ["imap", "imap.example.com", "993", "SSL", "%EMAILADDRESS%", "password-cleartext"],
    ["smtp", "smtp.example.com", "587", "STARTTLS", NASTY, "password-cleartext"],
  ]);
  assert.equal(document.getElementsByTagName("emailProvider")[0]?.getAttribute("id"), "example.com");
});

test("a plist parser reads the profile", () => {
  const text = exported(FULL, "apple");
  strictXml(text);
  const profile = parse(text) as Record<string, unknown>;
  assert.equal(profile["PayloadType"], "Configuration");
  const [mail] = profile["PayloadContent"] as readonly Record<string, unknown>[];
  const { PayloadUUID: uuid, ...rest } = mail ?? {};
  assert.match(String(uuid), /^[\dA-F]{8}-(?:[\dA-F]{4}-){3}[\dA-F]{12}$/);
  assert.notEqual(uuid, profile["PayloadUUID"]);
  assert.deepEqual(rest, {
    PayloadType: "com.apple.mail.managed",
    PayloadVersion: 1,
    PayloadIdentifier: "com.example.mail.ops.account",
    PayloadDisplayName: "ops@example.com",
    EmailAccountDescription: "ops",
    EmailAccountName: 'Ops "& Co"',
    EmailAccountType: "EmailTypeIMAP",
    EmailAddress: "ops@example.com",
    IncomingMailServerHostName: "imap.example.com",
    IncomingMailServerPortNumber: 993,
    IncomingMailServerUseSSL: true,
    IncomingMailServerAuthentication: "EmailAuthPassword",
    IncomingMailServerUsername: "ops@example.com",
    OutgoingMailServerHostName: "smtp.example.com",
    OutgoingMailServerPortNumber: 587,
    OutgoingMailServerUseSSL: true,
    OutgoingMailServerAuthentication: "EmailAuthPassword",
    OutgoingMailServerUsername: NASTY,
    OutgoingPasswordSameAsIncomingPassword: false,
  });
});

test("the text names Outlook, Apple's and Android's words, in both languages", () => {
  const english = exported(FULL, "text");
  assert.match(
    english,
    /Outlook\n[\s\S]*Server: smtp\.example\.com\n {4}Port: 587\n {4}Encryption: STARTTLS\n[\s\S]*iPhone[\s\S]*Use SSL: on[\s\S]*Android/,
  );
  assert.match(exported(FULL, "text", "zh-cn"), /发件服务器（SMTP）\n {4}服务器: smtp\.example\.com/);
});

test("a secret that stands in the config gets into no export", () => {
  const config = `version: 1
accounts:
  ops:
    from: ops@example.com
    smtp: { host: smtp.example.com, port: 465, security: tls, auth: { username: u, password: hunter2-literal } }
    imap: "imaps://u:hunter2-literal@imap.example.com"
`;
  for (const target of ["nodemailer", "postfix", "msmtp", "thunderbird", "apple", "text"] as const) {
    assert.ok(!exported(config, target).includes("hunter2"), target);
  }
  assert.match(exported(config, "msmtp"), /passwordeval "printenv OPS_SMTP_PASSWORD"/);
});

test("what a program needs and the account lacks is said", () => {
  const bare = "version: 1\naccounts: { ops: { imap: imaps://imap.example.com } }";
  for (const target of ["nodemailer", "postfix", "msmtp", "thunderbird", "apple"] as const) {
    assert.ok("refused" in exportedOrRefused(bare, target), target);
  }
});
