import assert from "node:assert/strict";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { ZoneFile } from "../../../server/src/core/engine/zoneSource.ts";
import type { Rule } from "../../../server/src/core/rule.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";
import { randomFrom } from "../../support/randomFrom.ts";

type Random = (below: number) => number;

const OPTIONS = { severities: {}, extraTypes: [], limit: 100_000, language: "en" } as const;

/** Rules that look at the owner, or ask the zone about it: these have to notice what makes one customer unlike the others. */
const SPF = [
  "v=spf1 mx include:spf.example.com -all",
  "v=spf1 mx include:spf.example.com -all",
  "v=spf1 a mx ~all",
  "v=spf1 a:c1.example.com mx -all",
  "v=spf1 include:c2.example.com ~all",
  "v=spf1 ptr ptr:c3.example.com -all",
  "v=spf1 mx mx:c1.example.com -all",
  "v=spf1 mx",
  "v=spf1 include:_spf.%{d} -all",
  "v=spf1 exists:%{d} -all",
  "v=spf1 redirect=spf.example.com",
];
const DMARC = [
  "v=DMARC1; p=reject; rua=mailto:dmarc@example.com",
  "v=DMARC1; p=reject; rua=mailto:dmarc@example.com",
  "v=DMARC1; p=reject; rua=mailto:dmarc@c1.example.com; psd=n",
  "v=DMARC1; p=reject; rua=mailto:dmarc@example.net",
  "v=DMARC1; p=reject; sp=reject; rua=mailto:a@c2.example.com",
  "v=DMARC1; p=reject; adkim=s; rua=mailto:dmarc@example.com",
  "v=DMARC1; p=reject",
  "v=DMARC1; p=reject; psd=y; rua=mailto:a@example.com",
];
const OTHERS = ["v=TLSRPTv1; rua=mailto:tls@example.com", "v=STSv1; id=1", "v=BIMI1; l=https://example.com/a.svg"];
const HOSTS = ["mx1", "mx1", "mx2", "mx.example.net.", "gone", "c1"];
const APEX = [
  'spf TXT "v=spf1 ip4:192.0.2.0/26 -all"',
  'spf TXT "v=spf1 include:c1.example.com include:c2.example.com mx:c3 -all"',
  'spf TXT "no policy"',
  '@ TXT "v=spf1 include:c1.example.com include:c4.example.com -all"',
  '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
  '_dmarc TXT "v=DMARC1; p=reject; psd=n"',
  '*._report._dmarc TXT "v=DMARC1"',
  "s1._domainkey CNAME keys.example.net.",
  "*.c2 A 192.0.2.9",
  "c3 NS ns1",
  "c5 DNAME example.net.",
];
const HEAD = `$ORIGIN example.com.
$TTL 1h
@ SOA ns1 host 1 2h 15m 4w 1h
@ NS ns1
ns1 A 192.0.2.1
mx1 A 192.0.2.2
mx2 A 192.0.2.3
`;

/** A zone has a few policies that most customers share, and few others. */
function linesOf(random: Random): () => string {
  const of = (list: readonly string[]) => list[random(list.length)] ?? "";
  const few = (list: readonly string[]) => {
    const chosen = [of(list), of(list)];
    return () => `TXT "${random(12) === 0 ? of(list) : of(chosen)}"`;
  };
  const [spf, dmarc] = [few(SPF), few(DMARC)];
  return () => {
    const name = `c${random(30)}`;
    const domain = random(12) === 0 ? `a.${name}` : name;
    switch (random(16)) {
      case 0:
        return of(APEX);
      case 1:
        return `${domain} ${of(["A 192.0.2.5", "CNAME mx1", "MX 0 .", "TXT other", "MX 5 mx1", "NS ns.example.net."])}`;
      case 2:
        return `$ORIGIN ${name}.example.com.\n@ ${spf()}\n_dmarc ${dmarc()}\n$ORIGIN example.com.`;
      case 3:
        return `_smtp._tls.${domain} TXT "${of(OTHERS)}"`;
      case 4:
        return `_mta-sts.${domain} TXT "v=STSv1; id=1"\nmta-sts.${domain} A 192.0.2.7`;
      case 5:
        return `${domain} MX 10 ${of(HOSTS)}\n MX 20 mx2\n ${spf()}`;
      case 6:
      case 7:
      case 8:
      case 9:
        return `${domain} MX 10 mx1\n A 192.0.2.${random(250)}\n ${spf()}`;
      case 10:
        return `${random(3) === 0 ? "*." : ""}${domain} ${spf()}`;
      default:
        return `${random(12) === 0 ? "dmarc" : "_dmarc"}.${domain} ${dmarc()}`;
    }
  };
}

/** A zone of a provider and how often each rule looked. */
function open(text: string, isOneByOne: boolean): { file: ZoneFile; looks: () => number } {
  let looks = 0;
  const rules = RULES.map((rule): Rule => {
    if (!["spf", "dmarc", "tlsRpt"].includes(rule.target)) return rule;
    return {
      ...rule,
      check(target, context) {
        looks++;
        return rule.check(target, context);
      },
    };
  });
  const surroundings = {
    rules,
    include: () => undefined,
    now: () => 0,
    logError: (what: string, error: unknown) => assert.fail(`${what}: ${error}`),
    changed: () => {},
    rulesOf: () => ({}),
  };
  const file = new ZoneFile("example.com.zone", text, { origin: "example.com", isOneByOne }, surroundings);
  return { file, looks: () => looks };
}

function findingsOf(file: ZoneFile): string[] {
  while (!file.advance(1000));
  return file.lint(OPTIONS).map(({ code, range: { start, end }, message }) => {
    return `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${message}`;
  });
}

test("policies that were found fine by others like them are those that are fine by themselves", () => {
  const rounds = Number(process.env["ROUNDS"] ?? 5);
  for (let seed = 1; seed <= rounds; seed++) {
    const random = randomFrom(seed * 6151);
    const lineOf = linesOf(random);
    const text = `${HEAD}${Array.from({ length: 30 + random(40) }, lineOf).join("\n")}\n`;
    const { file } = open(text, false);
    const { file: oracle } = open(text, true);
    let document = TextDocument.create("zone:", "dns-zone", 0, text);
    assert.deepEqual(findingsOf(file), findingsOf(oracle), `seed ${seed}: ${text}`);
    for (let step = 0; step < 8; step++) {
      const line = 7 + random(document.lineCount - 8);
      const start = { line, character: 0 };
      const range = { start, end: { line: line + random(3), character: 0 } };
      const newText = random(4) === 0 ? "" : `${lineOf()}\n`;
      const before = document.getText();
      document = TextDocument.update(document, [{ range, text: newText }], document.version + 1);
      file.edit(range, newText);
      oracle.edit(range, newText);
      const what = `seed ${seed}, step ${step}, from ${before} to ${document.getText()}`;
      assert.deepEqual(findingsOf(file), findingsOf(oracle), what);
    }
  }
});

test("a policy that a hundred customers share is judged a few times, and all of them again when what it rests on changes", () => {
  const customers = Array.from({ length: 100 }, (_, number) =>
    [
      `c${number} MX 10 mx1\n TXT "v=spf1 mx include:spf.example.com -all"`,
      `_dmarc.c${number} TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"`,
    ].join("\n"),
  );
  const text = `${HEAD}spf TXT "v=spf1 ip4:192.0.2.0/26 -all"\n${customers.join("\n")}\n`;
  const { file, looks } = open(text, false);
  const { file: oracle, looks: allLooks } = open(text, true);
  assert.deepEqual(findingsOf(file), findingsOf(oracle));
  assert.ok(looks() < allLooks() / 5, `${looks()} of ${allLooks()}`);
  const range = { start: { line: 7, character: 9 }, end: { line: 7, character: 15 } };
  file.edit(range, "nothing");
  assert.equal(findingsOf(file).filter((it) => it.includes("spf/include-without-spf")).length, 100);
});
