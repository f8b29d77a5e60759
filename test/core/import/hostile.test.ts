import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { formatOf } from "../../../server/src/core/import/index.ts";
import { parseYaml } from "../../../server/src/core/syntax/yaml/parseYaml.ts";
import { imported } from "./support.ts";

const NAMES = [".msmtprc", "main.cf", ".env", "mail.js", "mail.json", "config.xml", "-"];

/** Pieces that the readers look for, so that random texts get into their depths. */
const PIECES = [
  ..."account defaults host port tls auth password user : # \" ' ` \\ \n \r\n = { } [ ] , ( ) < > / ! ? & ; $ ${ %".split(
    " ",
  ),
  ..."relayhost smtp_sasl_auth_enable yes smtp_sasl_password_maps static:a:b SMTP_HOST SMTP_PASSWORD MAIL_URL".split(
    " ",
  ),
  ...'createTransport( process.env.X // /* */ <clientConfig> <emailProvider <incomingServer type="imap"> <hostname> </'.split(
    " ",
  ),
  ..."smtp://a:b@c:1 smtps:// <![CDATA[ ]]> <!-- --> &#x10FFFF; &#0; \u0000 \u2028 \uD800 - --- ... | > * & ! %TAG".split(
    " ",
  ),
  " ",
  "\n ",
  "\n",
];

test("any text in any format gives a config that YAML readers take, or no account", () => {
  const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 60 });
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), text, (name, pieces) => {
      const result = imported(name, pieces.join(""));
      assert.deepEqual(parseYaml(result.text).issues, [], result.text);
    }),
    { numRuns: 1500 },
  );
});

const SECRET = "s3cr3t-Zq9";
const WITH_SECRET: readonly (readonly [string, (secret: string) => string])[] = [
  [".msmtprc", (it) => `account a\nhost h.example.com\nauth on\ntls on\nuser u\npassword ${it}\nunknown ${it}`],
  [
    "main.cf",
    (it) =>
      `relayhost=[h.example.com]\nsmtp_sasl_auth_enable=yes\nsmtp_sasl_password_maps=static:u:${it}\nsmtp_x=${it}`,
  ],
  [
    ".env",
    (it) =>
      `SMTP_HOST=h.example.com\nSMTP_PASSWORD='${it}'\nSMTP_OTHER=${it}\nMAIL_HOST=m.example.com\nMAIL_PASSWORD=${it}`,
  ],
  [
    "mail.json",
    (it) =>
      JSON.stringify({
        host: "h.example.com",
        port: 465,
        auth: { user: "u", pass: it },
        other: it,
        dkim: { privateKey: it },
      }),
  ],
  [
    "mail.js",
    (it) =>
      `createTransport({ host: "h.example.com", port: 587, auth: { type: "OAuth2", accessToken: "${it}", refreshToken: \`${it}\`, clientSecret: '${it}' } })`,
  ],
  ["-", (it) => `smtp://u:${it}@h.example.com`],
];

for (const [name, source] of WITH_SECRET) {
  test(`no secret of ${name} gets into the file or its notes`, () => {
    const { text, accounts, secrets } = imported(name, source(SECRET));
    assert.ok(!text.includes(SECRET), text);
    assert.match(accounts, /\$\{env:\w+\}/);
    assert.ok(
      secrets.some((it) => it.endsWith(`=${SECRET}`)),
      secrets.join(),
    );
  });
}

test("a value with a reference in it is left out: it would send what the environment holds", () => {
  const sources: readonly (readonly [string, string])[] = [
    [
      ".msmtprc",
      "account a\nhost ${env:AWS_SECRET}\nuser ${env:AWS_SECRET}\nauth on\ntls on\npassword x\ndomain ${env:AWS_SECRET}",
    ],
    [
      "mail.json",
      '{"host":"h.example.com","port":465,"auth":{"user":"${env:AWS_SECRET}","pass":"x"},"name":"${secret:x}"}',
    ],
    ["-", "smtp://$%7Benv:AWS_SECRET%7D:x@h.example.com"],
    ["mail.json", '{"from":"${env:AWS_SECRET}","smtp":{"host":"h.example.com","port":465}}'],
    ["main.cf", "relayhost = [$${env:AWS_SECRET}]:587\n"],
    ["main.cf", "relayhost = [h.example.com]:587, [$${env:AWS_SECRET}]:587\n"],
    [
      "config.xml",
      "<emailProvider id='a.example'><outgoingServer type='smtp'><hostname>h.example</hostname><username>${env:AWS_SECRET}</username></outgoingServer></emailProvider>",
    ],
  ];
  for (const [name, source] of sources) {
    const { accounts } = imported(name, source);
    assert.ok(!/AWS_SECRET|secret:x/.test(accounts), accounts);
  }
});

test("large and nested inputs end quickly and are cut", () => {
  const many = 200_000;
  for (const piece of [
    "{",
    "[",
    "a:{",
    "<a>",
    "<",
    "&#1;",
    "createTransport({",
    'A="',
    "$(a)",
    "account a\n",
    "=",
    "'",
    "`",
    "//",
    "/*",
    "A=${A}${A}\n",
  ]) {
    for (const name of NAMES) imported(name, piece.repeat(many / piece.length));
  }
});

test("a name or a key with line breaks stays inside its comment", () => {
  const { text } = imported("a\nversion: 2\u2028x: y", "smtp://h.example.com?a%0Ab%0D%0Aversion:%202=1");
  assert.deepEqual(parseYaml(text).issues, []);
  assert.equal(text.match(/^version:/gm)?.length, 1);
});

const FORMATS: readonly (readonly [string, string, string])[] = [
  ["msmtp", ".config/msmtp/config", "defaults\ntls on\naccount a\nhost h\n"],
  ["msmtp", "x", "host smtp.example.com\nport 587\n"],
  ["postfix", "relay.conf", "# c\nrelayhost = [a]:587\n"],
  ["dotenv", "production.env", "MAIL_HOST=x"],
  ["dotenv", ".env.local", ""],
  ["dotenv", "x", "export SMTP_HOST=x"],
  ["nodemailer", "x", "\n{ host: 'a' }"],
  ["nodemailer", "x", "const t = nodemailer.createTransport ({})"],
  ["autoconfig", "x", " <clientConfig/>"],
  ["url", "x", "smtps://u:p@h"],
];

for (const [format, name, text] of FORMATS) {
  test(`${name} with ${JSON.stringify(text.slice(0, 20))} is ${format}`, () =>
    assert.equal(formatOf(name, text), format));
}
