import { isKeyRecord } from "../../model/dkimKeys.ts";
import { labelsOf, ownerBelow, ownerEdit, ownerSpan, relativeTo } from "../../model/policyRecord.ts";
import type { ZoneRecord, ZoneView } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** Verifiers ask for `<selector>._domainkey.<domain>` and nothing else. */
export default defineRule({
  code: "dkim/owner",
  target: "dkim",
  severity: "warning",
  fixable: "suggestion",
  summary: "A DKIM key that is not under `<selector>._domainkey` is found by nobody.",
  docs: {
    why: "A signature names a selector and a domain, and the verifier asks for the text at `<selector>._domainkey.<domain>`. \
A key at any other name is never looked at, so every signature made with it fails.",
    bad: 'mail.example.com. IN TXT "v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBALUQ"',
    good: 'mail._domainkey.example.com. IN TXT "v=DKIM1; k=rsa; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBALUQ"',
  },
  references: ["RFC 6376 §3.6.2.1"],
  messages: {
    key: "Verifiers look for keys at `<selector>._domainkey` only, so none finds this one. Move it there.",
    revoked: "An empty key revokes nothing here: verifiers look below `_domainkey`. Name it `*._domainkey`.",
  },
  titles: { rename: "Rename to `{owner}`" },
  *check(target) {
    const { record, root, zone } = target;
    if (labelsOf(record.owner).includes("_domainkey") || !isKeyRecord(target)) return;
    const isRevoked = root.key?.form === "empty";
    const owner = isRevoked ? ownerBelow(record, "*._domainkey") : keyOwner(record, zone);
    const edit = owner === undefined ? undefined : ownerEdit(record, zone, owner);
    yield {
      message: isRevoked ? "revoked" : "key",
      span: ownerSpan(record),
      ...(edit && { fix: { kind: "suggestion", title: "rename", data: { owner: edit.newText }, edits: [edit] } }),
    };
  },
});

/** What was meant: a misspelt `_domainkey`, or a selector without it. An apex tells no selector. */
function keyOwner(record: ZoneRecord, { apex }: ZoneView): string | undefined {
  const { owner, origin, ownerField } = record;
  const written = ownerField?.text ?? owner;
  const corrected = written.replace(/(^|\.)_?domain[_-]?keys?(?=\.|$)/i, "$1_domainkey");
  if (corrected !== written) return corrected.startsWith("_domainkey") ? undefined : corrected;
  if (apex === undefined || owner === apex || !owner.endsWith(`.${apex}`)) return undefined;
  const selector = owner.slice(0, -apex.length - 1);
  const renamed = `${selector}._domainkey.${apex}`;
  return written.endsWith(".") ? renamed : relativeTo(origin, renamed);
}
