import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "./support.ts";

test("a transport in a program: environment, comments, defaults, spread, code around it", () => {
  const source = `const nodemailer = require("nodemailer");
const db = { host: "localhost", port: 5432 };
// const old = { host: "old.example.com", port: 587 };
function make(options) { const { a } = options; return \`\${a}\`; }
const transporter = nodemailer.createTransport({
  ...base,
  host: process.env.SMTP_HOST || "smtp.example.com",
  port: Number(process.env.SMTP_PORT) || 587,
  secure: false, /* true for 465 */
  requireTLS: true,
  auth: {
    user: process.env["SMTP_USER"],
    pass: 'hunt\\'er2',
  },
  tls: { rejectUnauthorized: false, ciphers: "SSLv3" },
  pool: true,
  rateDelta: 2000,
  rateLimit: 10,
  connectionTimeout: 2 * 60 * 1000,
  greetingTimeout: 1_500,
}, { from: '"Ops" <ops@example.com>' });
`;
  const { accounts, notes, secrets, text } = imported("mail.ts", source);
  assert.equal(
    accounts,
    `mail:
  from: "\\"Ops\\" <ops@example.com>"
  smtp:
    host: "\${env:SMTP_HOST}"
    port: 587
    security: starttls
    auth: { method: plain, username: "\${env:SMTP_USER}", password: "\${env:MAIL_SMTP_PASSWORD}" }
    tls: { rejectUnauthorized: false }
    timeouts: { greeting: 1500ms }
    pool: { maxConnections: 5, ratePerSecond: 5 }
`,
  );
  assert.deepEqual(
    notes.map((it) => it.replace(/: .*/, "")),
    ["line 8, `port`", "line 15, `tls.ciphers`", "line 19, `connectionTimeout`"],
  );
  assert.deepEqual(secrets, ["MAIL_SMTP_PASSWORD=hunt'er2"]);
  assert.ok(!text.includes("hunt"));
});

test("options as JSON, nested as Ghost, Strapi and others keep them", () => {
  const source = `{
  "database": { "connection": { "host": "localhost", "port": 3306, "user": "root" } },
  "mail": { "transport": "SMTP", "from": "blog@example.com",
    "options": { "host": "smtp.example.com", "port": 465, "secure": true, "auth": { "user": "blog@example.com", "pass": "x1" } } }
}`;
  assert.equal(
    imported("config.production.json", source).accounts,
    `mail:
  from: blog@example.com
  smtp:
    host: smtp.example.com
    port: 465
    security: tls
    auth: { method: plain, username: blog@example.com, password: "\${env:MAIL_SMTP_PASSWORD}" }
`,
  );
});

test("a known service is a provider; OAuth keeps its parts apart", () => {
  const source = `export default {
  shop: { service: "Gmail", auth: { type: "OAuth2", user: "shop@example.com", clientId: "id.apps", clientSecret: "cs", refreshToken: "rt", accessUrl: "https://oauth2.googleapis.com/token" } },
  other: { service: "Nobody", auth: { user: "u", pass: "p" } },
};`;
  const { accounts, notes, secrets } = imported("mail.mjs", source);
  assert.match(
    accounts,
    /^shop:\n {2}provider: gmail\n {2}smtp:\n {4}auth: \{ method: xoauth2, username: shop@example\.com, clientId: id\.apps, clientSecret: "\$\{env:SHOP_SMTP_CLIENT_SECRET\}", refreshToken: "\$\{env:SHOP_SMTP_REFRESH_TOKEN\}", accessUrl: "?https:\/\/oauth2/,
  );
  assert.match(notes.join("\n"), /line 3, `service`: No provider of that name/);
  assert.deepEqual(secrets, ["SHOP_SMTP_CLIENT_SECRET=cs", "SHOP_SMTP_REFRESH_TOKEN=rt", "OTHER_SMTP_PASSWORD=p"]);
});

test("a port that contradicts `secure` stays so, and the finding says it", () => {
  const { errors } = imported(
    "mail.json",
    '{ "host": "smtp.example.com", "port": 587, "secure": true, "auth": { "user": "u", "pass": "p" } }',
  );
  assert.deepEqual(errors, ["config/port-security"]);
});

const URLS: readonly (readonly [string, string])[] = [
  ["smtps://ops%40example.com:p%40ss@smtp.example.com", "port: 465\n    security: tls"],
  ["smtp://u:p@smtp.example.com:2525/?requireTLS=true", "port: 2525\n    security: starttls"],
  ["smtp://u:p@smtp.example.com", "port: 587\n    security: starttls"],
  ["smtp://smtp.example.com:465", "port: 465\n    security: tls"],
  ["submission://u:p@[2001:db8::1]:587?tls.rejectUnauthorized=false", "rejectUnauthorized: false"],
];

for (const [url, wanted] of URLS) {
  test(`the address ${url}`, () => {
    const { accounts, errors } = imported("-", `${url}\n`);
    assert.ok(accounts.includes(wanted), accounts);
    assert.ok(!accounts.includes("p@ss"));
    assert.deepEqual(errors, []);
  });
}

const SERVICES: readonly (readonly [service: string, wanted: string])[] = [
  ["Outlook365", "provider: microsoft365"],
  ["QQ Enterprise", "provider: exmail"],
  ["163", 'provider: "163"'],
  ["SendGrid", "provider: sendgrid"],
  ["SES-EU-WEST-1", "host: email-smtp.eu-west-1.amazonaws.com"],
];

for (const [service, wanted] of SERVICES) {
  test(`nodemailer's service ${service}`, () => {
    const { accounts, errors } = imported(
      "mail.json",
      JSON.stringify({ service, auth: { user: "u@example.com", pass: "x" } }),
    );
    assert.ok(accounts.includes(wanted), accounts);
    assert.deepEqual(errors, []);
  });
}
