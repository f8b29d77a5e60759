import type { FileEdit } from "../../../engine/finding.ts";
import type { ZoneSource } from "../../../index.ts";
import type { Translate } from "../../../locale.ts";
import { canonicalName, isAbsolute, relativize, shownName } from "../../../model/domainName.ts";
import { quoteText } from "../../../model/longStrings.ts";
import type { DomainName, ZoneRecord } from "../../../model/zone.ts";
import { span } from "../../../text/span.ts";
import { headOf } from "../formatHead.ts";
import type { NotWritten } from "./written.ts";

const TXT = 16;

/**
 * A new TXT record in a line of its own: behind the TXT records of its owner, else behind its other records or those of
 * the zone itself, laid out as the record before it; at the end of the file where there are none. Nothing else changes.
 *
 * @param value without quotes, ASCII; a long one becomes several strings
 * @param behind a record of the file itself that it is put behind instead
 */
export function insertTxt(source: ZoneSource, owner: DomainName, value: string, behind?: ZoneRecord): FileEdit {
  const data = quoteText(value);
  const before = behind ?? recordBefore(source, owner);
  if (before === undefined) return atEnd(source, `${owner} IN TXT ${data}`);
  const end = source.rangeOf(before, span(before.text.length, before.text.length)).start;
  const line = lineLike(before, owner, data);
  const lineEnd = before.text.includes("\r\n") ? "\r\n" : "\n";
  const isOpen = !/[\r\n]$/.test(before.text);
  const newText = isOpen ? lineEnd + line : line + lineEnd;
  return { path: source.path, range: { start: end, end }, newText };
}

/** The zone's own name; in a file without an SOA the first origin that is written in full. */
export function zoneNameOf({ view }: ZoneSource): DomainName | undefined {
  if (view.apex !== undefined) return view.apex;
  const origins = view.directives.flatMap((it) => (it.name === "$ORIGIN" ? (it.args[0]?.text ?? []) : []));
  const origin = origins.find((it) => isAbsolute(it) && it !== ".");
  return origin && canonicalName(origin);
}

/** Why a zone without a name takes nothing. */
export function namelessZone(t: Translate): NotWritten {
  return { refused: t("What the zone is called is not known. Write `$ORIGIN` or an SOA first.") };
}

/** Why nothing is written at a name that has a record; `undefined` where it has none. */
export function takenName(source: ZoneSource, owner: DomainName, t: Translate): NotWritten | undefined {
  const [record] = source.view.records(owner);
  if (record === undefined) return undefined;
  const range = source.rangeOf(record, record.ownerField?.span ?? record.span);
  const refused = t("There is a record at `{name}` already.", { name: shownName(owner) });
  return { refused, place: { path: record.path, range } };
}

/** Only of the file itself: what it includes may serve other zones. */
function recordBefore(source: ZoneSource, owner: DomainName): ZoneRecord | undefined {
  const { view, path } = source;
  const name = zoneNameOf(source);
  const own = view.records(owner).filter((it) => it.path === path);
  const zone = name === undefined ? [] : view.records(name).filter((it) => it.path === path);
  const records = own.length > 0 ? own : zone;
  return (own.length > 0 ? records.filter((it) => it.type === TXT).at(-1) : undefined) ?? records.at(-1);
}

/** Owner, TTL and class as in another record, each in its column. */
function lineLike(before: ZoneRecord, owner: DomainName, data: string): string {
  const head = headOf(before);
  // Who writes names in full there may not count on the origin.
  const name = isAbsolute(before.ownerField?.text ?? "") ? owner : relativize(owner, before.origin);
  if (head === undefined) return `${name} IN TXT ${data}`;
  const isHeir = head.owner === "" && before.owner === owner;
  const words = [...head.middle.map((it) => it.text), "TXT"];
  const written = [head.owner, ...head.middle.map((it) => it.text), head.type];
  let line = isHeir ? "" : name;
  let column = 0;
  const gaps = head.gaps.map((it) => before.text.slice(it.start, it.end));
  for (const [index, word] of [...words, data].entries()) {
    const gap = gaps[index] ?? " ";
    column += (written[index]?.length ?? 0) + gap.length;
    line += gap.includes("\t") ? gap : " ".repeat(Math.max(line === "" ? 0 : 1, column - line.length));
    line += word;
  }
  return line;
}

function atEnd(source: ZoneSource, line: string): FileEdit {
  const last = source.lineCount - 1;
  const character = source.line(last).length;
  const end = { line: last, character };
  return { path: source.path, range: { start: end, end }, newText: `${character > 0 ? "\n" : ""}${line}\n` };
}
