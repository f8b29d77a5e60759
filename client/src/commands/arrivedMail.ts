import { handingOverAddress } from "../../../server/src/core/features/wouldPass/received.ts";
import type { Action, Editor } from "../editor.ts";
import type { Lookup } from "../mail/connection/open.ts";
import { fetchArrival } from "../mail/fetchArrival.ts";
import { resolveLogin, resolveMailboxes } from "../mail/login.ts";
import { arrivalSections, sectionPage } from "../mail/passPage.ts";
import { readCa, UnusableValue } from "../mail/prepare.ts";
import type { AcceptedMail } from "../mail/sendTest.ts";
import { type AccountTools, openLine, resolve } from "./accountChoice.ts";
import type { Send, SendReportTools } from "./sendReport.ts";

export interface ArrivedMailTools extends AccountTools, SendReportTools {
  readonly lookup: Lookup;
}

/** The button that looks into the account's mailbox for what came of a mail; none where it has no mailbox with a login. */
export function arrivedAction(
  editor: Editor,
  tools: ArrivedMailTools,
  send: Send,
  mail: AcceptedMail,
): readonly Action[] {
  if (send.account.imap?.auth === undefined) return [];
  return [{ title: tools.t("Fetch arrived mail"), run: () => showArrived(editor, tools, send, mail) }];
}

async function showArrived(editor: Editor, tools: ArrivedMailTools, send: Send, mail: AcceptedMail): Promise<void> {
  const { t } = tools;
  const { uri } = send;
  const account = await resolve(editor, tools, uri, () => resolveMailboxes(send.account, tools.secrets.environment));
  const server = account === "missing" ? undefined : account.imap;
  if (account === "missing" || server === undefined) return;
  const host = server.host?.value ?? "";
  const read = tools.secrets.reader(editor, host);
  const login = await resolve(editor, tools, uri, () => resolveLogin(server.auth, read));
  if (login === "missing" || login === undefined) return;
  try {
    const ca = await readCa(server, (reference) => tools.readBeside(uri, reference), t);
    const outcome = await editor.progress(t("Waiting for the mail in the mailbox at {host}", { host }), (signal) =>
      fetchArrival(
        { account, server, login, ca, messageId: mail.messageId },
        { lookup: tools.lookup, signal, transcript: tools.transcript(`${account.name}: IMAP ${host}`), t },
      ),
    );
    if (outcome.kind === "cancelled") return;
    if (outcome.kind === "failed") {
      const { reply, explanation, place } = outcome.failure;
      const sentences = [
        t("The mailbox cannot be looked into."),
        explanation?.what ?? "",
        explanation?.next ?? "",
        reply,
      ];
      editor.tell("error", sentences.filter((it) => it !== "").join(" "), [openLine(editor, uri, place, t)]);
      return;
    }
    const { arrival } = outcome;
    const message = Buffer.from(arrival.mail ?? []).toString("latin1");
    const ip = handingOverAddress(message);
    const query = { textDocument: { uri }, message, sender: mail.sender, ...(ip === undefined ? {} : { ip }) };
    const rows = arrival.mail === undefined ? [] : await tools.wouldPass(query);
    const title = t("What arrived: {account}", { account: account.name });
    const link = (place: { readonly uri: string; readonly range: Send["account"]["range"] }) =>
      `${place.uri}#L${place.range.start.line + 1}`;
    await editor.show(title, sectionPage(title, arrivalSections(arrival, rows, t), t, link, mail.messageId));
  } catch (error) {
    if (!(error instanceof UnusableValue)) throw error;
    editor.tell("error", error.message, [openLine(editor, uri, error.written.range, t)]);
  }
}
