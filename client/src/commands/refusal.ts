import type { Translate } from "../../../server/src/core/locale.ts";
import type { WriteResult } from "../../../server/src/protocol.ts";
import type { Editor } from "../editor.ts";

/** Says why something was not written, with the way to the text that it is about. */
export function tellRefusal(
  { editor, t }: { readonly editor: Editor; readonly t: Translate },
  level: Parameters<Editor["tell"]>[0],
  { reason, uri, range }: Extract<WriteResult, { kind: "refused" }>,
): void {
  const isPlaced = uri !== undefined && range !== undefined;
  editor.tell(level, reason, isPlaced ? [{ title: t("Show it"), run: () => editor.reveal(uri, range) }] : []);
}
