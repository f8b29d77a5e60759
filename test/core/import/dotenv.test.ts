import assert from "node:assert/strict";
import { test } from "node:test";
import { readDotenv } from "../../../server/src/core/import/dotenv.ts";
import { imported } from "./support.ts";

interface Row {
  readonly of: string;
  readonly source: string;
  readonly account: string;
}

/** Files as their frameworks' own documentation shows them. */
const ROWS: readonly Row[] = [
  {
    of: "Laravel",
    source: `APP_NAME="My App"
DB_HOST=127.0.0.1
MAIL_MAILER=smtp
MAIL_HOST=smtp.example.com
MAIL_PORT=465
MAIL_USERNAME=ops@example.com
MAIL_PASSWORD='abc#def'   # a comment
MAIL_ENCRYPTION=tls
MAIL_FROM_ADDRESS="ops@example.com"
MAIL_FROM_NAME="\${APP_NAME}"`,
    account: `mail:
  from: "My App <ops@example.com>"
  smtp:
    host: smtp.example.com
    port: 465
    security: tls
    auth: { method: plain, username: ops@example.com, password: "\${env:MAIL_PASSWORD}" }`,
  },
  {
    of: "Django",
    source: `EMAIL_BACKEND=django.core.mail.backends.smtp.EmailBackend
EMAIL_HOST=smtp.example.com
EMAIL_PORT=587
EMAIL_HOST_USER=ops@example.com
EMAIL_HOST_PASSWORD=x1
EMAIL_USE_TLS=True
DEFAULT_FROM_EMAIL=Ops <ops@example.com>`,
    account: `mail:
  from: "Ops <ops@example.com>"
  smtp:
    host: smtp.example.com
    port: 587
    security: starttls
    auth: { method: plain, username: ops@example.com, password: "\${env:EMAIL_HOST_PASSWORD}" }`,
  },
  {
    of: "Rails and Mastodon",
    source: `SMTP_SERVER=smtp.example.com
SMTP_PORT=587
SMTP_LOGIN=ops
SMTP_PASSWORD=x1
SMTP_FROM_ADDRESS=ops@example.com
SMTP_DOMAIN=app.example.com
SMTP_AUTH_METHOD=login
SMTP_OPENSSL_VERIFY_MODE=none
SMTP_ENABLE_STARTTLS=auto`,
    account: `mail:
  from: ops@example.com
  smtp:
    host: smtp.example.com
    port: 587
    security: starttls
    auth: { method: login, username: ops, password: "\${env:SMTP_PASSWORD}" }
    tls: { rejectUnauthorized: false }
    ehloName: app.example.com`,
  },
  {
    of: "Nextcloud",
    source: `SMTP_HOST=smtp.example.com
SMTP_SECURE=ssl
SMTP_PORT=465
SMTP_AUTHTYPE=LOGIN
SMTP_NAME=ops@example.com
SMTP_PASSWORD=x1
MAIL_FROM_ADDRESS=cloud
MAIL_DOMAIN=example.com`,
    account: `mail:
  from: cloud@example.com
  smtp:
    host: smtp.example.com
    port: 465
    security: tls
    auth: { method: login, username: ops@example.com, password: "\${env:SMTP_PASSWORD}" }`,
  },
  {
    of: "WordPress (Bitnami)",
    source: `WORDPRESS_SMTP_HOST=smtp.example.com
WORDPRESS_SMTP_PORT=587
WORDPRESS_SMTP_USER=ops@example.com
WORDPRESS_SMTP_PASSWORD=x1
WORDPRESS_SMTP_PROTOCOL=tls`,
    account: `mail:
  smtp:
    host: smtp.example.com
    port: 587
    security: starttls
    auth: { method: plain, username: ops@example.com, password: "\${env:WORDPRESS_SMTP_PASSWORD}" }`,
  },
  {
    of: "Ghost",
    source: `mail__transport=SMTP
mail__from="'Blog' <blog@example.com>"
mail__options__host=smtp.example.com
mail__options__port=465
mail__options__secure=true
mail__options__auth__user=blog@example.com
mail__options__auth__pass=x1`,
    account: `mail:
  from: "'Blog' <blog@example.com>"
  smtp:
    host: smtp.example.com
    port: 465
    security: tls
    auth: { method: plain, username: blog@example.com, password: "\${env:mail__options__auth__pass}" }`,
  },
  {
    of: "Gitea",
    source: `GITEA__mailer__ENABLED=true
GITEA__mailer__FROM=git@example.com
GITEA__mailer__PROTOCOL=smtp+starttls
GITEA__mailer__SMTP_ADDR=smtp.example.com
GITEA__mailer__SMTP_PORT=587
GITEA__mailer__USER=git@example.com
GITEA__mailer__PASSWD=x1`,
    account: `mail:
  from: git@example.com
  smtp:
    host: smtp.example.com
    port: 587
    security: starttls
    auth: { method: plain, username: git@example.com, password: "\${env:GITEA__mailer__PASSWD}" }`,
  },
  {
    of: "Grafana",
    source:
      "GF_SMTP_ENABLED=true\nGF_SMTP_HOST=smtp.example.com:587\nGF_SMTP_USER=ops\nGF_SMTP_PASSWORD=x1\nGF_SMTP_FROM_ADDRESS=ops@example.com\nGF_SMTP_SKIP_VERIFY=false",
    account: `mail:
  from: ops@example.com
  smtp:
    host: smtp.example.com
    port: 587
    security: starttls
    auth: { method: plain, username: ops, password: "\${env:GF_SMTP_PASSWORD}" }`,
  },
  {
    of: "Vaultwarden",
    source:
      "SMTP_HOST=smtp.example.com\nSMTP_FROM=vault@example.com\nSMTP_SECURITY=force_tls\nSMTP_PORT=465\nSMTP_USERNAME=vault@example.com\nSMTP_PASSWORD=x1",
    account: `mail:
  from: vault@example.com
  smtp:
    host: smtp.example.com
    port: 465
    security: tls
    auth: { method: plain, username: vault@example.com, password: "\${env:SMTP_PASSWORD}" }`,
  },
  {
    of: "Symfony",
    source: "MAILER_DSN=smtp://ops%40example.com:p%40ss@smtp.example.com:465",
    account: `mail:
  smtp:
    host: smtp.example.com
    port: 465
    security: tls
    auth: { method: plain, username: ops@example.com, password: "\${env:MAIL_SMTP_PASSWORD}" }`,
  },
];

for (const { of, source, account } of ROWS) {
  test(`.env of ${of}`, () => {
    const { accounts, errors, text } = imported(".env", source);
    assert.equal(accounts, `${account}\n`);
    assert.deepEqual(errors, []);
    assert.ok(!/x1|abc#def|p@ss/.test(text));
  });
}

test("two servers in one file are two accounts, others are told by their prefix; IMAP goes beside SMTP", () => {
  const source = `SMTP_HOST=smtp.example.com
SMTP_PASSWORD=one
EMAIL_URL=smtp+tls://u:p%40x@smtp.example.net:587
MARKETING_SMTP_HOST=smtp.example.org
MARKETING_SMTP_PORT=587
MARKETING_SMTP_PASS=\${MAIL_KEY}
IMAP_HOST=imap.example.com
IMAP_PORT=993
IMAP_USER=u
IMAP_PASSWORD=two`;
  const { accounts, secrets } = imported(".env", source);
  assert.match(
    accounts,
    /^mail:\n {2}smtp:\n {4}host: smtp\.example\.com\n[\s\S]* {2}imap:\n {4}host: imap\.example\.com\n {4}port: 993\n {4}security: tls\n/,
  );
  assert.match(accounts, /\nmail-2:\n {2}smtp:\n {4}host: smtp\.example\.net\n {4}port: 587\n/);
  assert.match(
    accounts,
    /\nmarketing:\n {2}smtp:\n {4}host: smtp\.example\.org\n.*\n.*\n {4}auth: \{ method: plain, password: "\$\{env:MAIL_KEY\}" \}/,
  );
  assert.deepEqual(secrets, ["SMTP_PASSWORD=one", "IMAP_PASSWORD=two", "MAIL_2_SMTP_PASSWORD=p@x"]);
});

test("what has no place is noted with its line", () => {
  const { notes } = imported(
    ".env",
    "\nSMTP_HOST=h.example\nSMTP_QUEUE=mails\nSMTP_USER=${x\nMAIL_MAILER=sendmail\nSMTP_AUTH_METHOD=ntlm\n",
  );
  assert.deepEqual(
    notes.map((it) => it.replace(/: .*/, "")),
    ["line 3, `SMTP_QUEUE`", "line 4, `SMTP_USER`", "line 5, `MAIL_MAILER`"],
  );
});

test("dotenv: export, quotes, escapes, lines inside quotes, comments, references, CRLF", () => {
  const source =
    'export A=1\r\nB = "x \\"y\\"\\nz"  # c\r\n# C=3\r\nD=\'${A}\'\r\nE=${A}${NONE}\r\nF="two\r\nlines"\r\nG=a#b\r\nH=a #b\r\nI=\r\n';
  assert.deepEqual(
    readDotenv(source).map(({ key, value, line }) => [key, value, line]),
    [
      ["A", "1", 1],
      ["B", 'x "y"\nz', 2],
      ["D", "${A}", 4],
      ["E", "1${NONE}", 5],
      ["F", "two\r\nlines", 6],
      ["G", "a#b", 8],
      ["H", "a", 9],
      ["I", "", 10],
    ],
  );
});

const ENCRYPTION: readonly (readonly [variables: string, port: number, security: string])[] = [
  ["SMTP_HOST=smtp.example.com SMTP_PORT=587 SMTP_SECURE=false", 587, "starttls"],
  ["SMTP_HOST=sandbox.smtp.example.com MAIL_PORT=2525 MAIL_ENCRYPTION=null", 2525, "starttls"],
  ["SMTP_HOST=smtp.example.com SMTP_PORT=465 SMTP_SECURE=true", 465, "tls"],
  ["SMTP_HOST=smtp.example.com SMTP_PORT=465", 465, "tls"],
  ["SMTP_HOST=smtp.example.com", 587, "starttls"],
  ["EMAIL_HOST=smtp.example.com EMAIL_PORT=25 EMAIL_USE_TLS=False", 25, "none"],
  ["EMAIL_HOST=smtp.example.com EMAIL_PORT=465 EMAIL_USE_TLS=False EMAIL_USE_SSL=True", 465, "tls"],
  ["MAIL_HOST=mailpit MAIL_PORT=1025 MAIL_ENCRYPTION=null", 1025, "none"],
  ["MAIL_HOST=127.0.0.1 MAIL_PORT=25", 25, "none"],
  ["SMTP_HOST=smtp.example.com SMTP_PORT=587 SMTP_SECURITY=off", 587, "none"],
  ["IMAP_HOST=imap.example.com IMAP_PORT=993 IMAP_TLS=true", 993, "tls"],
];

for (const [variables, port, security] of ENCRYPTION) {
  test(`encryption of ${variables}`, () => {
    const { accounts } = imported(".env", variables.replaceAll(" ", "\n"));
    assert.match(accounts, new RegExp(`port: ${port}\\n {4}security: ${security}\\n`));
  });
}
