import type { InlayHint } from "vscode-languageserver";
import { hintsOfZone } from "../../core/features/zone/inlayHints.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** Whether they are shown at all is the editor's own setting. */
export function registerInlayHints({ connection, documents, t, log }: ServerContext): void {
  connection.languages.inlayHint.on(
    guard(log, "inlay hints", [] as InlayHint[], ({ textDocument, range }) => {
      const source = documents.get(textDocument.uri)?.source;
      if (source?.kind !== "zone") return [];
      return hintsOfZone(source, range, t).map((it) => ({ ...it, paddingLeft: true }));
    }),
  );
}
