import { isKeyRecord } from "../../model/dkimKeys.ts";
import { tagRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** `s` is the service in a key record, and the selector in a signature: the two are mixed up. */
export default defineRule({
  code: "dkim/invalid-service",
  target: "dkim",
  severity: "error",
  fixable: "suggestion",
  summary: "`s` without `*` or `email` forbids the key for mail.",
  docs: {
    why: "In a key record `s` lists the services that may use the key. Mail is `email`, and `*` is all; a key for other \
services only is ignored by mail servers. Often the selector stands here by mistake.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; s=s1; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; s=email; p="',
  },
  references: ["RFC 6376 §3.6.1"],
  messages: {
    service: "`s={value}` keeps this key from mail, so verifiers ignore it. Write `s=email`, or remove the tag.",
  },
  titles: { remove: "Remove the tag `s`" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "s");
    if (tag === undefined || !isKeyRecord(target)) return;
    if (root.services.some((it) => /^(?:\*|email)$/i.test(it.text))) return;
    const fix = { kind: "suggestion", title: "remove", edits: [tagRemoval(target, root, tag)] } as const;
    yield { message: "service", data: { value: tag.value }, span: text.spanOf(tag.span), fix };
  },
});
