import { typeCodeOf } from "../../server/src/core/facts/recordTypes.ts";
import { checkRdata, type RdataFault, type Tokens } from "../../server/src/core/syntax/zone/rdataFields.ts";

/** A token is a quoted string (to its line's end at most), or a word; blanks, parentheses and comments part them. */
const TOKEN = /"(?:[^"\\\n]|\\[^\n])*(?:"|\\?(?=\n|$))|(?:[^\s"();\\]|\\[^\n])+\\?|\\|;.*/g;

/** The tokens of one entry, as the scanner gives them; the text is ASCII or bytes as characters. */
export function tokensOf(text: string): Tokens {
  const found = [...text.matchAll(TOKEN)].filter((match) => !match[0].startsWith(";"));
  return {
    from: Int32Array.from(found, (match) => match.index),
    to: Int32Array.from(found, (match) => match.index + match[0].length),
    kind: Uint8Array.from(found, ([it]) => (it.startsWith('"') ? 1 : 0) + (it.includes("\\") ? 2 : 0)),
    count: found.length,
  };
}

/** The data of a record with its faults «marked», for `TYPE data…` without an owner. */
export function faultsOf(record: string): { readonly marked: string; readonly faults: readonly RdataFault[] } {
  const bytes = Buffer.from(record, "latin1");
  const tokens = tokensOf(record);
  const word = record.slice(tokens.from[0], tokens.to[0]);
  const faults = checkRdata(typeCodeOf(word) ?? 0, new Uint8Array(bytes), tokens, 1) ?? [];
  let marked = record;
  for (const { first, last } of [...faults].reverse()) {
    const start = tokens.from[first] ?? 0;
    const end = tokens.to[last] ?? 0;
    marked = `${marked.slice(0, start)}«${marked.slice(start, end)}»${marked.slice(end)}`;
  }
  return { marked, faults };
}
