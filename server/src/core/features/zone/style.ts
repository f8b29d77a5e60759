import type { ZoneSource } from "../../index.ts";
import { shownName } from "../../model/domainName.ts";
import { daySerial } from "../../model/soaSerial.ts";

const SOA = 6;

/** What fills the snippets: the zone that they are written into, and the time. */
export interface Style {
  readonly source: ZoneSource;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * A snippet as this zone would write it: `example.com` is its own name, `IN` stands where the other records have it,
 * `{serial}` and `{id}` are of today.
 */
export function inStyle(snippet: string, { source: { view }, now }: Style): string {
  const name = view.apex === undefined || view.apex === "." ? "example.com" : shownName(view.apex);
  const [head] = view.apex === undefined ? [] : view.records(view.apex, SOA);
  const hasClass = head === undefined || head.classField !== undefined;
  const time = new Date(now).toISOString().replace(/\D/g, "").slice(0, 14);
  const text = snippet
    .replaceAll("example.com", name)
    .replaceAll("{serial}", String(daySerial(now)))
    .replaceAll("{id}", time);
  return hasClass ? text : text.replace(/^([^ ]+) IN /gm, "$1 ");
}
