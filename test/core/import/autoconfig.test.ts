import assert from "node:assert/strict";
import { test } from "node:test";
import { readXml } from "../../../server/src/core/import/xml.ts";
import { imported } from "./support.ts";

const SOURCE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment with <emailProvider> in it -->
<clientConfig version="1.1">
  <emailProvider id="example.com">
    <domain>%EMAILDOMAIN%</domain>
    <domain>example.com</domain>
    <displayName>Example &amp; Co</displayName>
    <incomingServer type="imap">
      <hostname>imap.example.com</hostname><port>993</port><socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username><authentication>OAuth2</authentication><authentication>password-cleartext</authentication>
    </incomingServer>
    <incomingServer type="imap"><hostname>imap.example.com</hostname><port>143</port><socketType>STARTTLS</socketType></incomingServer>
    <incomingServer type="pop3">
      <hostname>pop.example.com</hostname><port>995</port><socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username><authentication>password-encrypted</authentication>
    </incomingServer>
    <outgoingServer type="smtp">
      <hostname>smtp.%EMAILDOMAIN%</hostname><port>587</port><socketType>STARTTLS</socketType>
      <username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication>
    </outgoingServer>
  </emailProvider>
</clientConfig>
`;

test("servers of a provider's settings file, for an address", () => {
  const { accounts, notes, errors } = imported("config-v1.1.xml", SOURCE, "environment", "max@example.com");
  assert.equal(
    accounts,
    `example:
  from: max@example.com
  smtp:
    host: smtp.example.com
    port: 587
    security: starttls
    auth: { method: plain, username: max, password: "\${env:EXAMPLE_SMTP_PASSWORD}" }
  imap:
    host: imap.example.com
    port: 993
    security: tls
    auth: { method: xoauth2, username: max@example.com, accessToken: "\${env:EXAMPLE_IMAP_ACCESS_TOKEN}" }
  pop3:
    host: pop.example.com
    port: 995
    security: tls
    auth: { method: cram-md5, username: max@example.com, password: "\${env:EXAMPLE_POP3_PASSWORD}" }
`,
  );
  assert.deepEqual(notes, [
    "line 12, `incomingServer imap`: Another server of this protocol was named before; this one is left out.",
  ]);
  assert.deepEqual(errors, []);
});

test("without an address a placeholder of the provider's domain stands for it, which is said", () => {
  const { accounts, notes } = imported("config.xml", SOURCE);
  assert.match(accounts, /from: you@example\.com/);
  assert.match(notes[0] ?? "", /^line 4, `emailProvider`: .*`you@example\.com`/);
});

test("XML: prefixes, CDATA, references, empty elements, and what is not closed", () => {
  const [root] = readXml(
    "<!DOCTYPE a [<!ENTITY x \"y\">]><a:r k='1 &lt; 2'><b/><c>x &#65;&#x42;<![CDATA[<&amp;>]]>&x;</c><d>open",
  );
  assert.equal(root?.name, "r");
  assert.equal(root?.attributes.get("k"), "1 < 2");
  assert.deepEqual(
    root?.children.map(({ name, text }) => [name, text]),
    [
      ["b", ""],
      ["c", "x AB<&amp;>&x;"],
      ["d", "open"],
    ],
  );
});
