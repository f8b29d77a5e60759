import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { isSpf, parseSpf } from "../../../server/src/core/syntax/spf.ts";
import { mark, unmark } from "../../support/marked.ts";

for (const [marked, code, reason, meant] of [
  ["«v=spf1;» -all", "spf/version", "version", "v=spf1"],
  ["«v=spf2.0» -all", "spf/version", "version", "v=spf1"],
  ["«v = spf1» mx -all", "spf/version", "version", "v=spf1"],
  ["«spf2.0/mfrom,pra» -all", "spf/sender-id", "version", "v=spf1"],
  ["v=spf1 «a,mx»", "spf/syntax", "comma", "a mx"],
  ["v=spf1 «mx;-all»", "spf/syntax", "comma", "mx -all"],
  ["v=spf1 «ip4:192.0.2.1,192.0.2.2»", "spf/syntax", "comma", "ip4:192.0.2.1 ip4:192.0.2.2"],
  ["v=spf1 «include:a.example,b.example»", "spf/syntax", "comma", "include:a.example include:b.example"],
  ["v=spf1 «ip4:192.0.2.1~all»", "spf/syntax", "space", "ip4:192.0.2.1 ~all"],
  ["v=spf1 «mx-all»", "spf/syntax", "space", "mx -all"],
  ["v=spf1 «include:spf.example.com-all»", "spf/syntax", "space", "include:spf.example.com -all"],
  ["v=spf1 «include:a.exampleinclude:b.example»", "spf/syntax", "space", "include:a.example include:b.example"],
  ["v=spf1 «include:include:spf.example.com» -all", "spf/syntax", "doubled", "include:spf.example.com"],
  ["v=spf1 «192.0.2.1» -all", "spf/syntax", "address", "ip4:192.0.2.1"],
  ["v=spf1 «-2001:db8::1/64»", "spf/syntax", "address", "-ip6:2001:db8::1/64"],
  ["v=spf1 «-»redirect=spf.example.com", "spf/syntax", "sign", ""],
  ["v=spf1 -include«=»spf.example.com", "spf/syntax", "equals", ":"],
  ['v=spf1 «"mx"» -all', "spf/syntax", "quote", "mx"],
  ["v=spf1 mx «- all»", "spf/syntax", "signs", "-all"],
  ["v=spf1 «--all»", "spf/syntax", "signs", "-all"],
  ["v=spf1 a«:» -all", "spf/syntax", "empty", ""],
  ["v=spf1 ptr«:» -all", "spf/syntax", "empty", ""],
  ["v=spf1 mx«:»/24 -all", "spf/syntax", "empty", ""],
  ["v=spf1 mx«\t»-all", "spf/syntax", "blank", " "],
  ["v=spf1 «–»all", "spf/syntax", "character", undefined],
  ["v=spf1 «=all»", "spf/syntax", "term", undefined],
  ["v=spf1 «ipv4»:192.0.2.1 -all", "spf/unknown-mechanism", "unknown", "ip4"],
  ["v=spf1 «ip»:2001:db8::1 -all", "spf/unknown-mechanism", "unknown", "ip6"],
  ["v=spf1 ~«inlcude»:spf.example.com -all", "spf/unknown-mechanism", "unknown", "include"],
  ["v=spf1 redirect«:»spf.example.com", "spf/unknown-mechanism", "modifier", "="],
  ["v=spf1 «spf.example.com» -all", "spf/unknown-mechanism", "domain", "include:spf.example.com"],
  ["v=spf1 -all «foo»", "spf/unknown-mechanism", "unknown", undefined],
  ["v=spf1 «include:» -all", "spf/missing-value", "domain", undefined],
  ["v=spf1 «ip6» -all", "spf/missing-value", "ip6", undefined],
  ["v=spf1 mx «exp=»", "spf/missing-value", "modifier", undefined],
  ["v=spf1 «include: spf.example.com» -all", "spf/unexpected-value", "space", "include:spf.example.com"],
  ["v=spf1 «ip4: 192.0.2.1» -all", "spf/unexpected-value", "space", "ip4:192.0.2.1"],
  ["v=spf1 «ip4 192.0.2.1» -all", "spf/unexpected-value", "space", "ip4:192.0.2.1"],
  ["v=spf1 mx «redirect= spf.example.com»", "spf/unexpected-value", "space", "redirect=spf.example.com"],
  ["v=spf1 -all«:x»", "spf/unexpected-value", "all", ""],
  ["v=spf1 include:spf.example.com«/24» -all", "spf/unexpected-value", "prefix", ""],
  ["v=spf1 ptr«/24» -all", "spf/unexpected-value", "prefix", ""],
  ["v=spf1 ip4:«192.0.2» -all", "spf/invalid-ip4", "address", undefined],
  ["v=spf1 ip4:«192.0.2.01» -all", "spf/invalid-ip4", "address", undefined],
  ["v=spf1 ip4:«mail.example.com» -all", "spf/invalid-ip4", "name", undefined],
  ["v=spf1 «ip4»:2001:db8::/32 -all", "spf/invalid-ip4", "family", "ip6"],
  ["v=spf1 «IP6»:192.0.2.0/24 -all", "spf/invalid-ip6", "family", "ip4"],
  ["v=spf1 ip6:«2001:db8» -all", "spf/invalid-ip6", "address", undefined],
  ["v=spf1 ip4:192.0.2.0«/33» -all", "spf/invalid-prefix-length", "range", undefined],
  ["v=spf1 ip4:192.0.2.0«/024» -all", "spf/invalid-prefix-length", "zero", undefined],
  ["v=spf1 ip4:192.0.2.0«/255.255.255.0» -all", "spf/invalid-prefix-length", "form", undefined],
  ["v=spf1 ip4:192.0.2.0«//24» -all", "spf/invalid-prefix-length", "slashes", undefined],
  ["v=spf1 a/24«/64» -all", "spf/invalid-prefix-length", "slashes", undefined],
  ["v=spf1 mx:example.com«/33»//64 -all", "spf/invalid-prefix-length", "range", undefined],
  ["v=spf1 a«//129» -all", "spf/invalid-prefix-length", "range", undefined],
  ["v=spf1 a:«museum» -all", "spf/invalid-domain", "single", undefined],
  ["v=spf1 a:«example.-com» -all", "spf/invalid-domain", "topLabel", undefined],
  ["v=spf1 a:«example.com:8080» -all", "spf/invalid-domain", "port", "example.com"],
  ["v=spf1 include:«https://spf.example.com/x» -all", "spf/invalid-domain", "url", "spf.example.com"],
  ["v=spf1 a:«user@example.com» -all", "spf/invalid-domain", "at", "example.com"],
  ["v=spf1 «a:192.0.2.1» -all", "spf/invalid-domain", "address", "ip4:192.0.2.1"],
  ["v=spf1 a:«mail..example.com» -all", "spf/invalid-domain", "emptyLabel", undefined],
  ["v=spf1 exists:«%{i}spf» -all", "spf/invalid-domain", "topLabel", undefined],
  ["v=spf1 exists:«%(»ir).example.com -all", "spf/invalid-macro", "percent", undefined],
  ["v=spf1 exists:«%{ispf».example.com -all", "spf/invalid-macro", "form", undefined],
  ["v=spf1 exists:«%{a}».example.com -all", "spf/invalid-macro", "letter", undefined],
  ["v=spf1 exists:«%{r}».example.com -all", "spf/invalid-macro", "explanationOnly", undefined],
  ["v=spf1 exists:«%{d0}».example.com -all", "spf/invalid-macro", "zero", undefined],
  ["v=spf1 redirect=a.example «redirect=b.example»", "spf/duplicate-modifier", "twice", undefined],
] as const) {
  test(`parseSpf finds ${code} (${reason}) in ${JSON.stringify(marked)}`, () => {
    const { root } = parseSpf(unmark(marked));
    assert.equal(mark(unmark(marked), root.faults), marked);
    const [fault] = root.faults;
    assert.deepEqual([fault?.code, fault?.reason, fault?.meant], [code, reason, meant]);
  });
}

for (const value of [
  "V=sPf1 A MX ~ALL",
  "v=spf1  mx   -all ",
  "v=spf1 a/24 mx:x.example/24//64 a//64",
  "v=spf1 a:foo:bar/baz.example.com",
  "v=spf1 exists:%{i}.spf.%{d2} exists:%{L1R+-}.example.com. a:%{H}",
  "v=spf1 a:macro%%percent%_%_space%-url-space.example.com -all",
  "v=spf1 ra=postmaster rp=100 rr=all moo.cow-far_out=man:dog/cat default=+ -all",
  "v=spf1 redirect=%{d}.d.spf.example.com.",
  "v=spf1 a:foo.example.xn--zckzah include:_spf.example.com",
  "v=spf1 ip6:::1.1.1.1/0 ip6:2001:DB8::/32 ip6:1:2:3:4:5:6:7:8 ip4:0.0.0.0/0",
  "v=spf1",
]) {
  test(`parseSpf has no fault to find in ${value}`, () => assert.deepEqual(parseSpf(value).issues, []));
}

test("parseSpf reads the parts of a mechanism", () => {
  const [term] = parseSpf("v=spf1 ~MX:b.%{d2}.example/24//64").root.terms;
  assert.ok(term?.kind === "mechanism");
  assert.deepEqual([term.name, term.qualifier, term.sign?.span.start, term.nameAt?.text], ["mx", "~", 7, "MX"]);
  assert.deepEqual([term.domain?.text, term.domain?.span], ["b.%{d2}.example", { start: 11, end: 26 }]);
  assert.deepEqual([term.prefix?.length, term.prefix?.span], [24, { start: 27, end: 29 }]);
  assert.deepEqual([term.prefix6?.length, term.prefix6?.span], [64, { start: 31, end: 33 }]);
  const [macro] = term.domain?.macros ?? [];
  assert.deepEqual([macro?.letter, macro?.keep, macro?.span], ["d", 2, { start: 13, end: 18 }]);
});

test("parseSpf reads a network and a modifier", () => {
  const [network, modifier] = parseSpf("v=spf1 ip4:192.0.2.0/24 Exp=x.example").root.terms;
  assert.ok(network?.kind === "mechanism" && modifier?.kind === "modifier");
  assert.deepEqual(network.network, { family: 4, address: 0xc0000200n, prefix: 24 });
  assert.deepEqual([modifier.name, modifier.nameAt.text, modifier.domain?.text], ["exp", "Exp", "x.example"]);
});

test("isSpf wants a space or the end behind the version", () => {
  const texts = ["v=spf1", "V=SPF1 -all", "v=spf10", "v=spf1\t-all", " v=spf1", ""];
  assert.deepEqual(texts.map(isSpf), [true, true, false, false, false, false]);
});

test("parseSpf keeps every word as one term, whatever the text", () => {
  const words = ["v=spf1", "include:", "-all", "192.0.2.1", "a.example", "redirect=", "%{d}", " ", " "];
  const characters = [...'v=spf1 +-~?all:/.%{}ip4mx,;"@\t\u00e9\u{1f600}\u200b'];
  const soup = fc.array(fc.constantFrom(...words, ...characters), { maxLength: 40 }).map((it) => it.join(""));
  fc.assert(
    fc.property(soup, (value) => {
      const { version, terms, faults } = parseSpf(value).root;
      let rest = 0;
      for (const { text, span: at } of [version, ...terms]) {
        assert.equal(value.slice(at.start, at.end), text);
        assert.match(value.slice(rest, at.start), /^\s*$/);
        if (text !== version.text) assert.match(text, /^\S+$/);
        rest = at.end;
      }
      assert.match(value.slice(rest), /^\s*$/);
      for (const { span: at } of faults) assert.ok(0 <= at.start && at.start <= at.end && at.end <= value.length);
      for (const term of terms) assertInside(term);
    }),
    { numRuns: 500 },
  );
});

function assertInside(term: ReturnType<typeof parseSpf>["root"]["terms"][number]): void {
  for (const part of [term.sign, term.nameAt, term.valueAt, term.kind === "broken" ? undefined : term.domain]) {
    if (!part) continue;
    assert.equal(term.text.slice(part.span.start - term.span.start, part.span.end - term.span.start), part.text);
  }
}

test("parseSpf takes time that grows with the length", () => {
  for (const unit of ["%{", "a,", "include: x.y ", "((", "-", "1/", "::", "\t", 'a"', "%{}", "a:b.", "~all"]) {
    parseSpf(`v=spf1 ${unit.repeat(65_000 / unit.length)}x`);
  }
});

interface Case {
  readonly id: string;
  readonly records: readonly string[];
  readonly "permerror-static": boolean | null;
}

const cases = readFileSync("test/corpora/spf-rfc7208/cases.jsonl", "utf8").trim().split("\n");
for (const { id, records, "permerror-static": isFaulty } of cases.map((line): Case => JSON.parse(line))) {
  if (isFaulty === null || records.length !== 1) continue;
  test(`parseSpf agrees with the RFC's test ${id}`, () => {
    assert.equal(parseSpf(records[0] ?? "").issues.length > 0, isFaulty, records[0]);
  });
}
