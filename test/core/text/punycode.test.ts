import assert from "node:assert/strict";
import { test } from "node:test";
import { domainToASCII } from "node:url";
import fc from "fast-check";
import { encodePunycode, toAsciiName } from "../../../server/src/core/text/punycode.ts";

/** The samples of RFC 3492 §7.1, in lower case where the RFC shows mixed-case annotation. */
const SAMPLES: readonly (readonly [string, string])[] = [
  ["ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"],
  ["他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"],
  ["他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"],
  ["pročprostěnemluvíčesky", "proprostnemluvesky-uyb24dma41a"],
  ["למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"],
  ["यहलोगहिन्दीक्योंनहींबोलसकतेहैं", "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd"],
  ["なぜみんな日本語を話してくれないのか", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa"],
  ["почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"],
  ["porquénopuedensimplementehablarenespañol", "porqunopuedensimplementehablarenespaol-fmd56a"],
  ["3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"],
  ["-> $1.00 <-", "-> $1.00 <--"],
];

for (const [text, encoded] of SAMPLES) {
  test(`${text} is ${encoded}`, () => assert.equal(encodePunycode(text), encoded));
}

test("a name gets its A-labels, and ASCII labels stay", () => {
  assert.equal(toAsciiName("bücher.Example."), "xn--bcher-kva.Example.");
  assert.equal(toAsciiName("BÜCHER"), "xn--bcher-kva");
  assert.equal(toAsciiName("邮件。例子.cn"), "xn--5nq051n.xn--fsqu00a.cn");
  assert.equal(toAsciiName("_dmarc.bücher"), "_dmarc.xn--bcher-kva");
  assert.equal(toAsciiName("\uff21\uff22\uff23\uff0ecom"), "abc.com");
});

test("what no name may hold has no A-label", () => {
  assert.equal(toAsciiName("\ufffd"), undefined);
  assert.equal(toAsciiName("“mail”"), undefined);
  assert.equal(toAsciiName("ü".repeat(64)), undefined);
});

test("labels agree with Node's", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."aä1ßüñéœжщяαωיש中文邮件例한국日本語"),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, (label) => {
      const expected = domainToASCII(label);
      // Node refuses labels that mix directions; ours need not.
      if (expected !== "" && !/^\d+$/.test(label)) assert.equal(toAsciiName(label), expected);
    }),
  );
});
