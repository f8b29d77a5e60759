import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf, mailconfig } from "./support.ts";

test("explain knows rules, ports and replies", async (t) => {
  const cwd = folderOf(t, {});
  const rows: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [["spf/pass-all"], /^spf\/pass-all: [\s\S]*Reported:\n {4}.*\+all"[\s\S]*RFC 7208 §5\.1/],
    [["587"], /^587 \(submission\): [\s\S]*STARTTLS[\s\S]*RFC 6409/],
    [["535", "5.7.8"], /^535 5\.7\.8: /],
    [["535 5.7.8 Error: authentication failed"], /^535 5\.7\.8: /],
  ];
  for (const [args, says] of rows) {
    const { code, stdout } = await mailconfig(cwd, ["explain", ...args]);
    assert.equal(code, 0);
    assert.match(stdout, says);
  }
});

test("explain reads a bounce from the standard input, in UTF-8 or GBK", async (t) => {
  const cwd = folderOf(t, {});
  const bounce =
    "Final-Recipient: rfc822; a@example.com\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; b@example.com\nAction: delayed\nStatus: 4.2.2\n";
  const { code, stdout } = await mailconfig(cwd, ["explain", "-"], bounce);
  assert.equal(code, 0);
  assert.match(stdout, /^a@example\.com: not delivered, [\s\S]*---\n\nb@example\.com: not delivered yet; /);
  // “请使用授权码登录” in GBK.
  const gbk = Buffer.from("535 Error: \xc7\xeb\xca\xb9\xd3\xc3\xca\xda\xc8\xa8\xc2\xeb\xb5\xc7\xc2\xbc", "latin1");
  assert.match((await mailconfig(cwd, ["explain", "-"], gbk)).stdout, /authorisation code \(授权码\)/);
});

test("rules lists every rule, as text and as data", async (t) => {
  const cwd = folderOf(t, {});
  const rules = JSON.parse((await mailconfig(cwd, ["rules", "--format", "json"])).stdout);
  assert.ok(rules.length > 60, String(rules.length));
  for (const it of rules) {
    assert.deepEqual(Object.keys(it), ["rule", "severity", "fixable", "summary", "references"]);
    assert.match(it.rule, /^[a-z-]+\/[a-z0-9-]+$/);
    assert.ok(["error", "warning", "info", "hint"].includes(it.severity), it.rule);
    assert.ok(["safe", "suggestion", false].includes(it.fixable), it.rule);
    assert.ok(it.summary !== "" && it.references.length > 0, it.rule);
  }
  const { stdout } = await mailconfig(cwd, ["rules"]);
  assert.match(stdout, /^spf\/pass-all +error +`\+all` lets/m);
});

test("debug shows entries with their places, and no secret of a config", async (t) => {
  const cwd = folderOf(t, {
    "example.com.zone": "$TTL 1h\n@ MX 10 mail ; here\nx FOO y\n",
    ".mailconfig.yaml": "accounts: { a: { smtp: { auth: { password: hunter2secret } } } }\n",
  });
  const { stdout, code } = await mailconfig(cwd, ["debug", "example.com.zone"]);
  assert.equal(code, 0);
  assert.match(stdout, /^apex example\.com\./);
  assert.match(stdout, /2:1-2:13 example\.com\. 3600 IN MX preference="10"@5-7 exchange=mail\.example\.com\.@8-12/);
  assert.match(stdout, /! zone\/unknown-type "FOO"/);
  assert.doesNotMatch((await mailconfig(cwd, ["debug", ".mailconfig.yaml"])).stdout, /hunter2secret/);
});

test("help and version", async (t) => {
  const cwd = folderOf(t, {});
  const { code, stdout } = await mailconfig(cwd, ["--help"]);
  assert.equal(code, 0);
  for (const word of ["check", "explain", "rules", "spf", "send-test", "debug", "--fix", "--lang"])
    assert.ok(stdout.includes(word));
  assert.match((await mailconfig(cwd, ["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
  assert.equal((await mailconfig(cwd, ["check", "--help"])).code, 0);
});
