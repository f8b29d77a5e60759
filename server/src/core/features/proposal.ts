import type { Span } from "../text/span.ts";
import type { CompletionItem } from "./types.ts";

/** Numbers the proposals, so that the editor keeps their order: the likely ones come first. */
export function inOrder<T extends CompletionItem>(items: readonly T[]): readonly T[] {
  return items.map((it, index) => ({ ...it, sortText: String(index).padStart(3, "0") }));
}

export function plain(
  label: string,
  kind: CompletionItem["kind"],
  span: Span,
  more: Partial<Pick<CompletionItem, "detail" | "documentation" | "insertText" | "filterText">> = {},
): CompletionItem {
  return { label, kind, span, insertText: label, isSnippet: false, ...more };
}

export function snippet(
  label: string,
  insertText: string,
  span: Span,
  more: Partial<Pick<CompletionItem, "detail" | "documentation" | "filterText">> = {},
): CompletionItem {
  return { label, kind: "snippet", span, insertText, isSnippet: true, ...more };
}
