import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "./support.ts";

test("accounts, defaults, inheritance, quotes and comments of an .msmtprc", () => {
  const source = `# Mine
defaults
auth on
tls on
tls_trust_file /etc/ssl/certs/ca-certificates.crt
logfile ~/.msmtp.log
account home
  host smtp.example.org
  port 587
  from me@example.org
  from_full_name Max, M.
  user me@example.org
  password "hun#ter 2"
account work : home
host smtp.example.com
port 465
tls_starttls off
from max@example.com
user max@example.com
passwordeval "pass show mail/work"
tls_fingerprint AA:BB
timeout 30
account default : home
`;
  const { text, accounts, notes, secrets, errors } = imported(".msmtprc", source);
  assert.equal(
    accounts,
    `home:
  from: "\\"Max, M.\\" <me@example.org>"
  smtp:
    host: smtp.example.org
    port: 587
    security: starttls
    auth: { method: plain, username: me@example.org, password: "\${env:HOME_SMTP_PASSWORD}" }
work:
  from: "\\"Max, M.\\" <max@example.com>"
  smtp:
    host: smtp.example.com
    port: 465
    security: tls
    auth: { method: plain, username: max@example.com, password: "\${env:WORK_SMTP_PASSWORD}" }
    timeouts: { connection: 30s, socket: 30s }
`,
  );
  assert.deepEqual(notes, [
    "line 20, `passwordeval`: It runs a program. Put what that prints into the environment variable `WORK_SMTP_PASSWORD`.",
    "line 21, `tls_fingerprint`: This format has no key for it.",
    "Settings of the program itself, not of an account: lines 6",
  ]);
  assert.deepEqual(secrets, ["HOME_SMTP_PASSWORD=hun#ter 2", "WORK_SMTP_PASSWORD=?"]);
  assert.deepEqual(errors, []);
  assert.match(
    text,
    /^# Imported from \.msmtprc\.\n# Not kept, or kept in another form:\n# {3}line 20, `passwordeval`/,
  );
  assert.ok(!text.includes("hun#ter"));
});

test("a password that a variable holds stays a reference; xoauth2 reads a token", () => {
  for (const program of ["printenv WORK_PW", "echo $WORK_PW", 'printf %s "$WORK_PW"', "echo ${WORK_PW}"]) {
    const { accounts, notes } = imported(
      "msmtprc",
      `account a\nhost h.example\ntls on\nauth plain\nuser u\npasswordeval ${program}`,
    );
    assert.match(accounts, /password: "\$\{env:WORK_PW\}"/, program);
    assert.deepEqual(notes, [], program);
  }
  const { accounts } = imported(
    ".msmtprc",
    "account a\nhost h.example\nport 587\ntls on\nauth xoauth2\nuser u\npassword tok",
  );
  assert.match(accounts, /auth: \{ method: xoauth2, username: u, accessToken: "\$\{env:A_SMTP_ACCESS_TOKEN\}" \}/);
});

test("without a port msmtp takes 25, or 465 inside TLS; without TLS a login is in clear text, and the file says so", () => {
  const plain = imported(".msmtprc", "account a\nhost h.example.com\nauth on\nuser u\npassword p");
  assert.match(plain.accounts, /port: 25\n {4}security: none/);
  assert.deepEqual(plain.errors, ["config/cleartext-auth"]);
  assert.match(
    imported(".msmtprc", "account a\nhost h.example.com\ntls on\ntls_starttls off").accounts,
    /port: 465\n {4}security: tls/,
  );
  assert.match(
    imported(".msmtprc", "account a\nhost h.example.com\ntls\n").accounts,
    /port: 25\n {4}security: starttls/,
  );
});

test("secrets may go into the editor's secret storage", () => {
  const { accounts, secrets } = imported(
    ".msmtprc",
    "account a\nhost h.example.com\nauth on\ntls on\nuser u\npassword p",
    "storage",
  );
  assert.match(accounts, /password: "\$\{secret:a-smtp-password\}"/);
  assert.deepEqual(secrets, ["a-smtp-password=p"]);
});

test("LMTP, a pattern as sender and a private certificate are noted", () => {
  const { notes } = imported(
    ".msmtprc",
    "account a\nhost h.example\nfrom *@example.com\ntls_trust_file /home/me/ca.pem\naccount b\nprotocol lmtp\nhost x",
  );
  assert.deepEqual(
    notes.map((it) => it.split(":")[0]),
    ["line 3, `from`", "line 4, `tls_trust_file`", "line 6, `protocol`"],
  );
});
