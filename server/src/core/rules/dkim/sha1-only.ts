import { isKeyRecord } from "../../model/dkimKeys.ts";
import { valueEdit } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** RFC 8301 took SHA-1 out of DKIM in 2018. */
export default defineRule({
  code: "dkim/sha1-only",
  target: "dkim",
  severity: "error",
  fixable: "suggestion",
  summary: "`h=sha1` allows only a hash that verifiers no longer accept.",
  docs: {
    why: "`h` lists the hashes that signatures with this key may use. Verifiers must not accept SHA-1 any more, so a key that \
allows nothing else verifies nothing.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; h=sha1; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; h=sha256; p="',
  },
  references: ["RFC 8301 §3.1", "RFC 6376 §3.6.1"],
  messages: { sha1: "`h=sha1` allows only a hash that verifiers refuse, so every signature fails. Write `h=sha256`." },
  titles: { sha256: "Write `h=sha256`" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "h");
    if (tag === undefined || !isKeyRecord(target) || !root.hashes.every((it) => it.text.toLowerCase() === "sha1"))
      return;
    const edits = [valueEdit(target, tag.valueSpan, "sha256")];
    yield { message: "sha1", span: text.spanOf(tag.valueSpan), fix: { kind: "suggestion", title: "sha256", edits } };
  },
});
