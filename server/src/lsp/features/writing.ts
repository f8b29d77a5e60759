import { type CodeAction, CodeActionKind, type Command, type Range, RequestType } from "vscode-languageserver";
import { zoneNameOf } from "../../core/features/zone/writing/newRecord.ts";
import { splitIn } from "../../core/features/zone/writing/splitStrings.ts";
import { writeIntoZone } from "../../core/features/zone/writing/write.ts";
import type { Source, ZoneSource } from "../../core/index.ts";
import { joinStrings } from "../../core/model/txtValue.ts";
import { policyKindOf } from "../../core/syntax/policyKind.ts";
import {
  ADD_DMARC_COMMAND,
  ADD_SPF_COMMAND,
  WRITE_REQUEST,
  type WriteParams,
  type WriteResult,
  ZONE_NAME_REQUEST,
  type ZoneNameParams,
} from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";
import { toWrittenEdits } from "../toLsp.ts";

export const SPLIT_STRINGS = `${CodeActionKind.RefactorRewrite}.splitStrings`;
export const ADD_SPF = `${CodeActionKind.RefactorRewrite}.addSpf`;
export const ADD_DMARC = `${CodeActionKind.Source}.addDmarc.mailconfig`;

/** What the commands write into a zone: the client asks for the edit and applies it, so that one undo takes it back. */
export function registerWriting(context: ServerContext): void {
  const { connection, documents, uriOf, now, t, log } = context;
  const nothing: WriteResult = { kind: "refused", reason: t("This is no zone file.") };
  connection.onRequest(
    ZONE_NAME_REQUEST,
    guard(log, "zone name", "", ({ textDocument }: ZoneNameParams) => nameOf(documents.get(textDocument.uri)?.source)),
  );
  connection.onRequest(
    new RequestType<WriteParams, WriteResult, void>(WRITE_REQUEST),
    guard(log, "write", nothing, ({ textDocument, position, wish }: WriteParams): WriteResult => {
      const source = documents.get(textDocument.uri)?.source;
      if (source?.kind !== "zone") return nothing;
      const written = writeIntoZone(source, position, wish, now(), t);
      if ("refused" in written) {
        const { refused: reason, place } = written;
        return { kind: "refused", reason, ...(place && { uri: uriOf(place.path), range: place.range }) };
      }
      return { kind: "written", edits: toWrittenEdits(written.edits, uriOf), message: written.message };
    }),
  );
}

function nameOf(source: Source | undefined): string {
  return (source?.kind === "zone" ? (zoneNameOf(source) ?? "") : "").replace(/\.$/, "");
}

/** The same as code actions, for a record that the range touches. */
export function writingActions(context: ServerContext, source: Source, range: Range): CodeAction[] {
  if (source.kind !== "zone") return [];
  return [...recordActions(context, source, range), ...zoneActions(context, source)];
}

function recordActions(context: ServerContext, source: ZoneSource, { start }: Range): CodeAction[] {
  const { t } = context;
  const entry = source.entryAt(start)?.entry;
  if (entry?.kind !== "record" || entry.typeName !== "TXT") return [];
  const actions: CodeAction[] = [];
  const isSpf = policyKindOf(entry.owner, joinStrings(entry).value) === "spf";
  if (isSpf && context.hasCommand(ADD_SPF_COMMAND)) {
    const command = commandOf(t("Let a provider send: add its SPF…"), ADD_SPF_COMMAND);
    actions.push({ title: command.title, kind: ADD_SPF, command });
  }
  const edits = splitIn(source, entry);
  if (edits.length > 0) {
    const title = t("Split into strings of 255 octets, one a line");
    actions.push({ title, kind: SPLIT_STRINGS, edit: context.toWorkspaceEdit(edits) });
  }
  return actions;
}

/** Only where one is missing: the client asks which policy, another one gets the mildest. */
function zoneActions(context: ServerContext, { view }: ZoneSource): CodeAction[] {
  const { apex } = view;
  if (!context.hasCommand(ADD_DMARC_COMMAND) || !view.hasSoa || apex === undefined) return [];
  if (view.records(`_dmarc.${apex}`).length > 0) return [];
  const command = commandOf(context.t("Add a DMARC record…"), ADD_DMARC_COMMAND);
  return [{ title: command.title, kind: ADD_DMARC, command }];
}

function commandOf(title: string, command: string): Command {
  return { title, command };
}
