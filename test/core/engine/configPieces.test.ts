import assert from "node:assert/strict";
import { test } from "node:test";
import { makeConfig } from "../../../bench/makeZone.ts";
import { ConfigJudge, type ConfigReports } from "../../../server/src/core/engine/configJudge.ts";
import { splitConfig } from "../../../server/src/core/engine/configPieces.ts";
import { ConfigDocumentSource } from "../../../server/src/core/engine/configSource.ts";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import type { Finding } from "../../../server/src/core/engine/finding.ts";
import { completeAt } from "../../../server/src/core/features/index.ts";
import type { Source } from "../../../server/src/core/index.ts";
import { translator } from "../../../server/src/core/locale.ts";
import { NO_ZONES, readConfig } from "../../../server/src/core/model/readConfig.ts";
import { RULES } from "../../../server/src/core/rules/index.ts";
import { applyEdits, LineIndex, type Span } from "../../../server/src/core/text/span.ts";
import { CROSS_FILES } from "../../support/crossFiles.ts";
import { memoryHost } from "../../support/memoryHost.ts";
import { randomFrom } from "../../support/randomFrom.ts";

const CONFIG = `# mailconfig-disable-next-line config/unknown-key
version: 1
domain: example.com
zones: { example.com: google.zone, example.net: bad.zone }
x-smtp: &smtp
  host: smtp.exmple.com
  port: 465000
  security: tls
x-auth: &auth { method: plain, username: a@example.org, password: hunter2secret }
accounts:
  # mailconfig-disable-next-line config/literal-secret -- for now
  first:
    provider: qq
    from: "First <first@example.com>"
    smtp: { host: smtp.qq.com, port: 465, security: ssl, auth: { username: first, password: abcdefgh } }
  merged:
    from: merged@example.net
    smtp:
      <<: *smtp
      auth: *auth
    imap: imap://user:secret@imap.example.com:993
  "quoted one":
    from: quoted
    smtp:
      host: smtp.gmail.com
      port: 25
      security: none # mailconfig-disable-line config/no-encryption
      auth:
        method: login
        username: me
        password: "\${env:P"
      timeouts: { connection: 10 }

  holder:
    from: h@example.com
    smtp: &held
      host: 192.0.2.77
      port: 587
      security: tls
      failover: [ "smtps://stand-by.example.com", smtp://x ]
  user:
    smtp: *held
    pop3: *nowhere
    from: >-
      User
      <user@example.com>
  last:
    smtp:
      host: smtp.office365.com
      port: 465
      secure: true
      host: twice.example.com
    imap:
  again:
    imap: *held
  "and again": { smtp: *held, from: A <again@example.com> }
dkim:
  - { domain: example.net, selector: s1, privateKeyFile: s1.pem }
  - { domain: example.com, selector: "s 2", privateKeyFile: none.pem }
rules: { config/port-25: error, config/timeouts: "off" }
# mailconfig-disable config/schema
`;

const INSERTS = [
  ..."\n :-#{}[]\"',&*?x",
  "  ",
  "\t",
  "\n  acc",
  "\n  acc:\n    from: a\n",
  "\n  other: { smtp: smtps://smtp.example.com }\n",
  "\n  user:\n    from: u@example.net\n",
  "\n  anchored: &a\n    from: x@example.com\n",
  "\n    smtp: smtp://a@b:465\n",
  "\n      port: 25",
  "\n<<<<<<< HEAD\n",
  "\n---\n",
  "\n...\n",
  "\naccounts:\n",
  "\ndkim:\n",
  "\nx: |\n  text\n",
  "\r\n",
  "\r",
  "\u0007",
  "é",
  "🙂",
  "<<: *smtp\n",
  "\n    <<: *smtp",
  "\n  <<: *smtp\n",
  "*auth",
  "&auth ",
  "!tag ",
  "? ",
  "%TAG x\n",
  "- ",
  '"',
  '"\n',
  "|\n",
  "security: none",
  "\n# mailconfig-disable-line\n",
  " # mailconfig-disable config/*",
  "\n  # mailconfig-enable\n",
];

const OPTIONS = { severities: {}, extraTypes: [], limit: 100_000, language: "en" };
const CONTEXT = { now: 0, extraTypes: new Set<string>(), codes: new Set<string>() };

/** The text after one random edit. */
function edited(text: string, random: (below: number) => number): string {
  const from = random(text.length + 1);
  const to = random(3) > 0 ? from : Math.min(text.length, from + random(random(6) === 0 ? 300 : 12));
  const insert =
    random(4) === 0 ? "" : random(12) === 0 ? CONFIG.slice(random(CONFIG.length)) : INSERTS[random(INSERTS.length)];
  return text.slice(0, from) + insert + text.slice(to);
}

function judgeOf(split: typeof splitConfig): (text: string) => ConfigReports {
  const engineHost = memoryHost({ files: CROSS_FILES });
  const engine = createEngine(engineHost);
  const zoneOf = (reference: string, domain: string) => {
    const source =
      engine.get(reference) ?? engine.open(reference, "zone", CROSS_FILES[reference] ?? "", { origin: domain });
    return source.kind === "zone" ? source.view : undefined;
  };
  const read = (text: string, host = engineHost) => readConfig("a", text, host, { ...NO_ZONES, zoneOf });
  const judge = new ConfigJudge(
    {
      rules: RULES,
      read,
      readPart: (text) => read(text, { ...engineHost, readFile: () => undefined }),
      logError: (what, error) => assert.fail(`${what}: ${error}`),
    },
    split,
  );
  return (text) => judge.judge(text, () => read(text), CONTEXT);
}

/** All that was found, in a form that does not depend on how it was. */
function snapshot({ reports, comments, severities }: ConfigReports): unknown {
  const said = reports.map(({ rule, report, excerpt }) => {
    const place = (at: object | undefined, span: { start: number; end: number }) =>
      at ? `zone ${span.start}-${span.end}` : JSON.stringify(excerpt.toText(span));
    const { fix, alternatives = [] } = report;
    const fixes = (fix ? [fix, ...alternatives] : alternatives).map(
      ({ kind, title, data, edits }) =>
        `${kind} ${title} ${JSON.stringify(data)} ${edits.map((it) => `${place(it.at, it.span)} ${it.newText}`).join()}`,
    );
    const related = (report.related ?? []).map((it) => `${it.message} ${place(it.at, it.span)}`);
    const { message, data, severity, at, span } = report;
    return [rule.code, message, JSON.stringify(data), severity ?? "", place(at, span), ...fixes, ...related].join(
      "\n  ",
    );
  });
  return { said: [...new Set(said)].sort(), comments, severities };
}

for (const groupSize of [1, 4]) {
  test(`after random edits a config in pieces is judged as one that is read whole (groups of ${groupSize})`, () => {
    const rounds = Number(process.env["ROUNDS"] ?? 4);
    let parted = 0;
    for (let seed = 1; seed <= rounds; seed++) {
      const random = randomFrom(seed * 104_729 + groupSize * 7);
      const incremental = judgeOf((text) => {
        const pieces = splitConfig(text, groupSize);
        if (pieces && pieces.groups.length > 0) parted++;
        return pieces;
      });
      const whole = judgeOf(() => undefined);
      let text = CONFIG;
      for (let step = 0; step < 20; step++) {
        const before = text;
        text = edited(text, random);
        const what = `seed ${seed}, step ${step}, from ${JSON.stringify(before)} to ${JSON.stringify(text)}`;
        assert.deepEqual(snapshot(incremental(text)), snapshot(whole(text)), what);
        // What cannot be parted any more says little.
        if (splitConfig(text) === undefined && random(2) === 0) text = before;
      }
    }
    assert.ok(parted > rounds * 4, `only ${parted} texts were parted`);
  });
}

test("after random edits an open config has the findings, fixes and completions of a fresh one", () => {
  for (let seed = 1; seed <= Number(process.env["ROUNDS"] ?? 4); seed++) {
    const random = randomFrom(seed * 7919);
    const engine = createEngine(memoryHost({ files: CROSS_FILES }));
    const source = engine.open("a", "config", CONFIG);
    let text = CONFIG;
    for (let step = 0; step < 12; step++) {
      const lines = new LineIndex(text);
      const [from, to] = [random(text.length + 1), random(4) === 0 ? random(text.length + 1) : 0];
      const range = lines.rangeOf({ start: from, end: Math.max(from, Math.min(to, from + 20)) });
      const insert = INSERTS[random(INSERTS.length)] ?? "";
      source.edit(range, insert);
      text = applyEdits(text, [{ span: { start: from, end: lines.offsetAt(range.end) }, newText: insert }]);
      const what = `seed ${seed}, step ${step}, at ${from} of ${JSON.stringify(text)}`;
      assert.equal(source.text(), text, what);
      const fresh = createEngine(memoryHost({ files: CROSS_FILES })).open("a", "config", text);
      const at = new LineIndex(text).positionAt(random(text.length + 1));
      const seen = (it: Source) => [it.lint(OPTIONS).map(plain), completeAt(it, at, translator("en"))];
      assert.deepEqual(seen(source), seen(fresh), what);
    }
  }
});

function plain({ code, severity, message, path, range, related, fixes }: Finding): unknown {
  return { code, severity, message, path, range, related, fixes };
}

test("a keystroke in an account reads that account's group, and neither the file nor its frame", () => {
  const text = makeConfig(2_000);
  const read: string[] = [];
  const host = memoryHost();
  const readNoted = (path: string, it: string) => {
    read.push(it);
    return readConfig(path, it, host, NO_ZONES);
  };
  const source = new ConfigDocumentSource("a", text, {
    rules: RULES,
    read: readNoted,
    readPart: readNoted,
    zones: { locate: () => assert.fail(), isWritten: () => true },
    now: () => 0,
    logError: () => assert.fail(),
    changed: () => {},
  });
  source.lint(OPTIONS);
  assert.ok(read.length > 10);
  read.length = 0;
  const at = new LineIndex(text).positionAt(text.indexOf("smtp3.example.com"));
  source.edit({ start: at, end: at }, "x");
  assert.deepEqual([source.frame.documents.length, source.frame.severities], [1, {}]);
  source.lint(OPTIONS);
  assert.equal(read.length, 1);
  assert.ok(read[0]?.includes("xsmtp3.example.com") && read[0].length < text.length / 4);
});

for (const [what, middle] of [
  ["two accounts of one name", "  a: { from: a }\n  b: { from: b }\n  a: { from: c }\n"],
  ["a merge among accounts", "  a: { from: a }\n  <<: *x\n  b: { from: b }\n"],
  ["one line too far left", "  a: { from: a }\n b: { from: b }\n  c: { from: c }\n"],
  ["keys below a half-typed account", "  a: { from: a }\n  b\n    from: b\n  c: { from: c }\n"],
  ["a conflict that git left", "  a: { from: a }\n<<<<<<< HEAD\n  b: { from: b }\n"],
] as const) {
  test(`a config is not parted where one account decides about another: ${what}`, () => {
    assert.equal(splitConfig(`x-a: &x {}\naccounts:\n${middle}`, 1), undefined);
  });
}

test("accounts with anchors stand in the frame, and what is half-typed stays with the account above it", () => {
  const text =
    "accounts:\n  a: { from: a }\n  b: &b\n    from: R&D\n  c:\n    from: \"c\n  d\n  'e f': # x\n    from: e\nrules: {}\n";
  const pieces = splitConfig(text, 1);
  const texts = (spans: readonly Span[] = []) => spans.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(texts(pieces?.groups), [
    "  a: { from: a }\n",
    '  c:\n    from: "c\n  d\n',
    "  'e f': # x\n    from: e\n",
  ]);
  assert.deepEqual(texts(pieces?.frame), ["accounts:\n", "  b: &b\n    from: R&D\n", "rules: {}\n"]);
});
