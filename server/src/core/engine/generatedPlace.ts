import type { Directive, ZoneEntry } from "../model/zone.ts";
import { type Span, span } from "../text/span.ts";

/** The words of a `$GENERATE` that a span of one of its records came from: the owner from the first behind the range, and so on. */
export function placeInDirective({ args, nameField }: Directive, entry: ZoneEntry, { start, end }: Span): Span {
  const words = args.slice(1);
  if (entry.kind !== "record") return nameField.span;
  const { ownerField, ttlField, classField, typeField, fields } = entry;
  const tokens = [ownerField, ttlField, classField, typeField, ...fields].flatMap((it) => it?.span.start ?? []);
  tokens.sort((a, b) => a - b);
  // Data in one pair of quotes is one word.
  const wordOf = (offset: number) => {
    const token = Math.max(
      0,
      tokens.findLastIndex((it) => it <= offset),
    );
    return words[Math.min(token, words.length - 1)]?.span ?? nameField.span;
  };
  return span(wordOf(start).start, wordOf(Math.max(start, end - 1)).end);
}
