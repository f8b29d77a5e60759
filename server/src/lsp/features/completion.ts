import { completeAt } from "../../core/features/index.ts";
import { SUGGEST_COMMAND } from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";
import { toCompletionItem } from "../toLsp.ts";

/** What begins a new word inside a policy, a directive or a config. */
export const TRIGGER_CHARACTERS = [" ", '"', ":", "=", ";", "$", "_", "%", "{"];

export function registerCompletion({
  connection,
  engine,
  now,
  documents,
  capabilities,
  hasCommand,
  t,
  log,
}: ServerContext): void {
  const canInsertSnippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  const asksAgain = hasCommand(SUGGEST_COMMAND) ? SUGGEST_COMMAND : undefined;
  connection.onCompletion(
    guard(log, "completion", [], ({ textDocument, position }) => {
      const source = documents.get(textDocument.uri)?.source;
      if (source === undefined) return [];
      return completeAt(source, position, t, { zoneFiles: engine.project.paths("zone"), now: now() }).map((it) =>
        toCompletionItem(it, canInsertSnippets, asksAgain),
      );
    }),
  );
}
