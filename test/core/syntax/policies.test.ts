import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseBimi } from "../../../server/src/core/syntax/bimi.ts";
import { parseDkim } from "../../../server/src/core/syntax/dkim.ts";
import { parseDmarc } from "../../../server/src/core/syntax/dmarc.ts";
import { parseMtaSts } from "../../../server/src/core/syntax/mtaSts.ts";
import { tagOf } from "../../../server/src/core/syntax/tagList.ts";
import { parseTlsRpt } from "../../../server/src/core/syntax/tlsRpt.ts";
import { ed25519Key, pkcs1, rsaKey } from "../../support/keys.ts";
import { mark, unmark } from "../../support/marked.ts";

const PARSERS = { dkim: parseDkim, dmarc: parseDmarc, mtaSts: parseMtaSts, tlsRpt: parseTlsRpt, bimi: parseBimi };

for (const [group, marked] of [
  ["dmarc", "v=DMARC1;"],
  ["dmarc", "v=DMARC1 ;p=reject ;sp=reject ;"],
  ["dmarc", "v = DMARC1 ; p = none ; "],
  ["dmarc", "v=DMARC1; «p:reject»; rua=mailto:a@example.com"],
  ["dmarc", "v=DMARC1; p=none«,» rua=mailto:a@example.com"],
  ["dmarc", "v=DMARC1« »p=none"],
  ["dmarc", "v=DMARC1; p=none; «fo:0»"],
  ["dmarc", "v=DMARC1;«;» p=none"],
  ["dmarc", "v=DMARC1; p=none; «p»=reject; sp=none; «p»=none"],
  ["dmarc", "v=DMARC1; p=none; rua=mailto:a@example.com, mailto:b@example.com"],
  ["dmarc", "v=DMARC1; p=none; rua=mailto:a@example.com;«mailto:b@example.com»"],
  ["dmarc", "google-site-verification=x; foo"],
  ["dkim", "v=DKIM1; k=rsa; n=a note p=x, t=y; p="],
  ["dkim", "v=DKIM1; p=AA ==; t=s"],
  ["dkim", "v=DKIM1; p=AAAA« »t=s"],
  ["dkim", "v=DKIM1« »k=rsa« »p=AAAA"],
  ["dkim", "«mail.example.com.»"],
  ["bimi", "v=BIMI1; l=; a=;"],
  ["bimi", "v=BIMI1; l=https://example.com/a.svg;avp=brand;lps=x"],
  ["mtaSts", "v=STSv1; id=20260101T000000;"],
  ["mtaSts", "v=STSv1; «id:1»"],
  ["tlsRpt", "v=TLSRPTv1;rua=mailto:a@example.com,https://example.com/r?a=b"],
] as const) {
  test(`${group} reads: ${marked}`, () => {
    const text = unmark(marked);
    assert.equal(mark(text, PARSERS[group](text).issues), marked);
  });
}

for (const [text, state] of [
  ["v=DMARC1; p=none", "right"],
  ["v = DMARC1", "right"],
  ["v=dmarc1; p=none", "wrong"],
  ["V=DMARC1; p=none", "late"],
  ["v=DMARCl; p=none", "wrong"],
  ["nv=DMARC1; p=none", "wrong"],
  ["p=none; v=DMARC1", "late"],
  ["p=none; rua=mailto:a@example.com", "missing"],
] as const) {
  test(`DMARC version of ${text}: ${state}`, () => {
    const { root } = parseDmarc(text);
    assert.equal(root.isDmarc, true);
    if (text.startsWith("V")) return;
    assert.equal(root.version.state, state);
  });
}

test("policies are read in any letter case", () => {
  const { root } = parseDmarc("v=DMARC1; p=Reject; sp=nOne; np=reject1; psd=Y; t=y");
  assert.deepEqual([root.p, root.sp, root.np, root.psd, root.isTest], ["reject", "none", undefined, "yes", true]);
});

test("report addresses have a span each, a host and a fault", () => {
  const text =
    "v=DMARC1; p=none; rua=mailto:a@Example.com!10m , b@example.com,mailto:c@, ftp:x ,mailto:a@x.y mailto:b@x.y";
  const { rua } = parseDmarc(text).root;
  const shown = rua.map(({ span, host, fault }) => [text.slice(span.start, span.end), host, fault]);
  assert.deepEqual(shown, [
    ["mailto:a@Example.com!10m", "example.com", undefined],
    ["b@example.com", "", "scheme"],
    ["mailto:c@", "", "address"],
    ["ftp:x", "", "scheme"],
    ["mailto:a@x.y mailto:b@x.y", "x.y", "separator"],
  ]);
});

const keyOf = (p: string) => parseDkim(`v=DKIM1; p=${p}`).root.key;

test("the key is told in every form", () => {
  const rsa = rsaKey(1024);
  assert.deepEqual(
    [
      keyOf(rsa.spki),
      keyOf(pkcs1(rsa)),
      keyOf(ed25519Key().raw),
      keyOf(""),
      keyOf("AAA*"),
      keyOf(rsa.spki.slice(0, 100)),
    ].map((it) => it?.form),
    ["spki", "pkcs1", "raw", "empty", "text", "truncated"],
  );
  const blanks = keyOf(rsa.spki.replace(/(.{50})/g, "$1 "));
  assert.deepEqual([blanks?.form, blanks?.bits], ["spki", 1024]);
  const pem = keyOf(rsa.publicKey.export({ type: "spki", format: "pem" }).toString());
  assert.deepEqual([pem?.form, pem?.bits, pem?.isPrivate], ["pem", 1024, false]);
  const secret = keyOf(rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  assert.deepEqual([secret?.form, secret?.isPrivate], ["pem", true]);
  const bare = keyOf(rsa.privateKey.export({ type: "pkcs1", format: "der" }).toString("base64"));
  assert.deepEqual([bare?.form, bare?.isPrivate], ["private", true]);
});

const soup = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."vpk=;: \t,-!@.AZaz09+/é😀", "p=", "v=DMARC1", "mailto:a@b.c", "-----BEGIN "),
    fc.string(),
  ),
});

for (const [group, parse] of Object.entries(PARSERS)) {
  test(`${group} takes any text; spans lie inside and in order, tags hold what stands there`, () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { root, issues } = parse(text);
        let last = 0;
        for (const { name, nameSpan, value, valueSpan, span } of root.tags) {
          assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
          assert.equal(text.slice(valueSpan.start, valueSpan.end), value);
          assert.ok(span.start >= last && span.start <= nameSpan.start && span.end >= valueSpan.end);
          last = span.end;
        }
        assert.equal(
          tagOf(root, "p"),
          root.tags.find(({ name }) => name === "p"),
        );
        for (const { span } of issues) assert.ok(span.start < span.end && span.end <= text.length);
      }),
    );
  });
}

test("long texts take time in proportion", () => {
  for (const piece of ["p=1 ", " ", "v=DMARC1;", "a,", "=", "mailto:a@b.c,", "-----BEGIN ", "n=", "@", "?\n"]) {
    for (const parse of Object.values(PARSERS)) parse(`v=DMARC1; rua=${piece.repeat(65_536 / piece.length)}`);
  }
});
