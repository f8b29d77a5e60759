import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  absolutize,
  canonicalName,
  isAbsolute,
  isAtOrBelow,
  isBelow,
  isLocalDomain,
  isPublicDomain,
  labelsOf,
  parentOf,
  relativize,
  unescapeLabel,
  zoneAround,
} from "../../../server/src/core/model/domainName.ts";

test("labels are cut at dots, not at escaped ones", () => {
  assert.deepEqual(labelsOf("www.example.com."), ["www", "example", "com"]);
  assert.deepEqual(labelsOf("a\\.b.example.com."), ["a\\.b", "example", "com"]);
  assert.deepEqual(labelsOf("a\\\\.example"), ["a\\\\", "example"]);
  assert.deepEqual(labelsOf("."), []);
});

test("one form of a name: lower case, and no escape that needs none", () => {
  assert.equal(canonicalName("M\\097IL.Example.COM."), "mail.example.com.");
  assert.equal(canonicalName("a\\-b\\095c"), "a-b_c");
  assert.equal(canonicalName("a\\.b\\046c\\092d"), "a\\.b\\.c\\\\d");
  assert.equal(canonicalName("a\\000b\\032c\\200"), "a\\000b\\032c\\200");
  assert.equal(canonicalName("\\@\\$\\;"), "\\@\\$\\;");
});

test("the parent loses one label, and the root stays", () => {
  assert.equal(parentOf("a\\.b.example.com."), "example.com.");
  assert.equal(parentOf("com."), ".");
  assert.equal(parentOf("."), ".");
});

test("a final dot makes a name absolute unless it is escaped", () => {
  assert.equal(isAbsolute("example.com."), true);
  assert.equal(isAbsolute("example.com"), false);
  assert.equal(isAbsolute("example\\."), false);
  assert.equal(isAbsolute("example\\\\."), true);
  assert.equal(isAbsolute("."), true);
});

test("below means below, at label boundaries", () => {
  assert.equal(isBelow("www.example.com.", "example.com."), true);
  assert.equal(isBelow("example.com.", "example.com."), false);
  assert.equal(isAtOrBelow("example.com.", "example.com."), true);
  assert.equal(isBelow("wwwexample.com.", "example.com."), false);
  assert.equal(isBelow("a\\.example.com.", "example.com."), false);
  assert.equal(isBelow("com.", "."), true);
  assert.equal(isBelow(".", "."), false);
});

test("a name is written as its origin allows", () => {
  assert.equal(relativize("www.example.com.", "example.com."), "www");
  assert.equal(relativize("example.com.", "example.com."), "@");
  assert.equal(relativize("www.example.org.", "example.com."), "www.example.org.");
  assert.equal(relativize("com.", "."), "com.");
  assert.equal(absolutize("Www", "example.com."), "Www.example.com.");
  assert.equal(absolutize("www", "."), "www.");
  assert.equal(absolutize("@", "example.com."), "example.com.");
  assert.equal(absolutize("www.example.org.", "example.com."), "www.example.org.");
});

test("a name lies in the zone with the longest name above it, whichever comes first, and never in the root", () => {
  const zones = ["example.com.", "b.example.com.", undefined, "example.org.", "."];
  for (const list of [zones, zones.toReversed()]) {
    const around = (name: string) => zoneAround(name, list, (it) => it);
    assert.equal(around("a.b.example.com."), "b.example.com.");
    assert.equal(around("b.example.com."), "b.example.com.");
    assert.equal(around("bb.example.com."), "example.com.");
    assert.equal(around("example.net."), undefined);
  }
});

test("escapes are solved", () => {
  assert.equal(unescapeLabel("a\\.b\\032c\\\\d"), "a.b c\\d");
  assert.equal(unescapeLabel("end\\"), "end\\");
});

test("relative and absolute forms lead to each other", () => {
  const label = fc.stringMatching(/^(?:[a-z0-9_-]|\\\.|\\\\|\\032){1,8}$/);
  fc.assert(
    fc.property(fc.array(label, { maxLength: 4 }), fc.array(label, { maxLength: 3 }), (left, right) => {
      const origin = `${right.join(".")}.`;
      const name = left.length === 0 ? origin : absolutize(left.join("."), origin);
      assert.equal(absolutize(relativize(name, origin), origin), name);
      assert.deepEqual(labelsOf(name), [...left, ...right]);
      assert.equal(isBelow(name, origin), left.length > 0);
    }),
  );
});

test("a name is local where no registry gives out its last label, and public where people may have mail", () => {
  const names = [
    "example.com.",
    "firma.co.uk.",
    "a.xn--p1ai.",
    "example.test.",
    "home.lan.",
    "corp.internal.",
    "a.dn42.",
    "ad.corp.",
    "x.onion.",
    "home.arpa.",
    "10.in-addr.arpa.",
    "8.in-addr.arpa.",
    "_msdcs.example.com.",
    "com.",
    ".",
  ];
  const local = ["home.lan.", "corp.internal.", "a.dn42.", "ad.corp.", "x.onion.", "home.arpa.", "10.in-addr.arpa."];
  assert.deepEqual(names.filter(isLocalDomain), local);
  assert.deepEqual(names.filter(isPublicDomain), ["example.com.", "firma.co.uk.", "a.xn--p1ai.", "example.test."]);
});
