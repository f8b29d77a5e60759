import type { ZoneSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import { shownName } from "../../../model/domainName.ts";
import type { DmarcPolicy } from "../../../syntax/dmarc.ts";
import { insertTxt, zoneNameOf } from "./newRecord.ts";
import type { NotWritten, Writing } from "./written.ts";

/**
 * The DMARC record of the zone.
 *
 * @param reportTo a mail address for aggregate reports; `""` for none
 */
export function addDmarc(
  source: ZoneSource,
  policy: DmarcPolicy,
  reportTo: string,
  t: Translate,
): Writing | NotWritten {
  const apex = zoneNameOf(source);
  if (apex === undefined)
    return { refused: t("What the zone is called is not known. Write `$ORIGIN` or an SOA first.") };
  const owner = `_dmarc.${apex === "." ? "" : apex}`;
  const [record] = source.view.records(owner);
  if (record !== undefined) {
    const at = record.ownerField?.span ?? record.span;
    const place = { path: record.path, range: source.rangeOf(record, at) };
    return { refused: t("There is a record at `{name}` already.", { name: shownName(owner) }), place };
  }
  const reports = reportTo === "" ? "" : `; rua=mailto:${reportTo}`;
  const value = `v=DMARC1; p=${policy}${reports}`;
  const message = t("`{name}` now has the policy `{policy}`.", { name: shownName(owner), policy });
  return { edits: [insertTxt(source, owner, value)], message };
}
