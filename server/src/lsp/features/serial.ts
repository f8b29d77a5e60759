import type { CodeAction, Range } from "vscode-languageserver";
import { TextDocumentSaveReason } from "vscode-languageserver";
import { raiseSerial, raiseSerialIn, serialOf } from "../../core/features/zone/serial.ts";
import type { Source } from "../../core/index.ts";
import type { ServerContext } from "../context.ts";
import type { ServerDocument } from "../documents.ts";
import { guard } from "../guard.ts";

export const RAISE_SERIAL = "refactor.rewrite.raiseSerial";

/** “Raise the SOA serial” for an SOA that the range touches. */
export function serialActions({ now, t, toWorkspaceEdit }: ServerContext, source: Source, range: Range): CodeAction[] {
  const raise = source.kind === "zone" ? raiseSerialIn(source, range, now()) : undefined;
  if (raise === undefined) return [];
  const title = t("Raise the SOA serial to {serial}", { serial: raise.serial });
  return [{ title, kind: RAISE_SERIAL, edit: toWorkspaceEdit([raise.edit]) }];
}

/**
 * Raises the serial when a changed zone is saved by hand, where the setting says so; not where the user has done it. What
 * was saved last is known by its version and its serial: a document that opens is taken for saved.
 */
export function registerSerial({ documents, settings, now, log }: ServerContext): void {
  const saved = new WeakMap<ServerDocument, { readonly version: number; readonly serial: string | undefined }>();
  const remember = (document: ServerDocument) => {
    const { source, version } = document;
    if (source?.kind === "zone") saved.set(document, { version, serial: serialOf(source) });
  };
  documents.onDidOpen(({ document }) => remember(document));
  documents.onDidSave(({ document }) => remember(document));
  documents.onWillSaveWaitUntil(
    guard(log, "raise the serial", [], async ({ document, reason }) => {
      const { raiseSerialOnSave } = await settings();
      const { source } = document;
      const before = saved.get(document);
      if (!raiseSerialOnSave || reason !== TextDocumentSaveReason.Manual || source?.kind !== "zone") return [];
      if (before === undefined || before.version === document.version) return [];
      if (before.serial !== undefined && before.serial !== serialOf(source)) return [];
      const raise = raiseSerial(source, now());
      return raise ? [{ range: raise.edit.range, newText: raise.edit.newText }] : [];
    }),
  );
}
