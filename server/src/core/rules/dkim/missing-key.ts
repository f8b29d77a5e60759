import { isKeyRecord } from "../../model/dkimKeys.ts";
import { isCutShort, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { isHalfWritten } from "../../syntax/tagList.ts";

/** The one tag that a key record cannot do without. */
export default defineRule({
  code: "dkim/missing-key",
  target: "dkim",
  severity: "error",
  fixable: false,
  summary: "A key record without `p` holds no key.",
  docs: {
    why: "`p` is the public key, and the only tag that must be there. Without it verifiers call the record broken; an empty \
`p=` would say that the key was revoked.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa"',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
  },
  references: ["RFC 6376 §3.6.1"],
  messages: { missing: "No `p` tag, so verifiers find no key here. Add `p=` and the public key in base64." },
  *check(target) {
    const { root } = target;
    if (root.key !== undefined || root.tags.length === 0 || !isKeyRecord(target) || isCutShort(target)) return;
    // Other rules say it: a `p` or a last tag without its `=`, and a record that is none for its version.
    const last = root.broken.at(-1);
    const isTyped = last !== undefined && last.span.end > (root.tags.at(-1)?.span.end ?? 0);
    if (isTyped || isHalfWritten(root, "p") || root.version.state === "wrong") return;
    yield { message: "missing", span: wholeValue(target) };
  },
});
