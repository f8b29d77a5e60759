import assert from "node:assert/strict";
import { test } from "node:test";
import { handingOverAddress, receivedResults } from "../../../server/src/core/features/wouldPass/received.ts";
import { translator } from "../../../server/src/core/locale.ts";

const results = (message: string) =>
  receivedResults(message.replaceAll("\n", "\r\n"), translator()).map(
    ({ by, method, result, properties, reason }) => [by, `${method}=${result}`, properties, reason] as const,
  );

test("Google's field is read, comments and folds included", () => {
  const message = `Delivered-To: a@gmail.com
ARC-Authentication-Results: i=1; mx.google.com; dkim=fail
Authentication-Results: mx.google.com;
       dkim=pass header.i=@example.com header.s=s1 header.b=AbC123;
       spf=pass (google.com: domain of ops@example.com designates 192.0.2.1 as permitted sender) smtp.mailfrom=ops@example.com;
       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.com
Subject: x

body`;
  assert.deepEqual(results(message), [
    ["mx.google.com", "dkim=pass", "header.i=@example.com header.s=s1 header.b=AbC123", ""],
    [
      "mx.google.com",
      "spf=pass",
      "smtp.mailfrom=ops@example.com",
      "google.com: domain of ops@example.com designates 192.0.2.1 as permitted sender",
    ],
    ["mx.google.com", "dmarc=pass", "header.from=example.com", "p=REJECT sp=REJECT dis=NONE"],
  ]);
});

test("Microsoft's field has no server name of its own before the first result", () => {
  const message = `Authentication-Results: spf=fail (sender IP is 192.0.2.1) smtp.mailfrom=example.com; dkim=none (message not signed) header.d=none;dmarc=fail action=quarantine header.from=example.com;compauth=fail reason=000

x`;
  assert.deepEqual(
    results(message).map(([, it]) => it),
    ["spf=fail", "dkim=none", "dmarc=fail", "compauth=fail"],
  );
});

test("a field that came with the mail proves nothing", () => {
  const message = `Authentication-Results: mx.example.net; spf=softfail smtp.mailfrom=example.com
Received: from evil.example
Authentication-Results: forged.example; spf=pass; dkim=pass

x`;
  assert.deepEqual(results(message), [["mx.example.net", "spf=softfail", "smtp.mailfrom=example.com", ""]]);
});

test("`none`, and no field at all, give no result", () => {
  assert.deepEqual(results("Authentication-Results: mx.example.net; none\n\nx"), []);
  assert.deepEqual(results("Subject: x\n\nAuthentication-Results: mx; spf=pass"), []);
});

test("every result of the usual methods has a meaning, and a long field is read in no time", () => {
  const message =
    "Authentication-Results: mx; spf=none; dkim=neutral; dmarc=permerror; spf=temperror; arc=pass; auth=pass\r\n\r\n";
  assert.ok(receivedResults(message, translator()).every(({ meaning }) => meaning !== ""));
  receivedResults(
    `Authentication-Results: mx; ${"(".repeat(50_000)}${'"('.repeat(50_000)}; spf=pass\r\n\r\n`,
    translator(),
  );
});

test("the address that handed the mail over stands in the topmost Received field, before `by`", () => {
  const received = (text: string) =>
    handingOverAddress(`Return-Path: <x>\r\nReceived: ${text}\r\nReceived: from a ([203.0.113.9])\r\n\r\n`);
  assert.equal(
    received("from mail.example.com (mail.example.com [192.0.2.1])\r\n by mx.example.net ([198.51.100.1]) with ESMTPS"),
    "192.0.2.1",
  );
  assert.equal(
    received("from mail.example.com (mail.example.com [IPv6:2001:db8::1]) by mx.example.net"),
    "2001:db8::1",
  );
  assert.equal(received("by mx.example.net (Postfix, from userid 33)"), undefined);
});
