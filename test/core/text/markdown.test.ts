import assert from "node:assert/strict";
import { test } from "node:test";
import { codeBlock, codeSpan, escapeMarkdown } from "../../../server/src/core/text/markdown.ts";

test("what others wrote is text in Markdown, and code in our own sentences stays code", () => {
  const rows: readonly (readonly [text: string, escaped: string])[] = [
    ["Write `security: tls`.", "Write `security: tls`."],
    ["![x](http://example.net)", "&#33;&#91;x&#93;&#40;http://example.net&#41;"],
    ["a|b\n<img>", "a&#124;b &#60;img&#62;"],
    ["`<b>`", "&#96;&#60;b&#62;&#96;"],
    ["a_b*c ~d~ & #1 + `", "a&#95;b&#42;c &#126;d&#126; &#38; &#35;1 &#43; &#96;"],
  ];
  for (const [text, escaped] of rows) assert.equal(escapeMarkdown(text), escaped);
});

test("code ends behind its text, whatever backticks that holds", () => {
  assert.equal(codeSpan("v=spf1 -all"), "`v=spf1 -all`");
  assert.equal(codeSpan("a`b"), "`` a`b ``");
  assert.equal(codeSpan("``<b>"), "``` ``<b> ```");
  assert.equal(codeSpan("a\nb\u0007"), "`a\uFFFDb\uFFFD`");
  assert.equal(codeBlock("550 no"), "```text\n550 no\n```");
  assert.equal(codeBlock("a\n````\nb", "sh"), "`````sh\na\n````\nb\n`````");
});
