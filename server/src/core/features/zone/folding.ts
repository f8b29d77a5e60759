import type { ZoneSource } from "../../index.ts";
import type { FoldingLines } from "../answers.ts";

/** Beyond it the walk over all entries would be felt at each keystroke. */
const MOST_LINES = 50_000;

/** Records that parentheses spread over several lines. */
export function foldZone(source: ZoneSource, limit: number): readonly FoldingLines[] {
  if (source.lineCount > MOST_LINES) return [];
  const folds: FoldingLines[] = [];
  for (const entry of source.entries()) {
    if (!entry.text.includes("(")) continue;
    const { start, end } = source.rangeOf(entry, entry.span);
    if (end.line > start.line && folds.push({ first: start.line, last: end.line }) >= limit) break;
  }
  return folds;
}
