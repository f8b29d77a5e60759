import { isConsentOwner } from "../../model/dmarcPolicy.ts";
import { misplaced } from "../../model/policyFaults.ts";
import { labelsOf, ownerBelow } from "../../model/policyRecord.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import { didYouMean } from "../../text/didYouMean.ts";

/** Receivers ask for `_dmarc.<domain>`. A wildcard may answer there too, so it is left alone. */
export default defineRule({
  code: "dmarc/owner",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "A DMARC record that is not at `_dmarc` is found by nobody.",
  docs: {
    why: "Receivers look for the policy of a domain in the text at `_dmarc` below it, and nowhere else. At the domain's own \
name, or at a misspelt one, the record has no effect.",
    bad: 'example.com. IN TXT "v=DMARC1; p=reject"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject"',
  },
  references: ["RFC 9989 §4.5", "RFC 9989 §4.10"],
  messages: { owner: "Receivers look for DMARC at `_dmarc` only, so this record has no effect. Move it to `{owner}`." },
  titles: { rename: "Rename to `{owner}`" },
  *check({ record, root, zone }) {
    const [first = "", second = ""] = labelsOf(record.owner);
    const isMeant = root.version.tag !== undefined && root.isDmarc;
    // No address ends in a name that begins with an underscore, so nobody asks for its `_dmarc`.
    const isHome = first === "_dmarc" && !second.startsWith("_");
    if (!isMeant || isHome || first === "*" || isConsentOwner(record.owner)) return;
    yield misplaced(record, zone, correctedOwner(record));
  },
});

/** A misspelt or misplaced `_dmarc` is put right; else it goes before the very name. */
function correctedOwner(record: ZoneRecord): string {
  const written = record.ownerField?.text ?? record.owner;
  if (/^_dmarc\._/i.test(written)) return ownerBelow(record, "_dmarc");
  const misspelt = written.replace(/^_?dmarcs?1?(?=\.|$)/i, "_dmarc");
  if (misspelt !== written) return misspelt;
  const [first = ""] = written.split(".");
  if (didYouMean(first, ["_dmarc"]) !== undefined) return `_dmarc${written.slice(first.length)}`;
  const [before, after] = written.split("._dmarc");
  if (before !== undefined && after !== undefined) return `_dmarc.${before}${after}`;
  return ownerBelow(record, "_dmarc");
}
