import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { PROVIDERS } from "../../../../server/src/core/facts/providers.ts";
import { completeConfig, hoverConfig, symbolsOfConfig } from "../../../../server/src/core/features/config/index.ts";
import type { SymbolNode } from "../../../../server/src/core/features/types.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { NO_ZONES, readConfig } from "../../../../server/src/core/model/readConfig.ts";
import { RULES } from "../../../../server/src/core/rules/index.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

const t = translator("en");
const read = (text: string) => readConfig(".mailconfig.yaml", text, memoryHost(), NO_ZONES);

const EXAMPLE = `version: 1
x-d: &d { port: 587, security: starttls }
accounts:
  ops:
    provider: qq
    from: "Ops <ops@example.com>"
    smtp: { <<: *d, host: smtp.qq.com, auth: { method: plain, username: ops, password: "\${env:QQ_AUTH_CODE}" } }
    imap: imaps://imap.qq.com:993
dkim:
  - { domain: example.com, selector: s1, privateKeyFile: s1.pem }
logging: { retention: 180d, maxSize: 1GB }
`;

const HOVERS: readonly (readonly [at: string, ...texts: RegExp[]])[] = [
  ["587", /^\*\*`587`\*\* — submission of mail/, /STARTTLS/, /465 is not offered/, /rfc6409/],
  ["starttls", /^\*\*`starttls`\*\*/, /must change to TLS/],
  ["smtp.qq.com", /QQ Mail/, /authorisation code/, /spf\.mail\.qq\.com/],
  ["env:QQ", /^\*\*`\$\{env:QQ_AUTH_CODE\}`\*\*/],
  ["imaps://", /^\*\*`imaps:\/\/`\*\*/],
  ["993", /several devices/],
  ["180d", /180 days$/],
  ["1GB", /1,000,000,000 octets/],
  ["retention", /How long mail logs are kept/],
  ["plain", /User name and password in one step/],
];

for (const [at, ...texts] of HOVERS) {
  test(`hover: ${at}`, () => {
    const hover = hoverConfig(read(EXAMPLE), EXAMPLE.indexOf(at) + 1, t);
    for (const text of texts) assert.match(hover?.markdown ?? "", text);
  });
}

const PLACES: readonly (readonly [marked: string, first: string])[] = [
  ["|", "version"],
  ["version: 1\n|", "domain"],
  ["accounts:\n  ops:\n    |", "provider"],
  ["accounts:\n  ops:\n    smtp:\n      ho|", "host"],
  ["accounts:\n  ops:\n    smtp:\n      port: |", "465"],
  ["accounts:\n  ops:\n    imap: { port: | }", "993"],
  ["accounts:\n  ops:\n    smtp: { security: | }", "tls"],
  ["accounts:\n  ops:\n    provider: qq\n    smtp:\n      host: |", "smtp.qq.com"],
  ["accounts:\n  ops:\n    provider: qq\n    smtp:\n      auth:\n        method: |", "plain"],
  ["accounts:\n  ops:\n    provider: |", "gmail"],
  ["accounts: { ops: { smtp: { auth: { password: '${|' } } } }", "${env:NAME}"],
  ["test: { dsn: [failure, | ] }", "success"],
  ["dkim:\n  - |", "domain"],
  ["dkim:\n  - domain: a\n    |", "selector"],
  ["logging:\n  re|", "retention"],
  ["profile: |", "standard"],
];

for (const [marked, first] of PLACES) {
  test(`completion: ${JSON.stringify(marked)}`, () => {
    const items = completeConfig(read(marked.replace("|", "")), marked.indexOf("|"), t);
    const sorted = items.toSorted((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
    assert.equal(sorted[0]?.label, first);
  });
}

test("nothing is completed in a comment", () => {
  assert.deepEqual(completeConfig(read("# a"), 3, t), []);
});

test(`the account that completion writes has no finding, for each of ${PROVIDERS.length} providers`, () => {
  const text = "version: 1\naccounts:\n  ops:\n    provider: ";
  const items = completeConfig(read(text), text.length, t);
  assert.equal(items.length, PROVIDERS.length);
  for (const { label, insertText } of items) {
    const plain = insertText
      .replace(/\$\{\d+:([^{}]*)\}/g, "$1")
      .replace(/\\([$}\\])/g, "$1")
      .replaceAll("\n", "\n    ");
    const source = createEngine(memoryHost(), RULES).open(".mailconfig.yaml", "config", text + plain);
    const findings = source.lint({ severities: {}, extraTypes: [], limit: 100, language: "en" });
    assert.deepEqual(
      findings.filter(({ severity }) => severity !== "hint").map(({ code, message }) => `${label}: ${code} ${message}`),
      [],
    );
  }
});

test("the outline shows accounts with their servers, and keys", () => {
  const names = (nodes: readonly SymbolNode[]): string[] =>
    nodes.flatMap((it) => [`${it.name} ${it.detail}`.trim(), ...names(it.children)]);
  assert.deepEqual(names(symbolsOfConfig(read(EXAMPLE))).slice(2, 8), [
    "accounts",
    "ops Ops <ops@example.com>",
    "smtp smtp.qq.com:587 starttls",
    "imap imap.qq.com:993 tls",
    "dkim",
    "s1._domainkey.example.com s1.pem",
  ]);
});

/** All rules and features on a text: nothing throws (the host throws what a rule throws), spans stay inside. */
function exercise(text: string, offset: number): void {
  const source = createEngine(memoryHost(), RULES).open(".mailconfig.yaml", "config", text);
  source.lint({ severities: {}, extraTypes: [], limit: 1_000, language: "en" });
  const file = read(text);
  const isInside = ({ start, end }: { start: number; end: number }) => 0 <= start && start <= end && end <= text.length;
  for (const rule of RULES) {
    if (rule.target !== "config") continue;
    const reports = [...rule.check(file as never, { now: 0, extraTypes: new Set(), codes: new Set() })];
    for (const it of reports) assert.ok(it.at !== undefined || isInside(it.span), rule.code);
  }
  const hover = hoverConfig(file, offset, t);
  assert.ok(!hover || isInside(hover.span));
  for (const it of completeConfig(file, offset, t)) assert.ok(isInside(it.span), it.label);
  const check = (node: SymbolNode): void => {
    assert.ok(
      isInside(node.span) && node.selectionSpan.start >= node.span.start && node.selectionSpan.end <= node.span.end,
    );
    for (const child of node.children) {
      assert.ok(child.span.start >= node.span.start && child.span.end <= node.span.end);
      check(child);
    }
  };
  symbolsOfConfig(file).forEach(check);
}

test("any prefix and any deletion of an example", () => {
  for (let at = 0; at <= EXAMPLE.length; at += 3) {
    exercise(EXAMPLE.slice(0, at), at);
    exercise(EXAMPLE.slice(0, at) + EXAMPLE.slice(at + 1), at);
  }
});

test("random mutations of an example", () => {
  const piece = fc.constantFrom(
    "\n",
    "  ",
    ": ",
    "- ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "&d",
    "*d",
    "<<: *d",
    "\t",
    "${",
    "#",
    "|",
    "---\n",
    "é",
  );
  fc.assert(
    fc.property(fc.nat(EXAMPLE.length), fc.nat(20), fc.array(piece, { maxLength: 4 }), (at, length, pieces) => {
      exercise(EXAMPLE.slice(0, at) + pieces.join("") + EXAMPLE.slice(at + length), at);
    }),
    { numRuns: 150 },
  );
});
