import { type Location, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Place } from "../../core/features/answers.ts";
import { definitionsInConfig } from "../../core/features/config/definitions.ts";
import { includedAt } from "../../core/features/zone/includes.ts";
import { definitionsAt, referencesAt } from "../../core/features/zone/nameSearch.ts";
import { type Refusal, renamableAt, renameAt } from "../../core/features/zone/rename.ts";
import type { ZoneSource } from "../../core/index.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** Definition, references and rename of the names of a zone; definition of what a config names. */
export function registerNames(context: ServerContext): void {
  const { connection, documents, engine, t, log } = context;
  const zoneOf = (uri: string): ZoneSource | undefined => {
    const source = documents.get(uri)?.source;
    return source?.kind === "zone" ? source : undefined;
  };
  const toLocation = ({ path, range }: Place): Location => ({ uri: context.uriOf(path), range });
  const isPart = ({ path }: ZoneSource) => engine.dependentsOf(path).some((it) => it.kind === "zone");
  connection.onDefinition(
    guard(log, "definition", [] as Location[], ({ textDocument, position }) => {
      const source = documents.get(textDocument.uri)?.source;
      if (source?.kind === "config") return definitionsInConfig(source, position).map(toLocation);
      if (source?.kind !== "zone") return [];
      const included = includedAt(source, position);
      return (included ? [included] : definitionsAt(source, position)).map(toLocation);
    }),
  );
  connection.onReferences(
    guard(log, "references", [] as Location[], ({ textDocument, position, context: { includeDeclaration } }) => {
      const zone = zoneOf(textDocument.uri);
      return zone ? referencesAt(zone, position, includeDeclaration).map(toLocation) : [];
    }),
  );
  connection.onPrepareRename(
    guard(log, "prepare rename", null, ({ textDocument, position }) => {
      const zone = zoneOf(textDocument.uri);
      if (zone === undefined) return null;
      const place = renamableAt(zone, position, isPart(zone), t);
      return "refused" in place ? failure(place) : { range: place.range, placeholder: place.text };
    }),
  );
  connection.onRenameRequest(
    guard(log, "rename", null, ({ textDocument, position, newName }) => {
      const zone = zoneOf(textDocument.uri);
      if (zone === undefined) return null;
      const edits = renameAt(zone, position, newName, isPart(zone), t);
      return "refused" in edits ? failure(edits) : context.toWorkspaceEdit(edits);
    }),
  );
}

/** The client shows it beside the name. */
function failure({ refused }: Refusal): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, refused);
}
