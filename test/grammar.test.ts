import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { tokenize } from "./support/tokenize.ts";

/** A text, and what some of its tokens must be, in their order: `token = scope`. */
type Row = readonly [text: string, expected: readonly `${string} = ${string}`[]];

const ZONE: readonly Row[] = [
  [
    "$ORIGIN example.com. ; home",
    ["ORIGIN = keyword.control.directive", "example.com. = string.unquoted.name", "home = comment.line"],
  ],
  ["$ttl 1h30m", ["1h30m = constant.numeric.ttl"]],
  ["$BROKEN x", ["$BROKEN = invalid.illegal.directive"]],
  ["$GENERATE 1-9 host$ A 192.0.2.$", ["A = storage.type.record", "$ = variable.other.iterator"]],
  [
    "@ 3600 IN MX 10 mx",
    [
      "@ = constant.language.origin",
      "3600 = constant.numeric.ttl",
      "IN = storage.modifier.class",
      "MX = storage.type.record",
      "10 = constant.numeric",
      "mx = string.unquoted.name",
    ],
  ],
  [
    "mx IN A 192.0.2.1",
    ["mx = entity.name.tag.owner", "A = storage.type.record", "192.0.2.1 = constant.numeric.address.ipv4"],
  ],
  [
    "*.example.com. aaaa 2001:db8::1",
    ["* = keyword.operator.wildcard", "aaaa = storage.type.record", "2001:db8::1 = constant.numeric.address.ipv6"],
  ],
  [
    "a\\.b TYPE65534 \\# 2 abcd",
    ["\\. = constant.character.escape", "TYPE65534 = storage.type.record", "\\# = keyword.operator.generic"],
  ],
  ["  IN NS ns1 ; why", ["NS = storage.type.record", "ns1 = string.unquoted.name", "why = comment"]],
  ['@ CAA 0 issue "ca.example"', ["issue = entity.other.attribute-name.tag", "ca.example = string.quoted.double"]],
  [
    "@ SOA ns hostmaster ( 1 ; serial\n 2h )\nwww A 192.0.2.1",
    ["serial = comment", "2h = constant.numeric", "www = entity.name.tag.owner"],
  ],
  ["@ SOA ns hostmaster ( 1 2h\nwww IN A 192.0.2.1", ["www = entity.name.tag.owner", "A = storage.type.record"]],
  ['@ TXT "open\nwww IN A 192.0.2.1', ["open = string.quoted.double", "www = entity.name.tag.owner"]],
  ['@ TXT "a\\"b\\010"', ['\\" = constant.character.escape', "\\010 = constant.character.escape"]],
  [
    '@ TXT "v=spf1 include:_spf.example.com ~all"',
    [
      "v=spf1 = keyword.control.version.spf",
      "include = support.function.mechanism.spf",
      "~ = keyword.operator.qualifier.spf",
      "all = support.function.mechanism.spf",
    ],
  ],
  [
    '@ TXT ( "v=spf1 ip4:192.0.2.0/24"\n " exists:%{ir}.example.com redirect=_spf.example.net" )',
    [
      "192.0.2.0 = constant.numeric.address.spf",
      "/24 = constant.numeric.prefix-length.spf",
      "exists = support.function.mechanism.spf",
      "%{ir} = variable.other.macro.spf",
      "redirect = entity.other.attribute-name.modifier.spf",
    ],
  ],
  [
    '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"',
    [
      "DMARC1 = keyword.control.version",
      "; = punctuation.separator.tag",
      "p = entity.other.attribute-name.tag",
      "reject = constant.language.value",
      "mailto:a@example.com = markup.underline.link",
    ],
  ],
  [
    's._domainkey TXT ( "v=DKIM1; k=rsa;"\n "p=MIIB" "all" )',
    [
      "rsa = constant.language.value",
      "p = entity.other.attribute-name.tag",
      "MIIB = string.quoted.double",
      "all = string.quoted.double",
    ],
  ],
  ['_mta-sts TXT "v=STSv1; id=20260101"', ["STSv1 = keyword.control.version", "id = entity.other.attribute-name.tag"]],
  [
    "_dmarc TXT v=DMARC1\\;p=none",
    ["DMARC1 = keyword.control.version", "\\; = punctuation.separator.tag", "none = constant.language.value"],
  ],
  [
    "; mailconfig-disable-next-line spf/ptr -- old",
    ["mailconfig-disable-next-line = keyword.control.suppression", "spf/ptr = entity.name.tag.rule"],
  ],
];

const CONFIG: readonly Row[] = [
  ["version: 1", ["version = keyword.control.section"]],
  [
    '      password: "${env:SMTP_PASSWORD}"',
    ["env = keyword.other.source", "SMTP_PASSWORD = variable.other.reference"],
  ],
  ["  token: ${secret:ops}", ["secret = keyword.other.source", "ops = variable.other.reference"]],
  ["  pop3: pop3s://pop.example.com", ["pop3s = keyword.other.protocol", "://pop.example.com = markup.underline.link"]],
  ["rules:\n  spf/neutral-all: off", ["rules = keyword.control.section", "spf/neutral-all = entity.name.tag.rule"]],
  ["  keepAlive: 30s", ["30 = constant.numeric", "s = keyword.other.unit"]],
  ["# version: ${env:X}", ["version: ${env:X} = comment"]],
  [
    "# mailconfig-disable-line config/port-25 -- relay",
    ["mailconfig-disable-line = keyword.control.suppression", "config/port-25 = entity.name.tag.rule"],
  ],
];

const POLICY: readonly Row[] = [
  [
    "version: STSv1",
    ["version = keyword.other.key", ": = punctuation.separator.key-value", "STSv1 = constant.language.version"],
  ],
  ["version: STSv2", ["STSv2 = invalid.illegal.value"]],
  ["mode:enforce ", ["mode = keyword.other.key", "enforce = constant.language.mode"]],
  ["mode: enforced", ["enforced = invalid.illegal.value"]],
  [
    "mx: *.example.com",
    ["mx = keyword.other.key", "* = keyword.operator.wildcard", ".example.com = string.unquoted.name"],
  ],
  ["max_age: 604800", ["max_age = keyword.other.key", "604800 = constant.numeric.seconds"]],
  ["max_age: 7d", ["7d = invalid.illegal.value"]],
  ["x-note: a b", ["x-note = variable.other.key", "a b = string.unquoted.value"]],
  ["# mode: none", ["# mode: none = invalid.illegal.line"]],
];

for (const [scope, rows] of [
  ["source.dns-zone", ZONE],
  ["source.mailconfig", CONFIG],
  ["source.mta-sts-policy", POLICY],
] as const) {
  describe(scope, () => {
    for (const [text, expected] of rows) test(JSON.stringify(text), () => expectTokens(scope, text, expected));
  });
}

test("a name that reads like a type is a name", async () => {
  const [line = []] = await tokenize("source.dns-zone", "@ CNAME txt");
  assert.ok(line.at(-1)?.scopes.some((it) => it.startsWith("string.unquoted.name")));
});

test("any text is coloured, and no line loses a character", async () => {
  const piece = fc.constantFrom(
    "@ TXT ",
    '"v=spf1 ',
    '"v=DMARC1; ',
    "(",
    ")",
    '"',
    ";",
    "\\",
    "\n",
    " ",
    "p=",
    "1h",
    "$TTL",
    "${env:",
    "x",
    "mode:",
    "mx: *.",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece), async (pieces) => {
      const text = pieces.join("");
      for (const scope of ["source.dns-zone", "source.mailconfig", "source.mta-sts-policy"]) {
        const lines = await tokenize(scope, text);
        const shown = lines.map((line) =>
          line
            .map((it) => it.text)
            .join("")
            .replace(/\s/g, ""),
        );
        assert.deepEqual(
          shown,
          text.split("\n").map((line) => line.replace(/\s/g, "")),
        );
      }
    }),
  );
});

test("snippets have a prefix, a body and a description in both languages", () => {
  for (const path of ["snippets/mailconfig.json"]) {
    const snippets: Record<string, { prefix: unknown; body: unknown; description: string }> = JSON.parse(
      readFileSync(path, "utf8"),
    );
    for (const [name, { prefix, body, description }] of Object.entries(snippets)) {
      assert.ok(typeof prefix === "string" && Array.isArray(body), name);
      assert.match(description, /\p{Script=Han}/u, name);
    }
  }
});

async function expectTokens(scope: string, text: string, expected: Row[1]): Promise<void> {
  const tokens = (await tokenize(scope, text)).flat();
  let from = 0;
  for (const row of expected) {
    const [wanted = "", wantedScope = ""] = row.split(" = ");
    const at = tokens.findIndex(
      (it, index) => index >= from && it.text.trim() === wanted && hasScope(it.scopes, wantedScope),
    );
    const shown = tokens.map((it) => `${it.text}  ${it.scopes.at(-1)}`).join("\n");
    assert.ok(at >= 0, `“${wanted}” is no ${wantedScope} in\n${shown}`);
    from = at + 1;
  }
}

function hasScope(scopes: readonly string[], wanted: string): boolean {
  return scopes.some((it) => it === wanted || it.startsWith(`${wanted}.`));
}
