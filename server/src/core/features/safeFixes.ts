import type { FileEdit, Finding } from "../engine/finding.ts";
import { isTouching } from "../text/span.ts";

/**
 * The edits of all safe fixes that can be made together, by file: a fix goes in whole or not at all, and of two that
 * touch the same text the first wins (the other comes in the next round).
 */
export function safeEdits(findings: readonly Finding[], mayChange: (path: string) => boolean): Map<string, FileEdit[]> {
  const accepted = new Map<string, FileEdit[]>();
  for (const { fixes } of findings) {
    const fix = fixes.find((it) => it.kind === "safe");
    if (fix === undefined || !fix.edits.every((it) => mayChange(it.path))) continue;
    // Of two at one place their order would decide.
    if (fix.edits.some((it) => accepted.get(it.path)?.some((other) => isTouching(it.range, other.range)))) continue;
    for (const edit of fix.edits) accepted.set(edit.path, [...(accepted.get(edit.path) ?? []), edit]);
  }
  return accepted;
}
