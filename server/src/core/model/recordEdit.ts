import type { FixEdit } from "../rule.ts";
import { span } from "../text/span.ts";
import { relativize } from "./domainName.ts";
import type { ZoneEntry, ZoneRecord } from "./zone.ts";

/**
 * Writes whole lines before an entry, each with its own owner. A record that has only inherited its owner gets it in
 * writing, since it would inherit another one now.
 */
export function insertBefore(entry: ZoneEntry, lines: string): FixEdit[] {
  const isHeir = entry.kind === "record" && entry.ownerField === undefined;
  const owner = isHeir ? relativize(entry.owner, entry.origin) : "";
  const lineEnd = entry.text.includes("\r\n") ? "\r\n" : "\n";
  return [{ span: span(0, 0), newText: `${lines}${lineEnd}${owner}`, at: entry }];
}

/** Deletes a record with its lines. `next` is the next record of the same owner, which may have inherited the owner from it. */
export function deleteRecord(record: ZoneRecord, next: ZoneRecord | undefined): FixEdit[] {
  const edits: FixEdit[] = [{ span: span(0, record.text.length), newText: "", at: record }];
  if (record.ownerField && next && next.ownerField === undefined) edits.push(...insertOwner(next));
  return edits;
}

function insertOwner(record: ZoneRecord): FixEdit[] {
  return [{ span: span(0, 0), newText: relativize(record.owner, record.origin), at: record }];
}
