import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf, mailconfig } from "./support.ts";

const ZONE = `$ORIGIN example.com.
$TTL 1h
@ SOA ns1.example.net. hostmaster 1 7200 3600 1209600 3600
@ NS ns1.example.net.
@ MX 10 mail
mail A 192.0.2.25
mail AAAA 2001:db8::25
@ TXT "v=spf1 mx include:_spf.example.com ?ip4:203.0.113.0/24 -all"
_spf TXT "v=spf1 ip4:198.51.100.0/24 ~all"
news TXT "v=spf1 redirect=_spf.example.com"
far TXT "v=spf1 a:mail.example.com include:_spf.example.net -all"
broken TXT "v=spf1 ipv4:192.0.2.1 -all"
alone TXT "v=spf1 a:mail.example.com"
loop TXT "v=spf1 include:loop.example.com -all"
`;

test("spf shows the tree of a record with its costs", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": ZONE });
  const { code, stdout } = await mailconfig(cwd, ["spf", "example.com.zone", "example.com"]);
  assert.equal(code, 0);
  assert.equal(
    stdout,
    `example.com
  mx (1 lookup)
  include:_spf.example.com (1 lookup)
    ip4:198.51.100.0/24
    ~all
  ?ip4:203.0.113.0/24
  -all
2 of 10 lookups, 0 of 2 that find nothing.
`,
  );
});

const ROWS: readonly (readonly [name: string, ip: string, code: number, says: string])[] = [
  ["@", "192.0.2.25", 0, "  example.com: mx (192.0.2.25 is an address of a mail host of example.com)\nResult: pass."],
  ["EXAMPLE.com.", "2001:db8::25", 0, "  example.com: mx (2001:db8::25 is an address of a mail host"],
  [
    "example.com",
    "198.51.100.7",
    0,
    "  example.com: include:_spf.example.com (the record of _spf.example.com lets 198.51.100.7 pass)\n" +
      "    _spf.example.com: ip4:198.51.100.0/24 (198.51.100.7 lies in this network)\nResult: pass.",
  ],
  [
    "example.com",
    "203.0.113.9",
    1,
    "?ip4:203.0.113.0/24 (203.0.113.9 lies in this network)\nResult: neutral. The record",
  ],
  ["example.com", "192.0.2.1", 1, "  example.com: -all (no term before lists 192.0.2.1)\nResult: fail."],
  [
    "news",
    "192.0.2.1",
    1,
    "  news.example.com: redirect=_spf.example.com (no term before decides, so the record of _spf.example.com does)\n" +
      "    _spf.example.com: ~all (no term before lists 192.0.2.1)\nResult: softfail.",
  ],
  ["far", "192.0.2.25", 0, "a:mail.example.com (192.0.2.25 is an address of mail.example.com)\nResult: pass."],
  ["far", "192.0.2.1", 2, "No result: _spf.example.net lies outside this zone"],
  ["broken", "192.0.2.1", 1, "Result: permerror."],
  ["alone", "192.0.2.1", 1, "Result: neutral. No term lists 192.0.2.1, and nothing says what then."],
  ["mail", "192.0.2.1", 1, "Result: none."],
];

for (const [name, ip, code, says] of ROWS) {
  test(`spf says what becomes of ${ip} at ${name}`, async (t) => {
    const cwd = folderOf(t, { "example.com.zone": ZONE });
    const answer = await mailconfig(cwd, ["spf", "example.com.zone", name, "--ip", ip]);
    assert.ok(answer.stdout.includes(says), answer.stdout);
    assert.equal(answer.code, code);
  });
}

test("spf fails where receivers cannot use the record", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": ZONE });
  for (const name of ["mail", "broken", "loop"]) {
    assert.equal((await mailconfig(cwd, ["spf", "example.com.zone", name])).code, 1, name);
  }
  assert.equal((await mailconfig(cwd, ["spf", "example.com.zone", "far"])).code, 0);
  assert.match(
    (await mailconfig(cwd, ["spf", "example.com.zone", "broken"])).stdout,
    /\nSomething in this record is wrong/,
  );
  const twice = folderOf(t, { "example.com.zone": `${ZONE}@ TXT "v=spf1 -all"\n` });
  assert.match((await mailconfig(twice, ["spf", "example.com.zone", "@"])).stdout, /\n2 SPF records at this name/);
});

test("spf says what it needs", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": ZONE, ".mailconfig.yaml": "version: 1\n" });
  const rows: readonly (readonly [args: readonly string[], says: RegExp])[] = [
    [["example.com.zone"], /Name a zone file and a domain/],
    [["gone.zone", "example.com"], /There is no such file/],
    [["example.com.zone", "@", "--ip", "192.0.2"], /`192\.0\.2` is no IP address/],
    [[".mailconfig.yaml", "example.com"], /`\.mailconfig\.yaml` is no zone file/],
  ];
  for (const [args, says] of rows) {
    const { code, stderr } = await mailconfig(cwd, ["spf", ...args]);
    assert.equal(code, 2);
    assert.match(stderr, says);
  }
});

test("spf speaks Chinese", async (t) => {
  const cwd = folderOf(t, { "example.com.zone": ZONE });
  const args = ["spf", "example.com.zone", "@", "--ip", "192.0.2.25", "--lang", "zh-cn"];
  const { stdout } = await mailconfig(cwd, args);
  assert.ok(stdout.includes("example.com: mx (192.0.2.25 是 example.com 的一台邮件主机的地址)\n结果：pass。"), stdout);
});
