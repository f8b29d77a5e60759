import assert from "node:assert/strict";
import { test } from "node:test";
import { imported } from "./support.ts";

test("relayhost, continuation lines, comments between them and parameters in parameters", () => {
  const source = `# Debian's
compatibility_level = 3.6
myhostname = app.example.com
mydomain = example.com
relayhost =
# the relay
  [smtp.$mydomain]:587,
  [smtp2.\${mydomain}]:submission
smtp_sasl_auth_enable = yes
smtp_sasl_password_maps = hash:/etc/postfix/sasl_passwd
smtp_sasl_security_options = noanonymous
smtp_tls_security_level = encrypt
smtp_tls_CAfile = /etc/ssl/certs/ca-certificates.crt
smtp_tls_mandatory_protocols = >=TLSv1.2
smtp_connect_timeout = 30s
smtp_generic_maps = hash:/etc/postfix/generic
inet_interfaces = loopback-only
mydestination = localhost
`;
  const { accounts, notes, secrets, errors } = imported("main.cf", source);
  assert.equal(
    accounts,
    `relay:
  smtp:
    host: smtp.example.com
    port: 587
    security: starttls
    auth: { method: plain, username: "\${env:RELAY_SMTP_USERNAME}", password: "\${env:RELAY_SMTP_PASSWORD}" }
    tls: { minVersion: TLSv1.2 }
    ehloName: app.example.com
    timeouts: { connection: 30s }
    failover: [smtp://smtp2.example.com:587]
`,
  );
  assert.deepEqual(notes, [
    "line 10, `smtp_sasl_password_maps`: User name and password stand in another file. Put them into the environment variables `RELAY_SMTP_USERNAME` and `RELAY_SMTP_PASSWORD`.",
    "line 12, `smtp_tls_security_level`: It does not check the server's certificate; here it is checked.",
    "line 16, `smtp_generic_maps`: This format has no key for it.",
    "Settings of the program itself, not of an account: lines 17, 18",
  ]);
  assert.deepEqual(secrets, ["RELAY_SMTP_PASSWORD=?"]);
  assert.deepEqual(errors, []);
});

const RELAYS: readonly (readonly [string, string])[] = [
  ["[mail.isp.example]", "host: mail.isp.example\n    port: 25"],
  ["mail.isp.example:2525", "host: mail.isp.example\n    port: 2525"],
  ["[mail.isp.example]:smtps", "host: mail.isp.example\n    port: 465"],
  ["[mail.isp.example]:submissions", "host: mail.isp.example\n    port: 465"],
  ["[192.0.2.1]:587", "host: 192.0.2.1\n    port: 587"],
  ["[2001:db8::1]:587", "host: 2001:db8::1\n    port: 587"],
  ["[IPv6:2001:db8::1]", "host: 2001:db8::1\n    port: 25"],
];

for (const [relay, wanted] of RELAYS) {
  test(`relayhost ${relay}`, () => {
    const { accounts } = imported("main.cf", `relayhost = ${relay}\nsmtp_tls_security_level = secure\n`);
    assert.ok(accounts.replaceAll('"', "").includes(wanted), accounts);
  });
}

test("a name without brackets stands for its MX hosts, which is said", () => {
  assert.deepEqual(imported("main.cf", "relayhost = isp.example\n").notes, [
    "line 1, `relayhost`: The MX records of this name were looked up; here it is the server itself.",
  ]);
  assert.deepEqual(imported("main.cf", "relayhost = [isp.example]\nsmtp_tls_security_level = verify\n").notes, []);
});

test("wrapper mode is TLS from the first byte; a static password is taken out", () => {
  const source =
    "relayhost = [smtp.example.com]:465\nsmtp_tls_wrappermode = yes\nsmtp_tls_security_level = encrypt\nsmtp_sasl_auth_enable = yes\nsmtp_sasl_password_maps = static:ops@example.com:hunter2\n";
  const { accounts, secrets, text } = imported("main.cf", source);
  assert.match(
    accounts,
    /security: tls\n {4}auth: \{ method: plain, username: ops@example\.com, password: "\$\{env:RELAY_SMTP_PASSWORD\}" \}/,
  );
  assert.deepEqual(secrets, ["RELAY_SMTP_PASSWORD=hunter2"]);
  assert.ok(!text.includes("hunter2"));
});

test("a main.cf without a relay has no account, and parameters in a circle end", () => {
  assert.match(
    imported("main.cf", "myhostname = a.example\nrelayhost =\n").notes[0] ?? "",
    /^line 2, `relayhost`: It names no relay/,
  );
  imported("main.cf", "relayhost = $a\na = $b$b$b$b\nb = $a$a$a$a\n");
});
