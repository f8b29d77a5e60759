import { isKeyRecord, keyEdit } from "../../model/dkimKeys.ts";
import { defineRule, type Fix } from "../../rule.ts";

/** A private key in the DNS has leaked; a public one in its armour only needs it taken off. */
export default defineRule({
  code: "dkim/private-key",
  target: "dkim",
  severity: "error",
  fixable: "suggestion",
  summary: "A private key, or a key in its PEM armour, has been pasted into `p`.",
  docs: {
    why: "With the private key anyone can sign mail as this domain, so it must never be published; one that was is burnt. The \
lines `-----BEGIN …-----` and `-----END …-----` of a public key are no base64, and verifiers stop at them.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=-----BEGIN PUBLIC KEY-----MCowBQYDK2VwAyEA11qYAYKxCrfVS\
/7TyWQHOg7hcvPapiMlrwIaaPcHURo=-----END PUBLIC KEY-----"',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  },
  references: ["RFC 6376 §3.6.1", "RFC 6376 §8.5", "RFC 7468 §13"],
  messages: {
    private:
      "A private key is published here, so anyone can sign as this domain. Replace the pair, publish the public one.",
    armour: "Verifiers read base64 only and stop at the dashes of the PEM armour. Write the key without it.",
  },
  titles: { strip: "Take off the PEM armour" },
  *check(target) {
    const { root, text } = target;
    const { key } = root;
    if (key === undefined || !isKeyRecord(target)) return;
    if (key.isPrivate) yield { message: "private", span: text.spanOf(key.span) };
    else if (key.form === "pem") {
      const { wanted } = key;
      const fix: Fix<"strip"> | undefined = wanted && {
        kind: "suggestion",
        title: "strip",
        edits: [keyEdit(target, key.span, wanted)],
      };
      yield { message: "armour", span: text.spanOf(key.span), ...(fix && { fix }) };
    }
  },
});
