import type { DocumentLink, FileOperationRegistrationOptions } from "vscode-languageserver";
import { linksOfConfig } from "../../core/features/config/definitions.ts";
import { editsForRenames } from "../../core/features/config/renames.ts";
import { includeEditsForRenames, linksOfZone } from "../../core/features/zone/includes.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** Any file or folder: which ones are named, only those that name them know. */
export const RENAMED_FILES: FileOperationRegistrationOptions = {
  filters: [{ scheme: "file", pattern: { glob: "**/*" } }],
};

/** The files that a config or a zone names: links to them, and new paths when the user renames them. */
export function registerFiles(context: ServerContext): void {
  const { connection, documents, engine, log, uriOf, pathOf, toWorkspaceEdit } = context;
  connection.onDocumentLinks(
    guard(log, "document links", [] as DocumentLink[], ({ textDocument }) => {
      const source = documents.get(textDocument.uri)?.source;
      const links =
        source?.kind === "config" ? linksOfConfig(source) : source?.kind === "zone" ? linksOfZone(source) : [];
      return links.map(({ range, target }) => ({ range, target: uriOf(target) }));
    }),
  );
  connection.workspace.onWillRenameFiles(
    guard(log, "rename files", null, ({ files }) => {
      const renames = files.map(({ oldUri, newUri }) => ({ from: pathOf(oldUri), to: pathOf(newUri) }));
      const edits = [...editsForRenames(engine, renames), ...includeEditsForRenames(engine, renames)];
      return edits.length === 0 ? null : toWorkspaceEdit(edits);
    }),
  );
}
