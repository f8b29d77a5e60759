import { isSpf } from "../syntax/spf.ts";
import { textsAt } from "./crossZone.ts";
import { lacksSpf } from "./spfCoverage.ts";
import type { DomainName, ZoneRecord, ZoneView } from "./zone.ts";

const MX = 15;

/** Names that a form or a guide puts the record at, and that no address ends with. */
const SLIPS = ["_spf", "spf", "_spf1", "spf1", "_txt", "txt", "v=spf1"];

/** The MX records of a domain that takes mail, and has no SPF record where receivers look for one. */
export function mailWithoutSpf(zone: ZoneView): readonly ZoneRecord[] {
  const { apex } = zone;
  if (apex === undefined) return [];
  const mail = zone.records(apex, MX).filter((it) => it.fields[1] !== undefined && it.fields[1].target !== ".");
  if (mail.length === 0 || !lacksSpf(zone, apex)) return [];
  // `zone/missing-trailing-dot` says it.
  return textsAt(zone, `${apex}${apex}`).some(({ text }) => isSpf(text.value)) ? [] : mail;
}

/** The record that was meant for the domain itself. */
export function misplacedSpf(zone: ZoneView): ZoneRecord | undefined {
  const owners = SLIPS.map((it): DomainName => `${it}.${zone.apex ?? ""}`);
  return owners.flatMap((it) => textsAt(zone, it)).find(({ text }) => isSpf(text.value))?.record;
}
