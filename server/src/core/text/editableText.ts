import { LineIndex, type Range } from "./span.ts";

/** The text of a small document that is open: a config, a policy file. Its lines are found when somebody asks. */
export class EditableText {
  #value: string;
  #lines: LineIndex | undefined;

  constructor(content: Uint8Array | string) {
    this.#value = typeof content === "string" ? content : new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
  }

  get value(): string {
    return this.#value;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.#value);
    return this.#lines;
  }

  edit({ start, end }: Range, newText: string): void {
    const { lines } = this;
    const from = lines.offsetAt(start);
    this.#value = this.#value.slice(0, from) + newText + this.#value.slice(Math.max(from, lines.offsetAt(end)));
    this.#lines = undefined;
  }
}
