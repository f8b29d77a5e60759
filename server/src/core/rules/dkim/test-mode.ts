import { isKeyRecord } from "../../model/dkimKeys.ts";
import { itemRemoval } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";

/** Meant for the first days of a key, and usually forgotten. */
export default defineRule({
  code: "dkim/test-mode",
  target: "dkim",
  severity: "warning",
  fixable: "suggestion",
  summary: "`t=y` says that this domain is only testing DKIM.",
  docs: {
    why: "The flag `y` asks verifiers to treat signed mail from this domain like unsigned mail. Some do, and the signature \
then earns nothing. Take it away once signing works.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM1; t=y; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; p="',
  },
  references: ["RFC 6376 §3.6.1"],
  messages: { test: "`t=y` asks verifiers to treat signed mail as if it were unsigned. Remove it once signing works." },
  titles: { remove: "Remove the test flag" },
  *check(target) {
    const { root, text } = target;
    const tag = tagOf(root, "t");
    const flag = root.flags.find((it) => it.text === "y");
    if (tag === undefined || flag === undefined || !isKeyRecord(target)) return;
    const edits = [itemRemoval(target, root, tag, root.flags, flag)];
    const at = root.flags.length > 1 ? flag.span : tag.span;
    yield { message: "test", span: text.spanOf(at), fix: { kind: "suggestion", title: "remove", edits } };
  },
});
