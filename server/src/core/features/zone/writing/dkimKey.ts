import type { ZoneSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import { isAtOrBelow, shownName } from "../../../model/domainName.ts";
import { deleteRecord } from "../../../model/recordEdit.ts";
import type { DomainName, ZoneRecord } from "../../../model/zone.ts";
import { insertTxt, namelessZone, takenName, zoneNameOf } from "./newRecord.ts";
import type { NotWritten, Writing } from "./written.ts";

const TXT = 16;

/** A key's place in DNS (RFC 6376 §3.6.2.1), names without their final dots. */
export interface DkimPlace {
  readonly domain: string;
  readonly selector: string;
}

/**
 * Publishes a key: beside the other keys of the domain, else behind the records of the domain itself.
 *
 * @param record `v=DKIM1; …`, of any length
 */
export function addDkimRecord(
  source: ZoneSource,
  place: DkimPlace,
  record: string,
  t: Translate,
): Writing | NotWritten {
  const owner = ownerOf(place);
  const apex = zoneNameOf(source);
  if (apex === undefined) return namelessZone(t);
  if (!isAtOrBelow(owner, apex))
    return { refused: t("`{name}` does not belong into this zone.", { name: shownName(owner) }) };
  const taken = takenName(source, owner, t);
  if (taken !== undefined) return taken;
  const edits = [insertTxt(source, owner, record, lastKey(source, place.domain))];
  return { edits, message: t("The key is published at `{name}`.", { name: shownName(owner) }) };
}

/** Takes a key's record out again; an alias, whose key stands elsewhere, too. */
export function removeDkimRecord(source: ZoneSource, place: DkimPlace, t: Translate): Writing | NotWritten {
  const owner = ownerOf(place);
  const records = source.view.records(owner).filter((it) => it.path === source.path);
  const [record, next] = records;
  if (record === undefined || records.length > 2) {
    return { refused: t("There is no key record at `{name}` in this file.", { name: shownName(owner) }) };
  }
  const edits = deleteRecord(record, next).map(({ span: at, newText, at: entry }) => ({
    path: source.path,
    range: source.rangeOf(entry ?? record, at),
    newText,
  }));
  return { edits, message: t("The record at `{name}` is removed.", { name: shownName(owner) }) };
}

function ownerOf({ domain, selector }: DkimPlace): DomainName {
  return `${selector}._domainkey.${domain}.`.toLowerCase();
}

/** The last record of the last key of the domain, in the file itself. */
function lastKey(source: ZoneSource, domain: string): ZoneRecord | undefined {
  const end = `._domainkey.${domain}.`.toLowerCase();
  const keys = source.view
    .domainKeys()
    .filter((it) => it.path === source.path && it.type === TXT && it.owner.endsWith(end));
  const owner = keys.at(-1)?.owner;
  return owner === undefined
    ? undefined
    : source.view
        .records(owner)
        .filter((it) => it.path === source.path)
        .at(-1);
}
