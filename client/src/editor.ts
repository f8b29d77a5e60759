import type { Range } from "../../server/src/core/text/span.ts";

/** What the commands ask of the editor; `vscodeEditor.ts` builds it from `vscode.window`, tests from plain functions. */
export interface Editor {
  readonly isTrusted: boolean;
  /** @returns `undefined` where the user gave up */
  ask(question: Question): Promise<string | undefined>;
  /** @returns `undefined` where the user gave up */
  pick<T>(title: string, choices: readonly Choice<T>[]): Promise<T | undefined>;
  /** Shows that something goes on, with a button that cancels it; `tell` says what is being done. */
  progress<T>(title: string, task: (signal: AbortSignal, tell: (what: string) => void) => Promise<T>): Promise<T>;
  /** Shows a message and goes on; an action runs when its button is pressed. */
  tell(level: "info" | "warning" | "error", message: string, actions?: readonly Action[]): void;
  /** Shows a page of Markdown that nobody has to save. */
  show(title: string, markdown: string): Promise<void>;
  /** Puts a text into the clipboard. */
  copy(text: string): Promise<void>;
  /** What is selected in the active editor; `""` for nothing. */
  selection(): string;
  /** Opens a document and selects a range in it. */
  reveal(uri: string, range: Range): Promise<void>;
}

export interface Question {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  readonly isSecret?: boolean;
  /** What is wrong with an answer; `undefined` where nothing is. */
  problem?(answer: string): string | undefined;
}

export interface Choice<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

export interface Action {
  readonly title: string;
  run(): unknown;
}

/** A link of a page to a line of a file. */
export function linkToPlace({ uri, range }: { readonly uri: string; readonly range: Range }): string {
  return `${uri}#L${range.start.line + 1}`;
}
