import type { Host } from "../core/host.ts";
import type { CreateEngine } from "../core/index.ts";
import type { MessageCrypto } from "../core/model/dkimVerify.ts";

/** All that the server touches of the world beside its client: Node's file system, or nothing of the kind in a browser. */
export interface World {
  readonly createEngine: CreateEngine;
  /** @param committedChanged called when what {@link Host.committed} answers has changed */
  createHost(workspace: WorkspaceFolders, logError: Host["logError"], committedChanged: () => void): Host;
  /** The files below some folders (URIs) that are configs, zones or policy files by their names. */
  listFiles(folders: readonly string[]): Promise<readonly string[]>;
  /** What proves the signatures of a message. */
  readonly messageCrypto: MessageCrypto;
  /** One spelling for all URIs of a file. */
  canonical(uri: string): string;
}

/** What the client says of the workspace; both may change. */
export interface WorkspaceFolders {
  /** The folders as URIs. */
  roots(): readonly string[];
  isTrusted(): boolean;
}
