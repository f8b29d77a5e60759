import { isKeyRecord } from "../../model/dkimKeys.ts";
import { labelsOf } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** Silent at a wildcard, where it says of a domain without mail that no selector has a key. */
export default defineRule({
  code: "dkim/revoked-key",
  target: "dkim",
  severity: "info",
  fixable: false,
  summary: "An empty `p` revokes the key of this selector.",
  docs: {
    why: "An empty key says that this selector was withdrawn: every signature that names it fails. That is right after a \
key has leaked or been replaced, and a mistake where the key was forgotten.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; p="',
    good: '*._domainkey.example.com. IN TXT "v=DKIM1; p="',
  },
  references: ["RFC 6376 §3.6.1"],
  messages: {
    revoked: "The empty `p` revokes this key: mail signed with it fails. Write the key here if it is in use.",
  },
  *check(target) {
    const { root, record, text } = target;
    const tag = tagOf(root, "p");
    const labels = labelsOf(record.owner);
    if (tag === undefined || root.key?.form !== "empty" || !isKeyRecord(target)) return;
    if (labels[0] === "*" || !labels.includes("_domainkey")) return;
    yield { message: "revoked", span: text.spanOf(tag.span) };
  },
});
