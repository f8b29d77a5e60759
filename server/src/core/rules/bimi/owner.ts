import { misplaced } from "../../model/policyFaults.ts";
import { labelsOf, ownerBelow } from "../../model/policyRecord.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** A wildcard may answer for the right name too, so it is left alone. */
export default defineRule({
  code: "bimi/owner",
  target: "bimi",
  severity: "error",
  fixable: "suggestion",
  summary: "A BIMI record that is not at `<selector>._bimi` is found by nobody.",
  docs: {
    why: "Mail programs look for the logo at `<selector>._bimi` below the domain, and the selector is `default` where the mail names \
none. At another name the logo is not found.",
    bad: '_bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg"',
    good: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg"',
  },
  references: ["draft-brand-indicators-for-message-identification §4.3"],
  messages: { owner: "Receivers look for BIMI at `<selector>._bimi` only, so no logo is found. Move it to `{owner}`." },
  titles: { rename: "Rename to `{owner}`" },
  *check({ record, root, zone }) {
    const labels = labelsOf(record.owner);
    if (root.version.tag === undefined || !root.isBimi || labels[0] === "*" || labels[1] === "_bimi") return;
    yield misplaced(record, zone, correctedOwner(record));
  },
});

/** A missing selector or a misspelt label is put right; else both go before the very name. */
function correctedOwner(record: ZoneRecord): string {
  const written = record.ownerField?.text ?? record.owner;
  const corrected = written.replace(/^(?:default(?:[._-]_?bimi)?|_?bimi(?:\.default)?)(?=\.|$)/i, "default._bimi");
  if (corrected !== written) return corrected;
  const misspelt = written.replace(/^([^.]+)\.bimi(?=\.|$)/i, "$1._bimi");
  return misspelt === written ? ownerBelow(record, "default._bimi") : misspelt;
}
