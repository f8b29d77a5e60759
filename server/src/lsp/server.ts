import {
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver";
import manifest from "../../../package.json" with { type: "json" };
import type { Engine } from "../core/index.ts";
import { translator } from "../core/locale.ts";
import { type ClientOptions, TRUST_NOTIFICATION } from "../protocol.ts";
import type { ServerContext } from "./context.ts";
import { registerDiagnostics } from "./diagnostics.ts";
import { createDocuments } from "./documents.ts";
import { CODE_ACTION_KINDS, registerCodeActions } from "./features/codeActions.ts";
import { registerCodeLens } from "./features/codeLens.ts";
import { registerCompletion, TRIGGER_CHARACTERS } from "./features/completion.ts";
import { registerConfigWriting } from "./features/configWriting.ts";
import { RENAMED_FILES, registerFiles } from "./features/files.ts";
import { registerFolding } from "./features/folding.ts";
import { registerFormat } from "./features/format.ts";
import { registerHover } from "./features/hover.ts";
import { registerInlayHints } from "./features/inlayHints.ts";
import { registerNames } from "./features/names.ts";
import { registerPublished } from "./features/published.ts";
import { registerReport } from "./features/report.ts";
import { LEGEND, registerSemanticTokens } from "./features/semanticTokens.ts";
import { registerSerial } from "./features/serial.ts";
import { registerSymbols } from "./features/symbols.ts";
import { registerWouldPass } from "./features/wouldPass.ts";
import { registerWriting } from "./features/writing.ts";
import { logError } from "./guard.ts";
import { registerProject } from "./project.ts";
import { createSettingsStore } from "./settings.ts";
import { toWorkspaceEdit } from "./toLsp.ts";
import type { World } from "./world.ts";

/** The most findings of one file; one more says that there are others. */
const MOST_FINDINGS = 1000;

/** Connects the core to a client: translates, calls, translates back. Nothing is kept here but who the client is. */
export function registerServer(connection: Connection, world: World): void {
  const log = (line: string) => {
    try {
      connection.console.error(line);
    } catch {
      // The client is gone: there is nobody to tell, and nothing to end for it.
    }
  };
  let engine: Engine | undefined;
  const documents = createDocuments(
    () => {
      if (engine === undefined) throw new Error("a document was opened before initialize");
      return engine;
    },
    world.canonical,
    log,
  );

  connection.onInitialize((params): InitializeResult => {
    const folders = foldersOf(params);
    let { isTrusted } = optionsOf(params);
    connection.onNotification(TRUST_NOTIFICATION, () => {
      isTrusted = true;
    });
    let changed = () => {};
    const host = world.createHost(
      { roots: () => [...folders], isTrusted: () => isTrusted },
      (what, error) => logError(log, what, error),
      () => changed(),
    );
    engine = world.createEngine(host);
    const context = createContext({ connection, engine, documents, params, world, now: () => host.now(), log });
    changed = context.outsideChanged;
    for (const register of FEATURES) register(context);
    registerProject(context, { folders, listFiles: world.listFiles });
    documents.onDidClose(({ document }) => {
      clearTimeout(document.pause);
      if (document.source !== undefined) context.engine.close(document.source.path);
    });
    return { capabilities: serverCapabilities(params), serverInfo: { name: manifest.name, version: manifest.version } };
  });
  documents.listen(connection);
}

const FEATURES: readonly ((context: ServerContext) => void)[] = [
  registerDiagnostics,
  registerHover,
  registerCompletion,
  registerCodeActions,
  registerSymbols,
  registerFolding,
  registerCodeLens,
  registerInlayHints,
  registerSemanticTokens,
  registerNames,
  registerFormat,
  registerSerial,
  registerFiles,
  registerWriting,
  registerReport,
  registerPublished,
  registerWouldPass,
  registerConfigWriting,
];

function serverCapabilities({ capabilities }: InitializeParams): InitializeResult["capabilities"] {
  const pull = { identifier: "mailconfig", interFileDependencies: true, workspaceDiagnostics: false };
  return {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: 2, willSaveWaitUntil: true, save: true },
    ...(capabilities.textDocument?.diagnostic && { diagnosticProvider: pull }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    semanticTokensProvider: { legend: LEGEND, range: true, full: true },
    definitionProvider: true,
    referencesProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: {},
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: RENAMED_FILES, didRename: RENAMED_FILES },
    },
  };
}

interface ContextParts {
  readonly connection: Connection;
  readonly engine: Engine;
  readonly documents: ServerContext["documents"];
  readonly params: InitializeParams;
  readonly world: World;
  now(): number;
  readonly log: (line: string) => void;
}

function createContext({ connection, engine, documents, params, world, now, log }: ContextParts): ServerContext {
  const { capabilities, locale = "en" } = params;
  const store = createSettingsStore(connection, params, log);
  const listeners = new Set<() => void>();
  const changed = () => listeners.forEach((it) => void it());
  const { commands, rulePages } = optionsOf(params);
  store.onChange(changed);
  const openDocument = (path: string) => documents.all().find((it) => it.source?.path === path);
  const uriOf = (path: string) => openDocument(path)?.uri ?? path;
  const versionOf = (uri: string) => documents.get(uri)?.version ?? null;
  const hasDocumentChanges = capabilities.workspace?.workspaceEdit?.documentChanges === true;
  return {
    connection,
    engine,
    documents,
    capabilities,
    t: translator(locale),
    now,
    messageCrypto: world.messageCrypto,
    log,
    settings: store.get,
    lintOptions: async () => {
      const { rules, extraTypes } = await store.get();
      return { severities: rules, extraTypes, limit: MOST_FINDINGS, language: locale };
    },
    uriOf,
    pathOf: world.canonical,
    openDocument,
    toWorkspaceEdit: (edits) => toWorkspaceEdit(edits, uriOf, versionOf, hasDocumentChanges),
    onOtherChange: (listener) => void listeners.add(listener),
    outsideChanged: changed,
    register: async () => {
      if (!capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "mailconfig" });
    },
    pageOf: (code) => (rulePages === undefined ? undefined : `${rulePages}${code}.md`),
    hasCommand: (name) => commands.includes(name),
  };
}

/** What our own client says of itself; others say nothing, and are offered nothing that they cannot do. */
function optionsOf({ initializationOptions }: InitializeParams) {
  const given: { readonly [name in keyof ClientOptions]?: unknown } = initializationOptions ?? {};
  return {
    // Editors that know no trust open what their users open.
    isTrusted: given.isTrusted !== false,
    commands: Array.isArray(given.commands) ? given.commands : [],
    rulePages: typeof given.rulePages === "string" ? given.rulePages : undefined,
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): Set<string> {
  return new Set(workspaceFolders?.map((it) => it.uri) ?? (rootUri ? [rootUri] : []));
}
