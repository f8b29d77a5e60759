import * as vscode from "vscode";

/** A file of the workspace that the suite has open. */
export function fileUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("No folder is open");
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function openFile(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(fileUri(path), new TextEncoder().encode(text));
  return fileUri(path);
}

/** Asks again and again until there is an answer; a slow machine gets a minute. */
export async function until<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const deadline = Date.now() + 50_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`There was no ${what} in 50 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The findings of a file, once there are `count`, as `code «text»` in the order of the text. */
export async function findingsOf(document: vscode.TextDocument, count: number): Promise<readonly string[]> {
  let seen: readonly string[] = [];
  const ask = () => {
    const found = [...vscode.languages.getDiagnostics(document.uri)];
    found.sort((a, b) => a.range.start.compareTo(b.range.start));
    seen = found.map((it) => `${codeOf(it)} «${document.getText(it.range)}»`);
    return seen.length === count ? seen : undefined;
  };
  return until(`${count} findings`, ask).catch((error: Error) => {
    throw new Error(`${error.message}: ${JSON.stringify(seen)}`);
  });
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

export async function hoverAt(document: vscode.TextDocument, word: string, shift = 0): Promise<string> {
  return until(`hover on ${word}`, async () => {
    const position = positionOf(document, word, shift);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      position,
    );
    const text = hovers.flatMap((it) =>
      it.contents.map((content) => (typeof content === "string" ? content : content.value)),
    );
    return text.length > 0 ? text.join("\n") : undefined;
  });
}

export function positionOf(document: vscode.TextDocument, word: string, shift = 0): vscode.Position {
  const offset = document.getText().indexOf(word);
  if (offset < 0) throw new Error(`${word} is not in ${document.uri}`);
  return document.positionAt(offset + shift);
}

/** What the extension said and asked, and how a user answers. */
export interface Conversation {
  /** `info`, `warning` or `error`, and the message. */
  readonly messages: string[];
  readonly buttons: string[];
  readonly questions: string[];
}

export interface Answers {
  /** For input boxes, in order; without one what stands in the box is taken. */
  readonly inputs?: readonly (string | undefined)[];
  /** For lists, in order: which entry, from 0. */
  readonly picks?: readonly number[];
  /** The button that is pressed where a message has it. */
  readonly press?: string;
  /** Presses Cancel once this is so. */
  readonly cancelAfter?: Promise<void>;
}

type Window = Record<string, unknown>;

/** Runs something while a user answers what VS Code would ask on the screen; puts everything back. */
export async function withUser(answers: Answers, run: () => PromiseLike<unknown>): Promise<Conversation> {
  const conversation: Conversation = { messages: [], buttons: [], questions: [] };
  const inputs = [...(answers.inputs ?? [])];
  const picks = [...(answers.picks ?? [])];
  const message =
    (level: string) =>
    async (text: string, ...buttons: string[]) => {
      conversation.messages.push(`${level} ${text}`);
      conversation.buttons.push(...buttons);
      return buttons.find((it) => it === answers.press);
    };
  const cancel = new vscode.CancellationTokenSource();
  void answers.cancelAfter?.then(() => cancel.cancel());
  const stubs: Window = {
    showInformationMessage: message("info"),
    showWarningMessage: message("warning"),
    showErrorMessage: message("error"),
    showInputBox: async (options: vscode.InputBoxOptions) => {
      conversation.questions.push(`${options.title ?? ""}: ${options.prompt ?? ""}`);
      return inputs.length > 0 ? inputs.shift() : options.value;
    },
    showQuickPick: async (items: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions) => {
      conversation.questions.push(`${options.title ?? ""}: ${items.map(({ label }) => label).join(" | ")}`);
      return items[picks.shift() ?? 0];
    },
    withProgress: (options: vscode.ProgressOptions, task: (...args: unknown[]) => unknown) => {
      conversation.questions.push(`progress ${options.title ?? ""}`);
      return task({ report: () => {} }, cancel.token);
    },
  };
  const window = vscode.window as unknown as Window; // The extension sees the same object.
  const kept = Object.fromEntries(Object.keys(stubs).map((name) => [name, window[name]]));
  Object.assign(window, stubs);
  try {
    await run();
  } finally {
    Object.assign(window, kept);
    cancel.dispose();
  }
  return conversation;
}

/** Runs of Latin words that read like an English sentence; code in backticks, names and numbers are none. */
export function englishIn(text: string): readonly string[] {
  const prose = text
    .replace(/```[\s\S]*?```/g, " ")
    .replace(/`[^`]*`/g, " ")
    .replace(/\]\([^)]*\)/g, " ");
  return prose.match(/[A-Za-z]{2,}(?: [a-z]{2,}){2,}/g) ?? [];
}
