import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldValuesOf, SVC_PARAMETERS } from "../../../../server/src/core/facts/fieldValues.ts";
import { type FieldKind, RECORD_TYPES, type RecordType } from "../../../../server/src/core/facts/recordTypes.ts";
import { MACROS, MECHANISMS, MODIFIERS, QUALIFIERS } from "../../../../server/src/core/facts/spf.ts";
import { tagFactsOf } from "../../../../server/src/core/features/zone/policyTags.ts";
import type { PolicyKind } from "../../../../server/src/core/model/zone.ts";
import { SVC_KEY_NAMES } from "../../../../server/src/core/syntax/zone/rdata/svcParams.ts";
import { completionsOf, hoverOf } from "./cursor.ts";

/** A token of each kind, so that a record of every type can be written. */
const SAMPLE: Readonly<Record<FieldKind, string>> = {
  u8: "1",
  u16: "10",
  u32: "100",
  u64: "1000",
  zero: "0",
  bit: "1",
  ttl: "3600",
  time: "20260401000000",
  ip4: "192.0.2.1",
  ip6: "2001:db8::1",
  eui48: "00-00-5e-00-53-2a",
  eui64: "00-00-5e-ef-10-00-00-2a",
  locator64: "2001:0db8:1140:1000",
  nsap: "0x47000580",
  atma: "+358.40",
  x25: "3110",
  name: "mail",
  host: "mail",
  mbox: "hostmaster",
  names: "mail",
  gatewayType: "1",
  gateway: "192.0.2.9",
  string: '"a"',
  strings: '"a"',
  text: '"a"',
  hex: "abcd",
  hexWord: "abcd",
  base64: "AAAA",
  base64Word: "AAAA",
  base64Optional: "AAAA",
  base64OrDash: "-",
  base32: "0p9mhaveqvm6t7vbl5lop2u3t2rp3tom",
  salt: "-",
  types: "MX",
  nxtTypes: "MX",
  typeCode: "CDS",
  algorithm: "13",
  digestType: "2",
  certType: "3",
  keyFlags: "257",
  keyProtocol: "3",
  dsyncScheme: "1",
  caaTag: "issue",
  svcParams: "alpn=h2",
  apl: "1:192.0.2.0/24",
  location: "52",
  word: "6",
  words: "25",
  generic: "\\#",
  opaque: "mail",
};

/** The record with a bar inside one of its words: 0 is the type. */
function recordOf({ name, fields }: RecordType, at: number): string {
  const words = [name, ...fields.map((it) => SAMPLE[it.kind])];
  return `x ${words.map((word, index) => (index === at ? `${word.slice(0, 1)}|${word.slice(1)}` : word)).join(" ")}`;
}

test("every record type, and every field of each, has a hover in both languages", () => {
  let places = 0;
  for (const type of RECORD_TYPES) {
    const head = hoverOf(recordOf(type, 0));
    assert.match(head?.head ?? "", new RegExp(`^\\*\\*\`${type.name}[ \`]`), type.name);
    for (const [index, field] of type.fields.entries()) {
      const marked = recordOf(type, index + 1);
      const hover = hoverOf(marked);
      assert.ok(hover, marked);
      assert.equal(hover.on, SAMPLE[field.kind], marked);
      assert.ok(hover.head.endsWith(`${field.name} of the ${type.name} record`), `${marked}: ${hover.head}`);
      assert.ok(hover.markdown.includes(field.doc), marked);
      assert.match(hoverOf(marked, "zh-cn")?.markdown ?? "", /\p{Script=Han}/u, marked);
      places++;
    }
  }
  assert.ok(places > 150, String(places));
});

test("every value that a field is known to have is explained, by number and by mnemonic", () => {
  for (const type of RECORD_TYPES) {
    for (const [index, field] of type.fields.entries()) {
      for (const { value, doc, mnemonic } of fieldValuesOf(type, field)) {
        for (const word of [value, ...(mnemonic === undefined ? [] : [mnemonic])]) {
          const words = type.fields.map((it) => SAMPLE[it.kind]);
          words[index] = `${word.slice(0, 1)}|${word.slice(1)}`;
          const marked = `x ${type.name} ${words.join(" ")}`;
          assert.ok(hoverOf(marked)?.markdown.includes(doc), marked);
        }
      }
    }
  }
});

test("completion offers the values of every field that has some, and takes none twice", () => {
  for (const type of RECORD_TYPES) {
    for (const [index, field] of type.fields.entries()) {
      const wanted = fieldValuesOf(type, field)
        .filter((it) => it.isOld !== true)
        .map((it) => it.value);
      const before = type.fields.slice(0, index).map((it) => SAMPLE[it.kind]);
      const marked = `x ${[type.name, ...before].join(" ")} |`;
      const offered = completionsOf(marked).map((it) => it.label);
      assert.equal(new Set(offered).size, offered.length, marked);
      assert.deepEqual(
        wanted.filter((it) => !offered.includes(it)),
        [],
        marked,
      );
      if (["host", "name", "names", "types", "typeCode", "svcParams"].includes(field.kind)) {
        assert.ok(offered.length > 1, marked);
      }
    }
  }
});

test("hover and completion know the parameters that the reader knows", () => {
  assert.deepEqual(SVC_PARAMETERS.map((it) => it.name).sort(), [...SVC_KEY_NAMES].sort());
  for (const { name, doc } of SVC_PARAMETERS) {
    assert.ok(hoverOf(`x HTTPS 1 . ${name.slice(0, 1)}|${name.slice(1)}`)?.markdown.includes(doc), name);
  }
});

const POLICIES: readonly (readonly [kind: PolicyKind, owner: string, version: string])[] = [
  ["dmarc", "_dmarc", "v=DMARC1"],
  ["dkim", "s._domainkey", "v=DKIM1"],
  ["mtaSts", "_mta-sts", "v=STSv1"],
  ["tlsRpt", "_smtp._tls", "v=TLSRPTv1"],
  ["bimi", "default._bimi", "v=BIMI1"],
];

for (const [kind, owner, version] of POLICIES) {
  test(`every tag and value of ${kind} is explained, and offered where it is not old`, () => {
    for (const { name, doc, values, isObsolete } of tagFactsOf(kind)) {
      const start = name === "v" ? "" : `${version}; `;
      const tag = hoverOf(`${owner} TXT "${start}${name.slice(0, 1)}|${name.slice(1)}=x"`);
      assert.ok(tag?.markdown.includes(doc), name);
      for (const { value, doc: meaning } of values.filter((it) => it.value !== "")) {
        const marked = `${owner} TXT "${start}${name}=${value.slice(0, 1)}|${value.slice(1)}"`;
        const head = hoverOf(marked)?.head ?? "";
        assert.ok(head.includes(meaning.replace(/\.$/, "")), `${marked}: ${head}`);
      }
      if (name === "v") continue;
      const tags = completionsOf(`${owner} TXT "${start}|"`).map((it) => it.label);
      assert.equal(tags.includes(name), !isObsolete, name);
      const offered = completionsOf(`${owner} TXT "${start}${name}=|"`).map((it) => it.label);
      assert.deepEqual(
        values.map((it) => it.value).filter((it) => !offered.includes(it)),
        [],
        name,
      );
    }
  });
}

test("every mechanism, modifier, qualifier and macro of SPF is explained", () => {
  const values: Readonly<Record<string, string>> = { ip4: ":192.0.2.0/24", ip6: ":2001:db8::/32", all: "" };
  for (const { name, doc } of Object.values(MECHANISMS)) {
    const term = `${name.slice(0, 1)}|${name.slice(1)}${values[name] ?? ":a.example"}`;
    const hover = hoverOf(`@ TXT "v=spf1 ${term}"`);
    assert.ok(hover?.markdown.includes(name === "all" ? "every host" : doc), name);
  }
  for (const { name, doc } of Object.values(MODIFIERS)) {
    assert.ok(hoverOf(`@ TXT "v=spf1 ${name}|=a.example"`)?.markdown.includes(doc), name);
  }
  for (const { name, doc } of Object.values(QUALIFIERS)) {
    assert.ok(hoverOf(`@ TXT "v=spf1 ${name}|all"`)?.markdown.includes(doc), name);
  }
  for (const { form, doc } of Object.values(MACROS)) {
    assert.ok(
      hoverOf(`@ TXT "v=spf1 exists:${form.slice(0, 2)}|${form.slice(2)}.a.example"`)?.markdown.includes(doc),
      form,
    );
  }
});
