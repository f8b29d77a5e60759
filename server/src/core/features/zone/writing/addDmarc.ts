import type { ZoneSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import { shownName } from "../../../model/domainName.ts";
import type { DmarcPolicy } from "../../../syntax/dmarc.ts";
import { insertTxt, namelessZone, takenName, zoneNameOf } from "./newRecord.ts";
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
  if (apex === undefined) return namelessZone(t);
  const owner = `_dmarc.${apex === "." ? "" : apex}`;
  const taken = takenName(source, owner, t);
  if (taken !== undefined) return taken;
  const reports = reportTo === "" ? "" : `; rua=mailto:${reportTo}`;
  const value = `v=DMARC1; p=${policy}${reports}`;
  const message = t("`{name}` now has the policy `{policy}`.", { name: shownName(owner), policy });
  return { edits: [insertTxt(source, owner, value)], message };
}
