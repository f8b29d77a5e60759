import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf, mailconfig } from "./support.ts";

const CONFIG = `version: 1
accounts:
  ops: { from: ops@example.com, smtp: { host: smtp.example.com, port: 465, security: tls, auth: { username: ops, password: "\${env:P}" } } }
  qq: { provider: qq, from: ops@qq.com, smtp: { auth: { username: ops@qq.com, password: "\${env:Q}" } } }
`;

test("export writes one account for another program", async (t) => {
  const folder = folderOf(t, { ".mailconfig.yaml": CONFIG });
  const { code, stdout } = await mailconfig(folder, ["export", "--to", "msmtp", "--account", "qq", ".mailconfig.yaml"]);
  assert.equal(code, 0);
  assert.match(
    stdout,
    /^account qq\nhost smtp\.qq\.com\nport 465\nfrom ops@qq\.com\ntls on\ntls_starttls off\nauth plain\n/m,
  );
});

test("a target, an account or a server that is missing gives 2 and says what to write", async (t) => {
  const folder = folderOf(t, { ".mailconfig.yaml": CONFIG });
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await mailconfig(folder, ["export", ...args, ".mailconfig.yaml"]);
    assert.deepEqual([code, stdout], [2, ""]);
    return stderr;
  };
  assert.match(await run(), /`--to` .*: nodemailer, postfix, msmtp, thunderbird, apple, text/);
  assert.match(await run("--to", "outlook"), /`--to`/);
  assert.match(await run("--to", "text"), /--account.*\(ops, qq\)/);
  assert.match(await run("--to", "text", "--account", "nobody"), /There is no account `nobody`/);
  assert.match(await run("--to", "apple", "--account", "ops"), /write `imap` and `smtp`/);
});
