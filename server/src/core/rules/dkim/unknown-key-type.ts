import { isKeyRecord } from "../../model/dkimKeys.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

const TYPES = ["rsa", "ed25519"];

/** Values are compared as written: `RSA` is what some verifiers take and others do not. */
export default defineRule({
  code: "dkim/unknown-key-type",
  target: "dkim",
  severity: "error",
  fixable: false,
  summary: "`k` names a key type other than `rsa` and `ed25519`.",
  docs: {
    why: "Verifiers ignore a key of a type they do not know, so its signatures count for nothing. There are two types, `rsa` \
and `ed25519`, written in lower case; `ecdsa` is seen now and then, and no standard defines it.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ecdsa; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="',
  },
  references: ["RFC 6376 §3.6.1", "RFC 8463 §4"],
  messages: {
    unknown: "`{type}` is no key type, so verifiers ignore the key. Write `rsa` or `ed25519`, as the key is.",
    letterCase: "Key types are written in lower case, and some verifiers ignore `{type}`. Write `{lower}`.",
  },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "k");
    if (tag === undefined || TYPES.includes(tag.value) || !isKeyRecord(target)) return;
    const lower = tag.value.toLowerCase();
    const isKnown = TYPES.includes(lower);
    yield {
      message: isKnown ? "letterCase" : "unknown",
      data: { type: tag.value, lower },
      span: text.spanOf(tag.value === "" ? tag.span : tag.valueSpan),
      severity: isKnown ? "warning" : "error",
    };
  },
});
