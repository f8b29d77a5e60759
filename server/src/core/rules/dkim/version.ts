import { isKeyRecord } from "../../model/dkimKeys.ts";
import { versionFault } from "../../model/policyFaults.ts";
import { beginsWithJunk } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

/** The version is optional in a key record; where it stands, it stands first and says `DKIM1`. */
export default defineRule({
  code: "dkim/version",
  target: "dkim",
  severity: "error",
  fixable: "suggestion",
  summary: "A `v` that is not first, or not `DKIM1`, makes verifiers drop the key.",
  docs: {
    why: "The version tells a key from other texts. It may be left out, but where it stands it must be the first tag and \
say exactly `DKIM1`, in capitals; verifiers discard a record with any other version.",
    bad: 's1._domainkey.example.com. IN TXT "v=DKIM2; k=rsa; p="',
    good: 's1._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p="',
  },
  references: ["RFC 6376 §3.6.1"],
  messages: {
    wrong: "`{tag}` is no version of DKIM keys, so verifiers drop the record. Write `v=DKIM1`.",
    late: "The version must be the first tag, else verifiers drop the key. Move `v=DKIM1` to the front.",
  },
  titles: { write: "Write `v=DKIM1`", move: "Move `v=DKIM1` to the front" },
  *check(target) {
    if (target.root.version.tag === undefined || !isKeyRecord(target) || beginsWithJunk(target)) return;
    const fault = versionFault(target, "v=DKIM1", undefined);
    if (fault?.message === "late" || fault?.message === "wrong") yield fault;
  },
});
