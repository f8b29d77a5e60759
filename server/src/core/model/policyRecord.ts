import type { FixEdit } from "../rule.ts";
import { policyKindOf } from "../syntax/policyKind.ts";
import { strangeCharacters } from "../syntax/strangeCharacters.ts";
import type { Tag, TagItem, TagList } from "../syntax/tagList.ts";
import { type Span, span } from "../text/span.ts";
import { labelsOf, parentOf as shorter } from "./domainName.ts";
import type { DomainName, OwnerGroup, PolicyKind, TxtRecord, ZoneRecord, ZoneView } from "./zone.ts";

/** IANA number of TXT. */
export const TXT = 16;

/** The value of a TXT record: its strings joined, without anything between. */
export function textOf({ fields }: ZoneRecord): string {
  return fields.map(({ value }) => value.value).join("");
}

/** From the first string to the last, quotes included; the whole record where it has none. */
export function dataSpan({ fields, span: whole }: ZoneRecord): Span {
  return span(fields[0]?.span.start ?? whole.start, fields.at(-1)?.span.end ?? whole.end);
}

/** The TXT records among these that are, or are meant to be, a policy of this kind. */
export function policiesAmong(records: readonly ZoneRecord[], kind: PolicyKind): readonly ZoneRecord[] {
  return records.filter((it) => it.type === TXT && policyKindOf(it.owner, textOf(it)) === kind);
}

/** The whole value in the entry's text, without the quotes around it; the strings themselves where they are empty. */
export function wholeValue({ record, text }: TxtRecord): Span {
  return text.value === "" ? dataSpan(record) : text.spanOf(span(0, text.value.length));
}

/** Whether an unquoted `;` made the rest a comment: `txt/unquoted-semicolon` says it, and nothing is missed then. */
export function isCutShort({ record, strings }: TxtRecord): boolean {
  const last = strings.at(-1);
  if (last === undefined || last.isQuoted) return false;
  const comment = record.comments.find(({ start }) => start >= last.span.end);
  return comment !== undefined && /^;(?:\s|\\032)*\w+\s*=/.test(record.text.slice(comment.start, comment.end));
}

/** Whether quotes or blanks stand before the first character: the `txt` rules say it. */
export function beginsWithJunk({ text }: TxtRecord): boolean {
  return /^[\s"'`\\]/.test(text.value) || /^[^\x20-\x7e]/.test(text.value);
}

/** Whether a word processor's quotes, dashes or invisible blanks are in it: `txt/smart-quotes` says it. */
export function hasTypography(text: string): boolean {
  return strangeCharacters(text).length > 0;
}

/** An edit that puts plain text into a value; in an unquoted string semicolons are escaped and blanks left out. */
export function valueEdit(target: TxtRecord, at: Span, newText: string): FixEdit {
  const place = target.text.spanOf(at);
  const field = target.strings.find((it) => it.span.start <= place.start && place.end <= it.span.end);
  const isQuoted = field?.isQuoted ?? true;
  return { span: place, newText: isQuoted ? newText : newText.replaceAll(" ", "").replaceAll(";", "\\;") };
}

/** Takes a tag out, with the separator before it (after it, for the first one). */
export function tagRemoval(target: TxtRecord, { tags }: TagList, tag: Tag): FixEdit {
  const index = tags.indexOf(tag);
  const [before, after] = [tags[index - 1], tags[index + 1]];
  if (before) return valueEdit(target, span(before.span.end, tag.span.end), "");
  return valueEdit(target, span(tag.span.start, after?.span.start ?? tag.span.end), "");
}

/** Takes one item out of a list inside a value, or the whole tag where it is the only one. */
export function itemRemoval(
  target: TxtRecord,
  list: TagList,
  tag: Tag,
  items: readonly TagItem[],
  item: TagItem,
): FixEdit {
  if (items.length < 2) return tagRemoval(target, list, tag);
  const index = items.indexOf(item);
  const [before, after] = [items[index - 1], items[index + 1]];
  if (before) return valueEdit(target, span(before.span.end, item.span.end), "");
  return valueEdit(target, span(item.span.start, after?.span.start ?? item.span.end), "");
}

/** Writes a tag behind another one, or at the end of the list. */
export function tagInsertion(target: TxtRecord, list: TagList, text: string, behind?: Tag): FixEdit {
  const last = behind ?? list.tags.at(-1);
  const at = last?.span.end ?? target.text.value.length;
  return valueEdit(target, span(at, at), last ? `; ${text}` : text);
}

export { isAtOrBelow, labelsOf, shownName } from "./domainName.ts";

/** `example.com.` for `_dmarc.example.com.`, the name without its first labels. */
export function parentOf(name: DomainName, count = 1): DomainName {
  return count === 0 ? name : parentOf(shorter(name), count - 1);
}

/** Whether an address can end in the name: neither the root nor a wildcard. */
export function isMailDomain(name: DomainName): boolean {
  return name !== "." && !name.startsWith("*");
}

/** Whether the zone's name stands at the end twice, for want of a final dot: `zone/missing-trailing-dot` says it. */
export function isDoubled(owner: DomainName, { apex }: ZoneView): boolean {
  return apex !== undefined && apex !== "." && `.${owner}`.endsWith(`.${apex}${apex}`);
}

/** Where a finding about an owner belongs: the owner as written, else (the line begins with a blank) the data. */
export function ownerSpan(record: ZoneRecord): Span {
  return record.ownerField?.span ?? dataSpan(record);
}

/**
 * Gives a record another owner. `undefined` where a record that follows takes its owner from this one.
 *
 * @param owner as it is to be written: a relative name, or an absolute one with its final dot
 */
export function ownerEdit(record: ZoneRecord, zone: ZoneView, owner: string): FixEdit | undefined {
  if (lendsItsOwner(record, zone.records(record.owner))) return undefined;
  if (record.ownerField) return { span: record.ownerField.span, newText: owner, at: record };
  return { span: span(0, 0), newText: owner, at: record };
}

/**
 * The written owner with labels put before it: `_dmarc` for `@`, `_dmarc.news` for `news`. Labels of another service
 * (`_smtp._tls`, `s1._domainkey`) make room: no mail domain begins with them.
 */
export function ownerBelow(record: ZoneRecord, labels: string): string {
  const written = record.ownerField?.text ?? record.owner;
  const all = labelsOf(written);
  const last = all.findLastIndex((it) => it.startsWith("_"));
  const rest = all.slice(0, last + 1).reduce((text, it) => text.slice(it.length + 1), written);
  return rest === "@" || rest === "" ? labels : `${labels}.${rest}`;
}

/** A name written as the record beside it is: relative where it can be, `@` for the origin. */
export function relativeTo(origin: DomainName, name: DomainName): string {
  if (name === origin) return "@";
  return name.endsWith(`.${origin}`) ? name.slice(0, -origin.length - 1) : name;
}

/** Takes a whole record out; `undefined` where a record that follows takes its owner from this one. */
export function recordRemoval(record: ZoneRecord, { records }: Pick<OwnerGroup, "records">): FixEdit | undefined {
  if (record.ownerField && lendsItsOwner(record, records)) return undefined;
  return { span: span(0, record.text.length), newText: "", at: record };
}

/**
 * A new record in a line of its own before another one. That one must have an owner of its own, or it would take the
 * new one's.
 *
 * @param owner absolute
 * @param data type and data: `TXT "v=DMARC1; p=none"`
 */
export function recordAbove(record: ZoneRecord, owner: DomainName, data: string): FixEdit | undefined {
  if (!record.ownerField) return undefined;
  const lineEnd = record.text.includes("\r\n") ? "\r\n" : "\n";
  const written = `${relativeTo(record.origin, owner)} IN ${data}${lineEnd}`;
  return { span: span(0, 0), newText: written, at: record };
}

function lendsItsOwner(record: ZoneRecord, records: readonly ZoneRecord[]): boolean {
  const index = records.findIndex((it) => it === record || it.text === record.text);
  const next = records[index + 1];
  return next !== undefined && next.ownerField === undefined;
}
