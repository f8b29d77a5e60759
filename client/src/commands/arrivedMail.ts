import { handingOverAddress } from "../../../server/src/core/features/wouldPass/received.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import { type Action, type Editor, linkToPlace } from "../editor.ts";
import type { Lookup } from "../mail/connection/open.ts";
import { fetchArrival } from "../mail/fetchArrival.ts";
import { resolveLogin, resolveMailboxes } from "../mail/login.ts";
import { arrivalSections, sectionPage } from "../mail/passPage.ts";
import { readCa, requireToken } from "../mail/prepare.ts";
import type { AcceptedMail } from "../mail/sendTest.ts";
import { isUnprotected } from "../mail/server.ts";
import { type AccountTools, confirmUnprotected, resolve, secretsFor, signedIn } from "./accountChoice.ts";
import { openLine } from "./configChoice.ts";
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
  const access = await resolve(editor, tools, uri, () => mailboxOf(editor, tools, send));
  if (access === "missing" || access === undefined) return;
  const { account, host } = access;
  const outcome = await editor.progress(t("Waiting for the mail in the mailbox at {host}", { host }), (signal) =>
    fetchArrival(
      { ...access, messageId: mail.messageId },
      { lookup: tools.lookup, signal, transcript: tools.transcript(`${account.name}: IMAP ${host}`), t },
    ),
  );
  if (outcome.kind === "cancelled") return;
  if (outcome.kind === "failed") {
    const { reply, explanation, place } = outcome.failure;
    const failed = t("The mailbox cannot be looked into.");
    const sentence = joinSentences(failed, explanation?.what ?? "", explanation?.next ?? "", reply);
    editor.tell("error", sentence, [openLine(editor, uri, place, t)]);
    return;
  }
  const { arrival, hide } = outcome;
  const message = Buffer.from(arrival.mail ?? []).toString("latin1");
  const ip = handingOverAddress(message);
  const query = { textDocument: { uri }, message, sender: mail.sender, ...(ip === undefined ? {} : { ip }) };
  const rows = arrival.mail === undefined ? [] : await tools.wouldPass(query);
  const title = t("What arrived: {account}", { account: account.name });
  const sections = arrivalSections(arrival, rows, t, hide);
  await editor.show(title, sectionPage(title, sections, t, linkToPlace, mail.messageId));
}

/** The account's mailbox with its login; `undefined` where it has none, or the user would rather not log in. */
async function mailboxOf(editor: Editor, tools: ArrivedMailTools, { uri, account: written }: Send) {
  const account = await resolveMailboxes(written, tools.secrets.environment);
  const { imap: server } = account;
  const resolved = server && (await resolveLogin(server.auth, secretsFor(editor, tools, server)));
  if (server === undefined || resolved === undefined) return undefined;
  if (isUnprotected(server) && !(await confirmUnprotected(editor, tools))) return undefined;
  const login = await signedIn(tools, server, resolved);
  requireToken(server, login, tools.t);
  const ca = await readCa(server, (reference) => tools.readBeside(uri, reference), tools.t);
  return { account, server, login, ca, host: server.host?.value ?? "" };
}
