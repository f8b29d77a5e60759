import type { ClientCapabilities, Connection, WorkspaceEdit } from "vscode-languageserver";
import type { FileEdit, LintOptions } from "../core/engine/finding.ts";
import type { Engine } from "../core/index.ts";
import type { Translate } from "../core/locale.ts";
import type { MessageCrypto } from "../core/model/dkimVerify.ts";
import type { Documents, ServerDocument } from "./documents.ts";
import type { Settings } from "./settings.ts";

/** What every feature of the server gets. It is made when the client has said who it is. */
export interface ServerContext {
  readonly connection: Connection;
  readonly engine: Engine;
  readonly documents: Documents;
  readonly capabilities: ClientCapabilities;
  readonly t: Translate;
  /** Milliseconds since 1970. */
  now(): number;
  readonly messageCrypto: MessageCrypto;
  /** The client's settings once they are known: the first diagnostics wait for them. */
  settings(): Promise<Settings>;
  lintOptions(): Promise<LintOptions>;
  /** How the client calls a path of the core, and the other way. */
  uriOf(path: string): string;
  pathOf(uri: string): string;
  openDocument(path: string): ServerDocument | undefined;
  /** Edits as the client takes them, each for the version of its document that they were made from. */
  toWorkspaceEdit(edits: readonly FileEdit[]): WorkspaceEdit;
  /** Calls back when something outside the open documents changed: files on disk, settings. */
  onOtherChange(changed: () => void): void;
  /** Calls those back. */
  outsideChanged(): void;
  /** Asks the client to tell of changed settings, once it is there. */
  register(): Promise<void>;
  /** Where the page of a rule lies on the web; `undefined` where none is known. */
  pageOf(code: string): string | undefined;
  /** Whether the client has a command of that name, so that it can be offered. */
  hasCommand(name: string): boolean;
  /** A line of the log; must hold no text of the user's. */
  log(line: string): void;
}
