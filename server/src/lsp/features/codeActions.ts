import type { CodeAction, Command } from "vscode-languageserver";
import { type Action, actionsFor, findingsIn, fixAll } from "../../core/features/codeActions.ts";
import { OPEN_RULE_PAGE_COMMAND } from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { diagnosticOptionsOf } from "../diagnostics.ts";
import { guard } from "../guard.ts";
import { toDiagnostic } from "../toLsp.ts";
import { RAISE_SERIAL, serialActions } from "./serial.ts";
import { ADD_DMARC, ADD_SPF, SPLIT_STRINGS, writingActions } from "./writing.ts";

const QUICK_FIX = "quickfix";
const FIX_ALL = "source.fixAll.mailconfig";

export const CODE_ACTION_KINDS = [QUICK_FIX, RAISE_SERIAL, ADD_SPF, SPLIT_STRINGS, ADD_DMARC, FIX_ALL];

export function registerCodeActions(context: ServerContext): void {
  const { connection, documents, toWorkspaceEdit, t, log } = context;
  const options = diagnosticOptionsOf(context);
  connection.onCodeAction(
    guard(log, "code actions", [], async ({ textDocument, range, context: { only } }) => {
      const document = documents.get(textDocument.uri);
      const { source, version } = document ?? {};
      if (source === undefined) return [];
      const lintOptions = await context.lintOptions();
      // The ranges of the request are those of the text that it was sent for.
      if (document?.version !== version || documents.get(textDocument.uri) !== document) return [];
      const findings = source.lint(lintOptions);
      const actions: CodeAction[] = [];
      if (isWanted(QUICK_FIX, only)) {
        for (const action of actionsFor(source, findingsIn(source, findings, range), t)) {
          if (action.kind === "page" && !context.hasCommand(OPEN_RULE_PAGE_COMMAND)) continue;
          actions.push(toCodeAction(action));
        }
      }
      if (isWanted(RAISE_SERIAL, only)) actions.push(...serialActions(context, source, range));
      for (const action of writingActions(context, source, range)) {
        if (isWanted(action.kind ?? "", only)) actions.push(action);
      }
      if (only !== undefined && isWanted(FIX_ALL, only)) {
        const edits = fixAll(source, findings);
        if (edits.length > 0)
          actions.push({ title: t("Fix all that is safe"), kind: FIX_ALL, edit: toWorkspaceEdit(edits) });
      }
      return actions;
    }),
  );

  const toCodeAction = ({ title, kind, finding, edits, isPreferred }: Action): CodeAction => ({
    title,
    kind: QUICK_FIX,
    diagnostics: [toDiagnostic(finding, options)],
    ...(isPreferred && { isPreferred }),
    ...(kind === "page" ? { command: openPage(title, finding.code) } : { edit: toWorkspaceEdit(edits) }),
  });
}

function openPage(title: string, code: string): Command {
  return { title, command: OPEN_RULE_PAGE_COMMAND, arguments: [code] };
}

/** A client that asks for a kind means all kinds below it; the server's kinds all count for one that asks for none. */
function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((it) => it === "" || kind === it || kind.startsWith(`${it}.`));
}
