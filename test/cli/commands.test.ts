import assert from "node:assert/strict";
import { test } from "node:test";
import { COMMANDS, COMMON_OPTIONS, type CommandText } from "../../server/src/cli/commands.ts";
import { folderOf, mailconfig } from "./support.ts";

const ZONE = `$ORIGIN example.com.
@ 3600 IN SOA ns.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600
@ 3600 IN NS ns.example.net.
`;

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

test("help lists the commands, each command its options, in both languages", async (t) => {
  const cwd = folderOf(t, {});
  for (const language of ["en", "zh-cn"]) {
    const { code, stdout } = await mailconfig(cwd, ["--help", "--lang", language]);
    assert.equal(code, 0);
    for (const [name, { options }] of Object.entries<CommandText>(COMMANDS)) {
      assert.ok(stdout.includes(`\n  ${name} `), name);
      const own = await mailconfig(cwd, [name, "--help", "--lang", language]);
      assert.equal(own.code, 0);
      for (const option of [...options, ...COMMON_OPTIONS])
        assert.ok(own.stdout.includes(`\n  --${option.name}`), name);
    }
  }
  assert.equal((await mailconfig(cwd, ["--help"])).stdout, (await mailconfig(cwd, ["help"])).stdout);
  assert.equal((await mailconfig(cwd, [])).code, 2);
  assert.match((await mailconfig(cwd, ["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
});

const MISTAKES: readonly (readonly [args: string, says: string])[] = [
  ["chek --help", "There is no command `chek`.\n`mailconfig --help` lists the commands."],
  ["spf --ips 1 a.zone example.com", "Unknown option `--ips`.\n`mailconfig spf --help` lists its options."],
  ["check --lang de a.zone", "`--lang` is one of en, zh-cn."],
  ["check --config a.zone a.zone", "`a.zone` is no config: its name ends in `.yaml` or `.yml`."],
  ["check --config none.yaml a.zone", "There is no such file or folder: none.yaml"],
  ["import none.txt", "There is no such file or folder: none.txt"],
  ["export --to text none.yaml", "There is no such file or folder: none.yaml"],
  ["send-test none.yaml", "There is no such file or folder: none.yaml"],
  ["test-connection none.yaml", "There is no such file or folder: none.yaml"],
  ["import .", "A folder was named where a file is wanted."],
  ["spf --server 127.0.0.1 a.zone example.com", "`--server` goes with `--live`."],
  ["spf --live --server ns1 a.zone example.com", "`ns1` is no address of a name server."],
  ["compare --server ns1 a.zone", "`ns1` is no address of a name server."],
  ["explain spf/ptrr", "There is no rule `spf/ptrr`. `mailconfig rules` lists them all."],
  ["explain hello", "Nothing is known about `hello`. Name a rule, a port or a reply"],
  ["explain -", "The standard input is empty."],
];
for (const [args, says] of MISTAKES) {
  test(`what is wrong is said: mailconfig ${args}`, async (t) => {
    const { code, stderr } = await mailconfig(folderOf(t, { "a.zone": ZONE }), args.split(" "));
    assert.equal(code, 2);
    assert.ok(stderr.startsWith(`mailconfig: ${says}`), stderr);
  });
}

test("compare says that no name server answers by its exit code", async (t) => {
  const cwd = folderOf(t, { "a.zone": ZONE });
  const { code, stdout } = await mailconfig(cwd, ["compare", "--server", "127.0.0.1:1", "a.zone"]);
  assert.match(stdout, /no answer/);
  assert.equal(code, 2);
});
