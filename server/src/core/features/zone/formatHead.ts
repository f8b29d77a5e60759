import { hasTemplateTag } from "../../facts/placeholderNames.ts";
import type { Written, ZoneEntry, ZoneRecord } from "../../model/zone.ts";
import { type Span, span } from "../../text/span.ts";

/** A record whose head can be laid out: what stands before its data, all in one line. */
export interface Head {
  readonly entry: ZoneRecord;
  /** Empty where the owner is the last record's. */
  readonly owner: string;
  /** TTL and class in the order written, one of them or none. */
  readonly middle: readonly Middle[];
  readonly type: string;
  /** The blanks before each of `middle`, before the type, and before the data where it begins in the same line. */
  readonly gaps: readonly Span[];
  /** How far the first word of a record without an owner is indented, a tab counting eight columns. */
  readonly indent: number;
}

export interface Middle {
  readonly kind: "ttl" | "class";
  readonly text: string;
}

const TAB = 8;

/** `undefined` for a directive, and for a record that is laid out in a way that is better left alone. */
export function headOf(entry: ZoneEntry): Head | undefined {
  if (entry.kind !== "record" || entry.type === 0 || entry.typeField === undefined) return undefined;
  const { ownerField, ttlField, classField, typeField, text } = entry;
  if (hasTemplateTag(text)) return undefined;
  const middle = [part("ttl", ttlField), part("class", classField)]
    .flatMap((it) => it ?? [])
    .sort((a, b) => a.field.span.start - b.field.span.start);
  const fields = [...middle.map((it) => it.field), typeField];
  const gaps = gapsOf(text, ownerField, fields);
  if (gaps === undefined) return undefined;
  return {
    entry,
    owner: ownerField?.text ?? "",
    middle: middle.map(({ kind, field }) => ({ kind, text: field.text })),
    type: typeField.text,
    gaps,
    indent: ownerField ? 0 : widthOf(text.slice(0, gaps[0]?.end ?? 0)),
  };
}

function part(kind: Middle["kind"], field: Written | undefined) {
  return field && { kind, field };
}

/** Nothing but blanks may stand between the words: parentheses and comments stay where they are. */
function gapsOf(text: string, owner: Written | undefined, fields: readonly Written[]): readonly Span[] | undefined {
  const start = owner?.span.start ?? 0;
  if (start !== 0) return undefined;
  const gaps: Span[] = [];
  let end = owner?.span.end ?? 0;
  for (const { span: at } of fields) {
    if (!/^[ \t]+$/.test(text.slice(end, at.start))) return undefined;
    gaps.push(span(end, at.start));
    end = at.end;
  }
  const data = /[^ \t]/.exec(text.slice(end))?.index ?? 0;
  if (data > 0 && !/[\r\n;]/.test(text[end + data] ?? "\n")) gaps.push(span(end, end + data));
  return gaps;
}

function widthOf(blanks: string): number {
  let width = 0;
  for (const it of blanks) width += it === "\t" ? TAB - (width % TAB) : 1;
  return width;
}
