import { PassThrough } from "node:stream";
import type { TestContext } from "node:test";
import {
  type ClientCapabilities,
  createConnection,
  type Diagnostic,
  type InitializeResult,
} from "vscode-languageserver/node";
import { createEngine } from "../../../server/src/core/engine/engine.ts";
import type { Host } from "../../../server/src/core/host.ts";
import { registerServer } from "../../../server/src/lsp/server.ts";
import { messageCrypto } from "../../../server/src/node/messageCrypto.ts";
import { memoryHost } from "../../support/memoryHost.ts";

export const URI = "file:///work/example.com.zone";

export interface Pushed {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface SessionOptions {
  readonly capabilities?: ClientCapabilities;
  readonly settings?: object;
  readonly locale?: string;
  readonly initializationOptions?: object;
  readonly host?: Host;
  /** The URIs that the search of the workspace finds. */
  readonly files?: readonly string[];
  /** Answers `workspace/configuration`. */
  configuration?(): unknown;
}

/** A client that pulls, and takes all that the server can say. */
export const MODERN: ClientCapabilities = {
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1] } },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
};

/** A client and a server that talk through memory. */
export async function openSession(t: TestContext, options: SessionOptions = {}) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const [server, client] = [createConnection(up, down), createConnection(down, up)];
  t.after(() => {
    for (const it of [server, client]) it.dispose();
  });
  registerServer(server, {
    createEngine,
    createHost: () => options.host ?? memoryHost({}),
    canonical: (uri) => uri,
    messageCrypto,
    listFiles: async () => options.files ?? [],
  });
  const pushed = queueOf<Pushed>();
  const logged = queueOf<{ readonly message: string }>();
  const refreshed = queueOf<undefined>();
  const reportChanged = queueOf<undefined>();
  const refreshedHints = queueOf<undefined>();
  client.onNotification("textDocument/publishDiagnostics", pushed.put);
  client.onNotification("window/logMessage", logged.put);
  client.onRequest("workspace/diagnostic/refresh", () => {
    refreshed.put(undefined);
    return null;
  });
  client.onRequest("workspace/inlayHint/refresh", () => {
    refreshedHints.put(undefined);
    return null;
  });
  client.onNotification("mailconfig/reportChanged", () => reportChanged.put(undefined));
  client.onRequest("workspace/configuration", () => [options.configuration?.() ?? null]);
  for (const it of [server, client]) it.listen();
  const { capabilities, serverInfo } = await client.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? MODERN,
    locale: options.locale,
    initializationOptions: { settings: options.settings, ...options.initializationOptions },
  });
  await client.sendNotification("initialized", {});
  const request = <T>(method: string, params: object) => client.sendRequest<T>(method, params);
  return {
    capabilities,
    serverInfo,
    pushed,
    logged,
    refreshed,
    reportChanged,
    refreshedHints,
    request,
    notify: (method: string, params: object) => client.sendNotification(method, params),
    open: (text: string, uri = URI, languageId = "dns-zone") =>
      client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } }),
    change: (version: number, line: number, character: number, text: string, uri = URI) =>
      client.sendNotification("textDocument/didChange", {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text }],
      }),
    pull: async (uri = URI) =>
      (await request<{ items: Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri } })).items,
  };
}

export interface Queue<T> {
  put(item: T): void;
  /** The next one that fits; what came before it is dropped. */
  next(fits?: (item: T) => boolean): Promise<T>;
  readonly size: number;
}

/** Messages in the order in which they came, to be waited for. */
function queueOf<T>(): Queue<T> {
  const items: T[] = [];
  let wake: (() => void) | undefined;
  return {
    get size() {
      return items.length;
    },
    put: (item) => {
      items.push(item);
      wake?.();
    },
    next: async (fits = () => true) => {
      for (;;) {
        while (items.length > 0) {
          const [item] = items.splice(0, 1) as [T];
          if (fits(item)) return item;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

export function codesOf(diagnostics: readonly Diagnostic[]): readonly unknown[] {
  return diagnostics.map((it) => it.code);
}
