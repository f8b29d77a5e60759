import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ENHANCED_CODES } from "../../../server/src/core/facts/enhancedCodes.ts";
import { NETWORK_TEXTS } from "../../../server/src/core/facts/networkTexts.ts";
import { REPLIES } from "../../../server/src/core/facts/replies.ts";
import { SERVER_TEXTS } from "../../../server/src/core/facts/replyTexts.ts";
import { explainReply } from "../../../server/src/core/features/explain.ts";
import { translator } from "../../../server/src/core/locale.ts";

const t = translator();

/** Real texts: what was said, the code that is read, the part it speaks of, and words of the explanation. */
const TEXTS: readonly (readonly [text: string, code: string, part: string, what: RegExp])[] = [
  ["421 4.7.0 Try again later, closing connection.", "421 4.7.0", "none", /closes the connection/],
  ["450 4.2.0 <a@example.com>: Recipient address rejected: Greylisted", "450 4.2.0", "none", /Greylisting/],
  ["450 Requested mail action not taken: mailbox unavailable", "450", "to", /greylisting\. It is no login error/],
  ["451 4.3.0 Temporary lookup failure", "451 4.3.0", "none", /error of its own/],
  ["452 4.2.2 The email account that you tried to reach is over quota", "452 4.2.2", "to", /mailbox is full/],
  ["454 4.7.0 Temporary authentication failure", "454 4.7.0", "security", /at this moment/],
  ["454 TLS not available due to temporary reason", "454", "security", /cannot encrypt at this moment/],
  ["500 5.5.1 Command unrecognized", "500 5.5.1", "port", /does not know this command/],
  ["503 5.5.1 Error: need RCPT command", "503 5.5.1", "security", /order/],
  ["504 5.5.4 Unrecognized authentication type", "504 5.5.4", "authMethod", /does not offer/],
  ["523 Encryption needed", "523", "security", /demands encryption/],
  ["530 5.7.0 Must issue a STARTTLS command first", "530 5.7.0", "security", /STARTTLS before/],
  ["530 5.7.0 Authentication Required", "530 5.7.0", "username", /only after login/],
  ["530 5.7.57 Client not authenticated to send mail.", "530 5.7.57", "username", /only after login/],
  ["534 5.7.9 Authentication mechanism is too weak", "534 5.7.9", "authMethod", /too weak/],
  ["534-5.7.9 Application-specific password required.", "534 5.7.9", "password", /app password/],
  ["535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6", "535 5.7.8", "password", /refused user name or password/],
  ["535 Incorrect authentication data", "535", "password", /refused user name or password/],
  ["535-5.7.8 Username and Password not accepted. BadCredentials", "535 5.7.8", "password", /Google/],
  [
    "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant",
    "535 5.7.139",
    "authMethod",
    /switched off/,
  ],
  ["535 Login Fail. Please using authorized code to login.", "535", "password", /授权码/],
  ["550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown", "550 5.1.1", "to", /no such mailbox/],
  [
    "550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
    "550 5.7.1",
    "none",
    /block list/,
  ],
  [
    "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.",
    "550 5.7.26",
    "from",
    /fails DMARC/,
  ],
  ["550 5.7.23 SPF validation failed", "550 5.7.23", "from", /SPF record does not allow/],
  ["551 User not local; please try <other@example.net>", "551", "to", /not served here/],
  ["552 5.3.4 Message size exceeds fixed limit", "552 5.3.4", "message", /larger than the server takes/],
  ["552 Requested mail action aborted", "552", "message", /full, or the message is too large/],
  ["553 Mail from must equal authorized user", "553", "from", /must be the one that logs in/],
  ["553 5.7.1 <x@example.com>: Sender address rejected: not owned by user y", "553 5.7.1", "from", /must be the one/],
  [
    "554 5.7.1 <a@example.net>: Relay access denied",
    "554 5.7.1",
    "username",
    /relays mail to other domains only after login/,
  ],
  ["554 Transaction failed", "554", "none", /refuses the mail as a whole/],
  ["554 DT:SPM 163 smtp10", "554", "message", /NetEase/],
  ["556 5.1.10 Recipient address has null MX", "556 5.1.10", "to", /null MX/],
  [
    "Nov 24 10:00:00 mx postfix/smtp[1]: 4F2A: to=<a@example.com>, dsn=5.2.1, status=bounced",
    "5.2.1",
    "to",
    /disabled/,
  ],
  ["(host mx.example.net[192.0.2.25] said: 550 5.4.1 Access denied", "550 5.4.1", "to", /no such mailbox/],
  ["Diagnostic-Code: smtp; 550 5.1.2 Bad destination system", "550 5.1.2", "to", /domain does not exist/],
  ["the server answered with error 535", "535", "password", /refused/],
  ["535", "535", "password", /refused/],
  ["559 What is this", "559", "none", /refuses for good/],
  ["250 2.0.0 Ok: queued as 4F2A", "250 2.0.0", "none", /accepted the mail, not yet delivered/],
  ["getaddrinfo ENOTFOUND smtp.exmaple.com", "", "host", /no host of this name/],
  ["getaddrinfo EAI_AGAIN smtp.example.com", "", "host", /no answer at this moment/],
  ["connect ECONNREFUSED 127.0.0.1:2525", "", "port", /Nothing listens/],
  ["connect ETIMEDOUT 192.0.2.1:587", "", "port", /in time/],
  ["Greeting never received", "", "port", /never greets/],
  [
    "C0172:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../ssl/record.c:354:",
    "",
    "security",
    /begins in cleartext/,
  ],
  ["Error: self-signed certificate", "", "certificate", /self-signed/],
  ["unable to verify the first certificate", "", "certificate", /chain|between its own/],
  ["certificate has expired", "", "certificate", /expired/],
  [
    "Hostname/IP does not match certificate's altnames: Host: a.example. is not in the cert's altnames: DNS:b.example",
    "",
    "host",
    /another name/,
  ],
  ["read ECONNRESET", "", "port", /broke the connection/],
  ["error:0A000102:SSL routines::unsupported protocol", "", "security", /no TLS version in common/],
  ["[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)", "", "security", /begins in cleartext/],
  ["tls: first record does not look like a TLS handshake", "", "security", /begins in cleartext/],
  ["x509: certificate signed by unknown authority", "", "certificate", /not trusted/],
  ["x509: certificate is valid for mx.example.net, not smtp.example.com", "", "host", /another name/],
  ["sun.security.validator.ValidatorException: PKIX path building failed", "", "certificate", /not trusted/],
  ["[Errno -2] Name or service not known", "", "host", /no host of this name/],
  ["connect to mx.example.com[192.0.2.1]:25: Connection refused", "", "port", /Nothing listens/],
  ["connect to mx.example.com[192.0.2.1]:25: Connection timed out", "", "port", /in time/],
  ["connect to mx.example.com[2001:db8::1]:25: Network is unreachable", "", "host", /no route/],
  ["lost connection with mx.example.com[192.0.2.1] while receiving the initial server greeting", "", "port", /broke/],
  ["TLS is required, but was not offered by host mx.example.com[192.0.2.1]", "", "security", /does not offer STARTTLS/],
  ['Missing credentials for "PLAIN"', "", "password", /needs a user name/],
];

for (const [text, code, part, what] of TEXTS) {
  test(`explains “${text.slice(0, 70)}”`, () => {
    const explained = explainReply(text, t);
    assert.ok(explained);
    assert.equal(explained.code, code);
    assert.equal(explained.part, part);
    assert.match(explained.what, what);
  });
}

test("what is no reply is not explained", () => {
  for (const text of ["", "hello", "port 587", "192.0.2.550", "5 mails in 3 minutes"]) {
    assert.equal(explainReply(text, t), undefined, text);
  }
});

test("a reply means another part where it answers another command", () => {
  assert.equal(explainReply("550 No", t, { command: "MAIL FROM" })?.part, "from");
  assert.equal(explainReply("550 No", t, { command: "RCPT TO" })?.part, "to");
  assert.equal(explainReply("550 No", t, { command: "DATA" })?.part, "message");
  assert.equal(explainReply("550 No", t, { command: "EHLO" })?.part, "ehloName");
});

test("only replies of class 4 are temporary", () => {
  assert.equal(explainReply("450 later", t)?.isTemporary, true);
  assert.equal(explainReply("550 no", t)?.isTemporary, false);
  assert.equal(explainReply("dsn=4.4.7", t)?.isTemporary, true);
});

test("any text is taken", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => void explainReply(text, t)));
});

test("every sentence of the tables has a full stop and a translation", () => {
  const chinese = translator("zh-cn");
  const facts = [...SERVER_TEXTS, ...NETWORK_TEXTS].map(([, fact]) => fact);
  for (const { what, next } of [...Object.values(REPLIES), ...ENHANCED_CODES.values(), ...facts]) {
    for (const sentence of [what, next]) {
      assert.match(sentence, /\.$/);
      assert.ok(sentence.length <= 170, sentence);
      assert.notEqual(chinese(sentence), sentence);
    }
  }
});
