import { type ExplainedText, explainText, outcomeOf } from "../../../server/src/core/features/explainText.ts";
import type { Translate } from "../../../server/src/core/locale.ts";
import { codeBlock, escapeMarkdown } from "../../../server/src/core/text/markdown.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import type { Editor } from "../editor.ts";

/**
 * The command “Mailconfig: Explain reply”: a reply, a log line, an error or a bounce message in, its meaning out.
 *
 * @param given the text; without one what is selected in the editor is taken, where it can be explained, else the user is asked
 * @returns the meaning, `undefined` where the user gave up or nothing was recognised
 */
export async function explainReply(editor: Editor, t: Translate, given?: string): Promise<string | undefined> {
  const selected = given === undefined ? explainText(editor.selection(), t) : [];
  const text = selected.length > 0 ? "" : (given ?? (await ask(editor, t)));
  if (text === undefined) return undefined;
  const found = selected.length > 0 ? selected : explainText(text, t);
  const [first] = found;
  if (first === undefined) {
    editor.tell("warning", t("There is no reply or error in this text that is known."));
    return undefined;
  }
  if (found.length === 1) {
    const meaning = joinSentences(...sentencesOf(first, t));
    editor.tell("info", meaning);
    return meaning;
  }
  const page = [`# ${t("What became of the mail")}`, ...found.map((it) => sectionOf(it, t))].join("\n\n");
  await editor.show(t("What became of the mail"), `${page}\n`);
  return page;
}

function ask(editor: Editor, t: Translate): Promise<string | undefined> {
  return editor.ask({
    title: t("Explain reply"),
    prompt: t("A server's reply, a log line or an error, such as `535 5.7.8 Error: authentication failed`"),
    problem: (answer) => (answer.trim() === "" ? t("Write a reply, a log line or an error.") : undefined),
  });
}

function sentencesOf({ delivery, explanation }: ExplainedText, t: Translate): readonly string[] {
  const outcome = delivery === undefined ? "" : outcomeOf(delivery, t);
  if (explanation === undefined) return [outcome, delivery?.reply ?? ""];
  const { code, what, whose, next, source } = explanation;
  return [outcome, code === "" ? "" : `${code}:`, what, whose, next, t("Source: {source}", { source })];
}

function sectionOf({ delivery, explanation }: ExplainedText, t: Translate): string {
  const heading = delivery === undefined ? "" : `## ${escapeMarkdown(outcomeOf(delivery, t))}`;
  const said = delivery === undefined ? "" : codeBlock(delivery.reply);
  if (explanation === undefined) return [heading, said].join("\n\n");
  const { code, what, whose, next, source } = explanation;
  const meaning = joinSentences(code === "" ? "" : `**${code}**`, what);
  return [heading, said, meaning, whose, next, t("Source: {source}", { source })].join("\n\n");
}
