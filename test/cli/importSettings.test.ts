import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf, mailconfig } from "./support.ts";

const MSMTPRC = `account work
host smtp.example.com
port 587
tls on
auth on
user ops@example.com
password hunter2
logfile ~/x.log
proxy_host 192.0.2.1
`;

test("import writes a config to the standard output, and what is missing to the standard error", async (t) => {
  const folder = folderOf(t, { ".msmtprc": MSMTPRC });
  const { code, stdout, stderr } = await mailconfig(folder, ["import", ".msmtprc"]);
  assert.equal(code, 0);
  assert.match(stdout, /^# Imported from \.msmtprc\.\n/);
  assert.match(stdout, /password: "\$\{env:WORK_SMTP_PASSWORD\}"/);
  assert.match(
    stderr,
    /^The password of `work` is not in the result\. Set the environment variable `WORK_SMTP_PASSWORD`\.\n/,
  );
  assert.match(stderr, /line 9, `proxy_host`: This format has no key for it\./);
  assert.ok(!(stdout + stderr).includes("hunter2"));
  const checked = await mailconfig(folderOf(t, { ".mailconfig.yaml": stdout }), ["check", "."]);
  assert.equal(checked.code, 0, checked.stdout);
});

test("the standard input, the address and the language are taken", async (t) => {
  const folder = folderOf(t, {});
  const xml =
    "<clientConfig><emailProvider id='example.com'><outgoingServer type='smtp'><hostname>smtp.example.com</hostname><port>465</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username></outgoingServer></emailProvider></clientConfig>";
  const { stdout, stderr } = await mailconfig(
    folder,
    ["import", "--address", "max@example.com", "--lang", "zh-cn", "-"],
    xml,
  );
  assert.match(stdout, /^version: 1\n[\s\S]*username: max@example\.com/);
  assert.match(stderr, /请设置环境变量 `EXAMPLE_SMTP_PASSWORD`/);
});

test("what holds no account gives 2 and says why", async (t) => {
  const folder = folderOf(t, { "main.cf": "myhostname = mail.example.com\nrelayhost =\n" });
  const { code, stdout, stderr } = await mailconfig(folder, ["import", "main.cf"]);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /No mail account was found in main\.cf\.[\s\S]*line 2, `relayhost`: It names no relay/);
  assert.equal((await mailconfig(folder, ["import"])).code, 2);
  assert.equal((await mailconfig(folder, ["import", "missing"])).code, 2);
  assert.equal((await mailconfig(folder, ["import", "--address", "nobody", "main.cf"])).code, 2);
});

test("an address is imported as it stands", async (t) => {
  const { code, stdout, stderr } = await mailconfig(folderOf(t, {}), [
    "import",
    "smtps://ops:hunter2@smtp.example.com",
  ]);
  assert.equal(code, 0);
  assert.match(stdout, /^version: 1\naccounts:\n[\s\S]*host: smtp\.example\.com\n {6}port: 465\n {6}security: tls\n/);
  assert.ok(!(stdout + stderr).includes("hunter2"));
});
