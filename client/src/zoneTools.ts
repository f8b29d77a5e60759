import * as vscode from "vscode";
import type { Translate } from "../../server/src/core/locale.ts";
import type { WriteResult } from "../../server/src/protocol.ts";
import type { ZoneTools } from "./commands/writeZone.ts";
import type { Editor } from "./editor.ts";
import type { Server } from "./server.ts";
import { applyEdits, toRange } from "./vscodeEditor.ts";

/** How long what was written is told of in the status bar. */
const SHOWN_MS = 8_000;

/** The zone of the active editor, for the commands that write into it. */
export function createZoneTools(server: Server, editor: Editor, t: Translate): ZoneTools {
  const zone = () => {
    const active = vscode.window.activeTextEditor;
    return active?.document.languageId === "dns-zone" ? active : undefined;
  };
  return {
    editor,
    t,
    zoneName: async () => {
      const active = zone() ?? (await showOpenZone());
      return active && (await server.zoneName(active.document.uri.toString()));
    },
    preview: async (wish) => {
      const active = zone();
      if (active === undefined) return undefined;
      const { document, selection } = active;
      // The edits are those of a text; one that changed meanwhile is asked about again.
      for (;;) {
        const { version } = document;
        const result = await server.write(document.uri.toString(), selection.active, wish);
        if (document.version === version) return result;
      }
    },
    apply,
  };
}

/** From a page that is no text, such as the walkthrough, the zone that is open behind it is meant. */
async function showOpenZone(): Promise<vscode.TextEditor | undefined> {
  if (vscode.window.activeTextEditor !== undefined) return undefined;
  const zones = vscode.workspace.textDocuments.filter((it) => it.languageId === "dns-zone" && !it.isClosed);
  const [only, another] = zones.filter((it) => it.uri.scheme === "file" || it.isUntitled);
  return only === undefined || another !== undefined ? undefined : vscode.window.showTextDocument(only);
}

/** Shows the place then. */
async function apply({ edits, message }: Extract<WriteResult, { kind: "written" }>): Promise<boolean> {
  if (!(await applyEdits(edits))) return false;
  vscode.window.setStatusBarMessage(message, SHOWN_MS);
  const [first] = edits;
  const active = vscode.window.activeTextEditor;
  if (first !== undefined && active?.document.uri.toString() === vscode.Uri.parse(first.uri).toString()) {
    const { start } = toRange(first.range);
    const end = active.document.positionAt(active.document.offsetAt(start) + first.newText.trimEnd().length);
    active.selection = new vscode.Selection(end, end);
    active.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  return true;
}
