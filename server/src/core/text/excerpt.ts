import { type Span, span } from "./span.ts";

/** Stretches of a text read as one, which knows where each of them stands. */
export class Excerpt {
  readonly text: string;
  readonly #stretches: readonly { readonly at: number; readonly length: number; readonly start: number }[];

  /** @param stretches in the order of the text, none empty */
  constructor(text: string, stretches: readonly Span[]) {
    let at = 0;
    this.#stretches = stretches.map(({ start, end }) => {
      const stretch = { at, length: end - start, start };
      at += end - start;
      return stretch;
    });
    this.text = stretches.map(({ start, end }) => text.slice(start, end)).join("");
  }

  /** Where a span of the excerpt stands in the text. A span that ends with a stretch does not reach into the next one. */
  toText({ start, end }: Span): Span {
    const from = this.#offset(start, start === end ? 0 : 1);
    return span(from, start === end ? from : this.#offset(end, 0));
  }

  /** @param after 1 for the stretch that goes on behind the offset, 0 for the one that ends there */
  #offset(offset: number, after: 0 | 1): number {
    const stretch =
      this.#stretches.find(({ at, length }) => offset < at + length + 1 - after) ?? this.#stretches.at(-1);
    return stretch ? stretch.start + offset - stretch.at : offset;
  }
}
