import { type ChildProcess, spawn } from "node:child_process";
import {
  createMessageConnection,
  type DocumentDiagnosticReport,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A server over stdio, as an editor speaks to it: one that pulls diagnostics where the server offers it. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #connection: MessageConnection;
  #version = 1;
  /** By document, what the server answered last: an editor names it when it asks again. */
  readonly #known = new Map<string, { readonly resultId: string | undefined; readonly count: number }>();
  /** Who waits for the server to ask for a refresh. */
  readonly #waiting: (() => void)[] = [];
  /** Who waits for diagnostics of a document that the server sends by itself. */
  readonly #unpublished = new Map<string, (count: number) => void>();

  private constructor(child: ChildProcess, connection: MessageConnection) {
    this.#process = child;
    this.#connection = connection;
  }

  /** @param settings what it is answered when it asks, by section */
  static async start(bundle: string, settings: Readonly<Record<string, unknown>> = {}): Promise<LanguageServer> {
    const child = spawn(process.execPath, [bundle, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    for (const method of ["client/registerCapability", "workspace/codeLens/refresh", "workspace/inlayHint/refresh"]) {
      connection.onRequest(method, () => null);
    }
    connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => settings[section ?? ""] ?? null),
    );
    connection.onUnhandledNotification(() => {});
    connection.listen();
    const server = new LanguageServer(child, connection);
    connection.onRequest("workspace/diagnostic/refresh", () => {
      for (const resolve of server.#waiting.splice(0)) resolve();
      return null;
    });
    connection.onNotification("textDocument/publishDiagnostics", (it: { uri: string; diagnostics: unknown[] }) => {
      server.#unpublished.get(it.uri)?.(it.diagnostics.length);
      server.#unpublished.delete(it.uri);
    });
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: { diagnostic: { dynamicRegistration: false } },
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
        general: { positionEncodings: ["utf-16"] },
      },
    });
    await connection.sendNotification("initialized", {});
    return server;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: this.#version++, text },
    });
  }

  async change(uri: string, start: Position, end: Position, text: string): Promise<void> {
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: this.#version++ },
      contentChanges: [{ range: { start, end }, text }],
    });
  }

  /** How many findings the file has now. */
  async diagnose(uri: string): Promise<number> {
    const known = this.#known.get(uri);
    const answer = await this.#connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri },
      ...(known?.resultId !== undefined && { previousResultId: known.resultId }),
    });
    if (answer.kind === "unchanged") return known?.count ?? 0;
    this.#known.set(uri, { resultId: answer.resultId, count: answer.items.length });
    return answer.items.length;
  }

  /** How many findings the server sends of a file by itself, next time. */
  published(uri: string): Promise<number> {
    return new Promise((resolve) => this.#unpublished.set(uri, resolve));
  }

  /** The same, once all of a large file is read and judged: the server then asks for a refresh. */
  async diagnoseWhole(uri: string): Promise<number> {
    const refreshed = new Promise<void>((resolve) => this.#waiting.push(resolve));
    await this.diagnose(uri);
    await refreshed;
    return this.diagnose(uri);
  }

  hover(uri: string, position: Position): Promise<unknown> {
    return this.#connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    this.#connection.dispose();
  }
}
