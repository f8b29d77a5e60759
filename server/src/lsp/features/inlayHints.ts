import type { InlayHint } from "vscode-languageserver";
import type { InlineNote } from "../../core/features/answers.ts";
import { hintsOfZone } from "../../core/features/zone/inlayHints.ts";
import type { ServerContext } from "../context.ts";
import { guard, tellClient } from "../guard.ts";

/** Which kinds are shown is a setting of ours; whether any are is the editor's own. */
export function registerInlayHints(context: ServerContext): void {
  const { connection, documents, capabilities, settings, t, log } = context;
  connection.languages.inlayHint.on(
    guard(log, "inlay hints", [] as InlayHint[], async ({ textDocument, range }) => {
      const { inlayHints } = await settings();
      const source = documents.get(textDocument.uri)?.source;
      if (source?.kind !== "zone") return [];
      return hintsOfZone(source, range, inlayHints, t).map(toInlayHint);
    }),
  );
  if (capabilities.workspace?.inlayHint?.refreshSupport !== true) return;
  context.onOtherChange(() => {
    tellClient(log, "inlay hints", () => connection.languages.inlayHint.refresh());
  });
}

function toInlayHint({ position, label, continues, tooltip, insert }: InlineNote): InlayHint {
  return {
    position,
    label,
    paddingLeft: continues !== true,
    ...(tooltip !== undefined && { tooltip: { kind: "markdown", value: tooltip } }),
    ...(insert !== undefined && { textEdits: [{ range: { start: position, end: position }, newText: insert }] }),
  };
}
