import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Delivery, readDeliveries } from "../../../server/src/core/features/deliveryReport.ts";

const DSN = `From: MAILER-DAEMON@mx.example.com (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

--x
Content-Type: text/plain; charset=us-ascii

<nobody@example.net>: host mx.example.net[192.0.2.25] said: 550 5.1.1
    <nobody@example.net>: Recipient address rejected: User unknown (in reply to RCPT TO command)

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
X-Postfix-Queue-ID: 4F2A

Final-Recipient: rfc822; nobody@example.net
Original-Recipient: rfc822;nobody@example.net
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 550 5.1.1 <nobody@example.net>: Recipient address
    rejected: User unknown (in reply to RCPT TO command)

Final-Recipient: rfc822; slow@example.org
Action: delayed
Status: 4.4.1
Diagnostic-Code: X-Postfix; connect to mx.example.org[192.0.2.26]:25: Connection timed out

--x--
`;

const ROWS: readonly (readonly [name: string, text: string, deliveries: readonly Partial<Delivery>[]])[] = [
  [
    "RFC 3464",
    DSN,
    [
      { recipient: "nobody@example.net", action: "failed", command: "RCPT TO", reply: /User unknown/.source },
      { recipient: "slow@example.org", action: "delayed", command: "", reply: "4.4.1 connect to" },
    ],
  ],
  [
    "RFC 3464, CRLF",
    DSN.replaceAll("\n", "\r\n"),
    [{ recipient: "nobody@example.net" }, { recipient: "slow@example.org" }],
  ],
  ["RFC 3464, quoted in a mail", DSN.replace(/^/gm, "> "), [{ command: "RCPT TO" }, { action: "delayed" }]],
  [
    "a delivery that came about",
    "Final-Recipient: rfc822; a@example.com\nAction: delivered\nStatus: 2.0.0\n",
    [{ action: "delivered", reply: "2.0.0" }],
  ],
  [
    "Postfix's log",
    [
      "Nov 24 10:00:00 mx postfix/smtp[12]: 4F2A: to=<a@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1, dsn=5.7.26, status=bounced (host mx.example.com[192.0.2.1] said: 550-5.7.26 This mail has been blocked (in reply to end of DATA command))",
      "Nov 24 10:00:01 mx postfix/smtp[12]: 4F2B: to=<b@example.com>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.1]:25: Connection timed out)",
      "Nov 24 10:00:02 mx postfix/smtp[12]: 4F2C: to=<c@example.com>, relay=mx, delay=1, dsn=2.0.0, status=sent (250 2.0.0 OK)",
      "Nov 24 10:00:03 mx postfix/smtpd[12]: connect from unknown[192.0.2.1]",
    ].join("\n"),
    [
      { recipient: "a@example.com", action: "failed", command: "DATA", reply: "550-5.7.26" },
      { recipient: "b@example.com", action: "delayed", reply: "4.4.1 (connect" },
      { recipient: "c@example.com", action: "relayed", reply: "250 2.0.0" },
    ],
  ],
  [
    "Exim's log",
    "2026-11-24 10:00:00 1tEABC-000000001Ab-0Xyz ** a@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<a@example.com>: 550 No such user",
    [{ recipient: "a@example.com", action: "failed", command: "RCPT TO", reply: "550 No such user" }],
  ],
  [
    "Sendmail's log",
    "Nov 24 10:00:00 mx sendmail[1]: 4AO: to=<a@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com. [192.0.2.1], dsn=5.1.1, stat=User unknown",
    [{ recipient: "a@example.com", action: "failed", reply: "5.1.1 User unknown" }],
  ],
  [
    "qmail's bounce",
    "Hi. This is the qmail-send program at mx.example.com.\n\n<a@example.net>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\nGiving up on 192.0.2.1.\n",
    [{ recipient: "a@example.net", action: "failed", reply: "550 5.1.1 unknown user" }],
  ],
  ["a lone reply", "550 5.1.1 <a@example.com>: User unknown", []],
  ["any text", "Dear <a@example.com>,\nhello", []],
];

for (const [name, text, expected] of ROWS) {
  test(`reads ${name}`, () => {
    const found = readDeliveries(text);
    assert.equal(found.length, expected.length, JSON.stringify(found));
    for (const [index, { reply = "", ...rest }] of expected.entries()) {
      const delivery = found[index];
      assert.ok(delivery);
      assert.deepEqual({ ...delivery, ...rest }, delivery);
      assert.ok(delivery.reply.includes(reply), delivery.reply);
    }
  });
}

test("any text is taken", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => void readDeliveries(text)));
  const long = `${"to=<a@example.com>, ".repeat(10_000)}\n<a@b>: `.repeat(3);
  assert.ok(Array.isArray(readDeliveries(long)));
});
