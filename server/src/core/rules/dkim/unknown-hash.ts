import { isKeyRecord } from "../../model/dkimKeys.ts";
import { tagRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** One known hash in the list is enough: the others are ignored. */
export default defineRule({
  code: "dkim/unknown-hash",
  target: "dkim",
  severity: "warning",
  fixable: "suggestion",
  summary: "`h` allows no hash that anybody has.",
  docs: {
    why: "`h` lists the hashes that signatures with this key may use, and SHA-256 is the only one in use. A list without \
it forbids every signature. Without the tag all hashes are allowed.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; h=rsa-sha256; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; h=sha256; p="',
  },
  references: ["RFC 6376 §3.6.1", "RFC 8301 §3.1"],
  messages: { unknown: "`h={value}` allows no hash that signers use, so every signature fails. Write `h=sha256`." },
  titles: { remove: "Remove the tag `h`" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "h");
    if (tag === undefined || !isKeyRecord(target)) return;
    if (root.hashes.some((it) => /^sha(?:1|256)$/i.test(it.text))) return;
    const fix = { kind: "suggestion", title: "remove", edits: [tagRemoval(target, root, tag)] } as const;
    yield { message: "unknown", data: { value: tag.value }, span: text.spanOf(tag.span), fix };
  },
});
