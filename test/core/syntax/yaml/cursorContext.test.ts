import assert from "node:assert/strict";
import { test } from "node:test";
import { contextAt } from "../../../../server/src/core/syntax/yaml/cursorContext.ts";

/** `|` is the cursor. Expected: kind, path, siblings, what is replaced, and what else is not as usual. */
const PLACES: readonly (readonly [string, string])[] = [
  // an empty file, keys at the top
  ["|", "key  () or value"],
  ["ver|", "key  () ver or value"],
  ["version: 1\n|", "key  (version)"],
  ["|version: 1\n", "key  () version"],
  ["ver|sion: 1\n", "key  () version"],
  ["version|: 1\n", "key  () version"],
  ["\uFEFF|version: 1\n", "key  () version"],
  ["# first\n|\nversion: 1\n", "key  (version)"],
  ["a: 1\r\nb|\r\nc: 2\r\n", "key  (a c) b"],
  // values
  ["version:|", "value version () before ' '"],
  ["version: |", "value version ()"],
  ["version: |\ndomain: x\n", "value version (domain)"],
  ["version: 1|\n", "value version () 1"],
  ["version: |1 # c\n", "value version () 1"],
  ['from: "Ops <o|ps@example.com>"\n', 'value from () "Ops <ops@example.com>"'],
  ['from: "Ops |\nb: 1\n', 'value from (b) "Ops '],
  ["from: 'a # |b'\n", "value from () 'a # b'"],
  ["port:4|65\n", "value port () 465 before ' '"],
  ["host: smtp.example.com |\n", "value host ()"],
  // below a key
  ["smtp:\n  |", "key smtp () or value indent 2"],
  ["smtp:\n  ho|", "key smtp () ho or value indent 2"],
  ["smtp:\n  ho|\n  port: 465\n", "key smtp (port) ho indent 2"],
  ["smtp:\n  port: 465\n  |\nimap: x\n", "key smtp (port) indent 2"],
  ["smtp:\n  port: 465\n|\nimap: x\n", "key  (smtp imap)"],
  ["smtp:\n  |\nimap: x\n", "key smtp () or value indent 2"],
  ["a:\n  ops:\n    smtp:\n      |\n    imap: x\n", "key a.ops.smtp () or value indent 6"],
  ["a:\n  ops:\n    smtp:\n    |\n    imap: x\n", "key a.ops (smtp imap) indent 4"],
  ["a:\n    b:\n        |", "key a.b () or value indent 8"],
  ["smtp:\n    host: x\n      |", "key smtp (host) indent 4"],
  ["smtp: &s\n  |", "key smtp () or value indent 2"],
  ["smtp:\n  host: x\n  tls: { a: b }\n  |", "key smtp (host tls) indent 2"],
  ["smtp:\n\thost: x\n\t|", "key smtp (host) indent 2"],
  ['smtp:\n  host: "x\n  |\n  port: 1\n', "key smtp (host port) indent 2"],
  ["smtp:\n  <<: *|\n", "value smtp.<< () * indent 2"],
  // brackets
  ["auth: { | }", "key auth () flow"],
  ["auth: {|}", "key auth () flow"],
  ["auth: { method: | }", "value auth.method () flow"],
  ["auth: { method:| }", "value auth.method () before ' ' flow"],
  ["auth: { method: pl|ain, username: x }", "value auth.method (username) plain flow"],
  ["auth: { method: plain, user|, password: x }", "key auth (method password) user flow"],
  ["auth: { method: plain, |", "key auth (method) flow"],
  ["auth: { method: |\ntls: x\n", "value auth.method () flow"],
  ["auth: {\n  method: plain,\n  |\n}\n", "key auth (method) flow"],
  ["a: { b: { c: | }, d: 1 }", "value a.b.c () flow"],
  ["a: { b: { c: 1 }, | }", "key a (b) flow"],
  ["dsn: [ failure, de| ]", "value dsn.1 (failure) de flow"],
  ["x: [ { a: 1 }, { | } ]", "key x.1 () flow"],
  ["- { domain: x, | }", "key 0 (domain) flow"],
  ["auth: { method: plain us|er: x }", "key auth (method) user flow"],
  // lists
  ["dkim:\n  - |", "key dkim.0 () or value indent 4"],
  ["dkim:\n  -|", "key dkim.0 () or value before ' ' indent 4"],
  ["dkim:\n  - do|", "key dkim.0 () do or value indent 4"],
  ["dkim:\n  - domain: a\n    |", "key dkim.0 (domain) indent 4"],
  ["dkim:\n  - domain: a\n  - domain: |b\n    selector: s\n", "value dkim.1.domain (selector) b indent 4"],
  ["dkim:\n  - domain: a\n  |", "item dkim () indent 2"],
  ["dkim:\n- domain: a\n  |\nlogging: x\n", "key dkim.0 (domain) indent 2"],
  ["dkim:\n  |- domain: a\n", "item dkim () indent 2"],
  // several documents, places where nothing is completed
  ["a: 1\n---\n|", "key  () or value document 1"],
  ["a: 1\n|\n---\nb: 2\n", "key  (a)"],
  ["a: 1\n---\nb: 2\n...\n|", "key  () or value document 2"],
  ["a: 1 # ver|\n", "none  ()"],
  ["# ver|", "none  ()"],
  ["--|-\na: 1\n", "none  ()"],
  ["text: |\n  hel¦lo\nb: 1\n", "none  ()"],
  ["text: |\n  hello\n¦\nb: 1\n", "key  (text b)"],
];

for (const [marked, expected] of PLACES)
  test(`context: ${JSON.stringify(marked)}`, () => {
    const mark = marked.includes("¦") ? "¦" : "|";
    const offset = marked.indexOf(mark);
    const text = marked.replace(mark, "");
    const { kind, path, siblings, replace, before, indent, isFlow, orValue, document } = contextAt(text, offset);
    const shown = [
      `${kind} ${path.join(".")} (${siblings.join(" ")})`,
      text.slice(replace.start, replace.end),
      orValue && "or value",
    ];
    shown.push(
      before !== "" && `before '${before}'`,
      indent !== "" && `indent ${indent.length}`,
      isFlow && "flow",
      document > 0 && `document ${document}`,
    );
    assert.equal(shown.filter(Boolean).join(" "), expected);
  });
