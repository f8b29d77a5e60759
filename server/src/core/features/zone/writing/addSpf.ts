import type { FileEdit } from "../../../engine/finding.ts";
import type { ZoneSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import { shownName } from "../../../model/domainName.ts";
import { LONGEST_STRING } from "../../../model/longStrings.ts";
import { zoneSource } from "../../../model/spfPolicy.ts";
import { spfTree } from "../../../model/spfTree.ts";
import { joinStrings, octetsOf, textOf } from "../../../model/txtValue.ts";
import type { DomainName, ZoneRecord, ZoneView } from "../../../model/zone.ts";
import { isSpf, parseSpf, type SpfRecord, type SpfTerm } from "../../../syntax/spf.ts";
import { type Position, span } from "../../../text/span.ts";
import { insertTxt, namelessZone, zoneNameOf } from "./newRecord.ts";
import type { NotWritten, Writing } from "./written.ts";

const MX = 15;
const TXT = 16;

/**
 * Lets another domain's senders pass: an `include` in the SPF record, or a record where there is none. It is the record of
 * the owner at the position where that has one or takes mail, else of the zone itself.
 *
 * @param include the name to include, without a final dot
 */
export function addSpfInclude(
  source: ZoneSource,
  position: Position,
  include: string,
  t: Translate,
): Writing | NotWritten {
  const owner = ownerFor(source, position);
  if (owner === undefined) return namelessZone(t);
  const record = spfOf(source.view, owner);
  if (record === undefined) {
    const value = `v=spf1 include:${include} ~all`;
    return { edits: [insertTxt(source, owner, value)], message: summary(source.view, owner, include, value, t) };
  }
  const value = textOf(record);
  const { root } = parseSpf(value);
  const same = root.terms.find((it) => isIncludeOf(it, include));
  if (same !== undefined) {
    const place = { path: record.path, range: source.rangeOf(record, joinStrings(record).spanOf(same.span)) };
    return {
      refused: t("The SPF record of `{name}` includes `{include}` already.", { name: shownName(owner), include }),
      place,
    };
  }
  const { at, text } = insertion(root, include);
  const written = value.slice(0, at) + text + value.slice(at);
  return { edits: edits(source, record, at, text), message: summary(source.view, owner, include, written, t) };
}

function ownerFor(source: ZoneSource, position: Position): DomainName | undefined {
  const entry = source.entryAt(position)?.entry;
  if (entry?.kind !== "record") return zoneNameOf(source);
  const hasMail = spfOf(source.view, entry.owner) !== undefined || source.view.records(entry.owner, MX).length > 0;
  return hasMail ? entry.owner : zoneNameOf(source);
}

function spfOf(view: ZoneView, owner: DomainName): ZoneRecord | undefined {
  return view.records(owner, TXT).find((it) => isSpf(textOf(it)));
}

function isIncludeOf(term: SpfTerm, include: string): boolean {
  if (term.kind !== "mechanism" || term.name !== "include") return false;
  return term.domain?.text.toLowerCase().replace(/\.$/, "") === include.toLowerCase();
}

/** Behind the last `include` that receivers read, else before what ends the record, else at its end. */
function insertion({ version, terms }: SpfRecord, include: string): { readonly at: number; readonly text: string } {
  const end = terms.findIndex((it) => it.kind === "mechanism" && it.name === "all");
  const read = end < 0 ? terms : terms.slice(0, end);
  const last = read.findLast((it) => it.kind === "mechanism" && it.name === "include");
  const next = terms[end] ?? terms.find((it) => it.kind === "modifier");
  if (last === undefined && next !== undefined) return { at: next.span.start, text: `include:${include} ` };
  return { at: (last ?? read.at(-1) ?? version).span.end, text: ` include:${include}` };
}

/** A string that would become longer than 255 octets is parted before the new term, and behind it where that is not enough. */
function edits(source: ZoneSource, record: ZoneRecord, at: number, text: string): readonly FileEdit[] {
  const place = joinStrings(record).spanOf(span(at, at)).start;
  const field = record.fields.find((it) => it.span.start <= place && place <= it.span.end);
  const put = (offset: number, newText: string): FileEdit => {
    return { path: record.path, range: source.rangeOf(record, span(offset, offset)), newText };
  };
  if (field === undefined) return [];
  if (!field.isQuoted) return [put(field.span.start, '"'), put(place, `${text}"`)];
  if (octetsOf(field, record.text) + text.length <= LONGEST_STRING) return [put(place, text)];
  const isRestLong = field.span.end - place + text.length > LONGEST_STRING;
  return [put(place, `" "${text}${isRestLong ? '" "' : ""}`)];
}

function summary(zone: ZoneView, owner: DomainName, include: string, value: string, t: Translate): string {
  const { lookups, isComplete } = spfTree(owner, parseSpf(value).root, zoneSource(zone));
  const data = { name: shownName(owner), include, lookups };
  return isComplete
    ? t("`{name}` now lets the servers of `{include}` send; it needs {lookups} of 10 DNS lookups.", data)
    : t("`{name}` now lets the servers of `{include}` send; it needs at least {lookups} of 10 DNS lookups.", data);
}
