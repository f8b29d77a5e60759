import type { TextEdit } from "vscode-languageserver";
import { formatZone } from "../../core/features/zone/format.ts";
import type { Range } from "../../core/text/span.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** Lines up the columns of a zone, or of some of its lines. */
export function registerFormat({ connection, documents, log }: ServerContext): void {
  const format = (uri: string, range?: Range): TextEdit[] => {
    const source = documents.get(uri)?.source;
    if (source?.kind !== "zone") return [];
    return formatZone(source, range).map((it) => ({ range: it.range, newText: it.newText }));
  };
  connection.onDocumentFormatting(
    guard(log, "format", [] as TextEdit[], ({ textDocument }) => format(textDocument.uri)),
  );
  connection.onDocumentRangeFormatting(
    guard(log, "format lines", [] as TextEdit[], ({ textDocument, range }) => format(textDocument.uri, range)),
  );
}
