import assert from "node:assert/strict";
import { test } from "node:test";
import { isPublicSuffix, registrableDomainOf } from "../../../server/src/core/facts/publicSuffix.ts";

test("public suffixes are known, other names are not", () => {
  for (const name of ["com", "NET.", "co.uk", "xn--55qx5d.cn", "公司.cn"])
    assert.equal(isPublicSuffix(name), true, name);
  for (const name of ["example", "example.com", "github.io", "local", "", ".", "192.0.2.1"]) {
    assert.equal(isPublicSuffix(name), false, name);
  }
});

test("the registrable domain is one label below its suffix", () => {
  assert.equal(registrableDomainOf("mail.Example.co.uk."), "example.co.uk");
  assert.equal(registrableDomainOf("_spf.example.com"), "example.com");
  assert.equal(registrableDomainOf("mail.example.test"), "example.test");
  assert.equal(registrableDomainOf("com"), undefined);
  assert.equal(registrableDomainOf("192.0.2.1"), undefined);
});
