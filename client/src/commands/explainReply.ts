import { explainReply as explain } from "../../../server/src/core/features/explain.ts";
import type { Translate } from "../../../server/src/core/locale.ts";
import { type Editor, joinSentences } from "../editor.ts";

/** The command “Mailconfig: Explain reply”: a reply, log line or error in, its meaning out. */
export async function explainReply(editor: Editor, t: Translate, given?: string): Promise<string | undefined> {
  const text =
    given ??
    (await editor.ask({
      title: t("Explain reply"),
      prompt: t("A server's reply, a log line or an error, such as `535 5.7.8 Error: authentication failed`"),
      problem: (answer) => (answer.trim() === "" ? t("Write a reply, a log line or an error.") : undefined),
    }));
  if (text === undefined) return undefined;
  const found = explain(text, t);
  if (found === undefined) {
    editor.tell("warning", t("There is no reply or error in this text that is known."));
    return undefined;
  }
  const { code, what, whose, next, source } = found;
  const meaning = joinSentences(code === "" ? "" : `${code}:`, what, whose, next, t("Source: {source}", { source }));
  editor.tell("info", meaning);
  return meaning;
}
