import {
  type Connection,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
} from "vscode-languageserver";
import type { ServerContext } from "./context.ts";
import { guard } from "./guard.ts";

/** What may change on disk and be named by an open document. */
const WATCHED = ["**/*.{zone,dns,bind,pem,key,inc}", "**/db.*", "**/.mailconfig.{yaml,yml}", "**/mta-sts.txt"];

export interface ProjectOptions {
  /** The workspace's folders as URIs; the core's host reads the same set. */
  readonly folders: Set<string>;
  /** All files of folders that may be ours. */
  listFiles(folders: readonly string[]): Promise<readonly string[]>;
}

/** Tells the engine which files the workspace holds, and what becomes of them on disk and in the explorer. */
export function registerProject(context: ServerContext, { folders, listFiles }: ProjectOptions): void {
  const { connection, engine, capabilities, log, pathOf, outsideChanged } = context;
  const search = guard(log, "search folders", undefined, async (added: readonly string[]) => {
    const found = await listFiles(added);
    for (const path of found) engine.fileAdded(path);
    if (found.length > 0) outsideChanged();
    return undefined;
  });
  connection.onDidChangeWatchedFiles(
    guard(log, "changed files", undefined, ({ changes }) => {
      for (const { uri, type } of changes) {
        const path = pathOf(uri);
        if (type === FileChangeType.Created) engine.fileAdded(path);
        else if (type === FileChangeType.Deleted) engine.fileRemoved(path);
        else engine.fileChanged(path);
      }
      outsideChanged();
      return undefined;
    }),
  );
  connection.workspace.onDidRenameFiles(
    guard(log, "renamed files", undefined, async ({ files }) => {
      for (const { oldUri, newUri } of files) engine.fileRenamed(pathOf(oldUri), pathOf(newUri));
      outsideChanged();
      return undefined;
    }),
  );
  followFolders(connection, (added, removed) => {
    for (const uri of removed) {
      folders.delete(uri);
      engine.fileRemoved(pathOf(uri));
    }
    for (const uri of added) folders.add(uri);
    void search(added);
  });
  connection.onInitialized(
    guard(log, "initialized", undefined, async () => {
      void search([...folders]);
      await context.register();
      if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return undefined;
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      return undefined;
    }),
  );
}

function followFolders(
  connection: Connection,
  changed: (added: readonly string[], removed: readonly string[]) => void,
): void {
  // Not through connection.workspace: that registers at once, before the client listens. Our capabilities say it already.
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) =>
    changed(
      added.map(({ uri }) => uri),
      removed.map(({ uri }) => uri),
    ),
  );
}
