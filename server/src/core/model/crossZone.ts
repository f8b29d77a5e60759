import type { PublicKey } from "../host.ts";
import type { FixEdit } from "../rule.ts";
import { encodeBase64 } from "../syntax/base64.ts";
import { TYPE } from "../syntax/zone/characters.ts";
import type { MappedText } from "../text/mappedText.ts";
import { span } from "../text/span.ts";
import { quoteText } from "./longStrings.ts";
import { insertBefore } from "./recordEdit.ts";
import { joinStrings } from "./txtValue.ts";
import type { DomainName, ZoneRecord, ZoneView } from "./zone.ts";

/** A TXT record with its strings joined. */
export interface Published {
  readonly record: ZoneRecord;
  readonly text: MappedText;
}

export function textsAt(zone: ZoneView, owner: DomainName): readonly Published[] {
  return zone.records(owner, TYPE.TXT).map((record) => ({ record, text: joinStrings(record) }));
}

/** Whether the zone as it stands gives no TXT for a name, and nothing is hidden that could. */
export function lacksText(zone: ZoneView, owner: DomainName): boolean {
  if (zone.isPartial || zone.apex === undefined) return false;
  const { kind } = zone.answer(owner, TYPE.TXT);
  return kind === "nodata" || kind === "missing";
}

/** The base64 that `p=` of a key record holds: SPKI for RSA, the 32 raw octets for Ed25519 (RFC 8463 §4.2). */
export function publicValueOf({ type, spkiDer }: PublicKey): string {
  return encodeBase64(type === "ed25519" ? spkiDer.subarray(-32) : spkiDer);
}

/** Writes another value into a TXT record, as one string or several. */
export function rewriteText({ record }: Published, value: string): FixEdit[] {
  const [first, last] = [record.fields[0], record.fields.at(-1)];
  if (!first || !last) return [];
  return [{ span: span(first.span.start, last.span.end), newText: quoteText(value), at: record }];
}

/** A new TXT record, before the first record of the apex that is no SOA; nothing where the zone has none. */
export function addText(zone: ZoneView, owner: DomainName, value: string): FixEdit[] {
  const { apex } = zone;
  const anchor = apex === undefined ? undefined : zone.records(apex).find(({ type }) => type !== TYPE.SOA);
  return anchor ? insertBefore(anchor, `${owner} IN TXT ${quoteText(value)}`) : [];
}
