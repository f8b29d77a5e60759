import { isKeyRecord } from "../../model/dkimKeys.ts";
import { valueEdit } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { encodeBase64 } from "../../syntax/base64.ts";

/** What OpenSSL writes, `MCowBQYDK2VwAyEA…`, is the SPKI; DKIM wants what stands behind that head. */
export default defineRule({
  code: "dkim/ed25519-form",
  target: "dkim",
  severity: "error",
  fixable: "safe",
  summary: "An Ed25519 key is published as its 32 octets, without the head that OpenSSL writes.",
  docs: {
    why: "For Ed25519 `p` holds the base64 of the 32 octets of the key and nothing else. OpenSSL prints the key with a head \
that names its type (`MCowBQYDK2VwAyEA`); verifiers take that for a key of the wrong length.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  },
  references: ["RFC 8463 §4.2"],
  messages: { spki: "Verifiers want the 32 octets of an Ed25519 key alone, not its DER form. Write the raw key." },
  titles: { raw: "Write the raw key" },
  *check(target) {
    const { root, text } = target;
    const { key } = root;
    if (key?.form !== "spki" || key.type !== "ed25519" || key.wanted === undefined || key.fault !== undefined) return;
    if (root.keyType.toLowerCase() !== "ed25519" || !isKeyRecord(target)) return;
    const edits = [valueEdit(target, key.span, encodeBase64(key.wanted))];
    yield { message: "spki", span: text.spanOf(key.span), fix: { kind: "safe", title: "raw", edits } };
  },
});
