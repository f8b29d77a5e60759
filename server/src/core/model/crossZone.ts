import type { PublicKey } from "../host.ts";
import type { FixEdit } from "../rule.ts";
import { encodeBase64 } from "../syntax/base64.ts";
import { TYPE } from "../syntax/zone/characters.ts";
import type { MappedText } from "../text/mappedText.ts";
import { span } from "../text/span.ts";
import { keyDigits } from "./dkimKeys.ts";
import { quoteText } from "./longStrings.ts";
import { textOf } from "./policyRecord.ts";
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

/** What the zone answers for a name: its own texts, those of a wildcard, or what aliases inside the zone lead to. */
export function answeredTexts(zone: ZoneView, owner: DomainName): readonly Published[] {
  let name = owner;
  for (let hops = 0; hops < MOST_HOPS; hops++) {
    const answer = zone.answer(name, TYPE.TXT);
    if (answer.kind === "found") return answer.records.map((record) => ({ record, text: joinStrings(record) }));
    const target = answer.kind === "alias" ? answer.record.fields[0]?.target : undefined;
    if (target === undefined) return [];
    name = target;
  }
  return [];
}

/** Resolvers give up after about as many aliases; a loop has none that is the last. */
const MOST_HOPS = 8;

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

/** A key record of the zone that holds this key, at the names given or at any name below a `_domainkey`. */
export function recordOfKey(zone: ZoneView, key: PublicKey, owners: readonly DomainName[]): ZoneRecord | undefined {
  const value = keyDigits(`p=${publicValueOf(key)}`);
  const records = [...owners.flatMap((it) => zone.records(it, TYPE.TXT)), ...zone.domainKeys()];
  return records.find((record) => keyDigits(textOf(record)) === value);
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
