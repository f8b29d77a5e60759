import type { Span } from "../text/span.ts";

/** What is shown on hover: Markdown in the user's language, and the text it is about. */
export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** One thing that could be written at the cursor. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: "key" | "value" | "snippet" | "type" | "name";
  /** A few words behind the label. */
  readonly detail?: string;
  /** Markdown, shown beside the list. */
  readonly documentation?: string;
  /** What it replaces: a text of one line that touches the cursor, or an empty span there. */
  readonly span: Span;
  readonly insertText: string;
  /** Whether `insertText` holds tab stops (`${1:text}`, `$0`) and `$`, `}` and `\` are escaped by a backslash. */
  readonly isSnippet: boolean;
  /** Without it the label sorts. */
  readonly sortText?: string;
  /** What typed text is compared with; without it the label. */
  readonly filterText?: string;
}

/** One line of the outline. */
export interface SymbolNode {
  readonly name: string;
  readonly detail: string;
  /** What the editor draws before it: a word of LSP's `SymbolKind`, in lower case. */
  readonly kind: "file" | "namespace" | "object" | "key" | "field" | "string" | "interface" | "event" | "property";
  /** All of it; the spans of its children lie inside. */
  readonly span: Span;
  /** What is selected when it is chosen; inside `span`. */
  readonly selectionSpan: Span;
  readonly children: readonly SymbolNode[];
}
