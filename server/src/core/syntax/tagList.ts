import type { Span } from "../text/span.ts";

/** One `name=value` of a tag list (RFC 6376 §3.2, RFC 9989 §4.7). Spans count in the TXT value. */
export interface Tag {
  /** As written, without blanks around it. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Without blanks around it; `""` where nothing follows the `=`. */
  readonly value: string;
  readonly valueSpan: Span;
  /** From the name to the end of the value. */
  readonly span: Span;
}

export interface TagList {
  readonly tags: readonly Tag[];
}
