import type { Position, Range } from "../text/span.ts";
import type { CompletionItem, SymbolNode } from "./types.ts";

export interface SourceHover {
  readonly markdown: string;
  readonly range: Range;
}

export interface Completion extends Omit<CompletionItem, "span"> {
  readonly range: Range;
}

export interface OutlineNode extends Omit<SymbolNode, "span" | "selectionSpan" | "children"> {
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly OutlineNode[];
}

/** A file that a document names, for the editor to underline. */
export interface FileLink {
  readonly range: Range;
  /** The path of the file. */
  readonly target: string;
}

/** Lines, both from 0 and both inside. */
export interface FoldingLines {
  readonly first: number;
  readonly last: number;
}

/** A line above some text that says what it comes to. */
export interface Lens {
  readonly range: Range;
  readonly title: string;
}

/** A few words shown behind some text, which are not part of it. */
export interface InlineNote {
  readonly position: Position;
  readonly label: string;
  /** Whether it goes on with the word before it, so that no blank parts them. */
  readonly continues?: boolean;
  /** Why it is shown, in Markdown. */
  readonly tooltip?: string;
  /** What may be written in its place, with the same meaning. */
  readonly insert?: string;
}

/** A place in one of the files of a zone. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}
