import type { FileEdit, Finding } from "../engine/finding.ts";
import type { Position } from "../text/span.ts";

/**
 * The edits of all safe fixes that can be made together, by file: a fix goes in whole or not at all, and of two that
 * touch the same text the first wins (the other comes in the next round).
 */
export function safeEdits(findings: readonly Finding[], mayChange: (path: string) => boolean): Map<string, FileEdit[]> {
  const accepted = new Map<string, FileEdit[]>();
  for (const { fixes } of findings) {
    const fix = fixes.find((it) => it.kind === "safe");
    if (fix === undefined || !fix.edits.every((it) => mayChange(it.path))) continue;
    if (fix.edits.some((it) => accepted.get(it.path)?.some((other) => isAtOdds(it, other)))) continue;
    for (const edit of fix.edits) accepted.set(edit.path, [...(accepted.get(edit.path) ?? []), edit]);
  }
  return accepted;
}

/** Edits that overlap, or that stand at one place, where their order would decide. */
function isAtOdds(a: FileEdit, b: FileEdit): boolean {
  return compare(a.range.start, b.range.end) <= 0 && compare(b.range.start, a.range.end) <= 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
