import type { Translate } from "../../../server/src/core/locale.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import type { AccountInfo, ServerInfo, WouldPassResult } from "../../../server/src/protocol.ts";
import type { Action, Editor } from "../editor.ts";
import { addressProblem, bareAddress } from "../mail/address.ts";
import { failureHead } from "../mail/failure.ts";
import { resolveAccount, resolveLogin } from "../mail/login.ts";
import { prepareMail, type ReadBeside, senderOf } from "../mail/prepare.ts";
import { referencesIn } from "../mail/secretReference.ts";
import { recordOf } from "../mail/sendRecord.ts";
import type { FinishedMail, TestOutcome } from "../mail/sendTest.ts";
import { type Access, sendThrough } from "../mail/sendThrough.ts";
import { addressOf } from "../mail/server.ts";
import type { Connect } from "../mail/transport.ts";
import { resolve, secretsFor, signedIn } from "./accountChoice.ts";
import { type ArrivedMailTools, arrivedAction } from "./arrivedMail.ts";
import { chooseAccount, chooseExistingConfig, openLine } from "./configChoice.ts";
import { type AccountFinding, confirmFindings } from "./confirmFindings.ts";
import { confirmPass, judge, reportActions, type Send, verdictOf } from "./sendReport.ts";

/** What the command needs beside the editor. */
export interface MailTools extends ArrivedMailTools {
  readonly connect: Connect;
  findings(uri: string): Promise<readonly AccountFinding[]>;
}

/** An account that can send, with what is asked before. */
interface Chosen {
  readonly uri: string;
  readonly account: AccountInfo;
  readonly server: ServerInfo;
  readonly host: string;
}

/**
 * The command “Mailconfig: Send test mail”. Tells the outcome to the user and never throws for what a file or a server says.
 *
 * @param uri of the config, from the code lens; asked where it is absent
 * @returns `undefined` where nothing was sent
 */
export async function sendTestMail(
  editor: Editor,
  tools: MailTools,
  uri?: string,
  accountName?: string,
): Promise<TestOutcome | undefined> {
  const { t } = tools;
  if (!editor.isTrusted) {
    editor.tell("error", t("Sending mail needs a trusted workspace, because its files name the server and the login."));
    return undefined;
  }
  const chosen = await choose(editor, tools, uri, accountName);
  if (chosen === undefined) return undefined;
  const to = await askRecipient(editor, chosen, t);
  if (to === undefined) return undefined;
  const findings = await tools.findings(chosen.uri);
  if (!(await confirmFindings(editor, chosen.uri, chosen.account, findings, t))) return undefined;
  return deliver(editor, tools, chosen, to);
}

/** Login and files for a server; `undefined` where the user gave up, or has been told what is missing. */
async function accessTo(editor: Editor, tools: MailTools, chosen: Chosen): Promise<Access | undefined> {
  const { uri, account, server } = chosen;
  const access = await resolve(editor, tools, uri, async () => {
    const resolved = await resolveLogin(server.auth, secretsFor(editor, tools, server));
    const login = resolved && (await signedIn(tools, server, resolved));
    const read: ReadBeside = (reference) => tools.readBeside(uri, reference);
    return { login, files: await prepareMail(account, server, login, read, tools.t) };
  });
  return access === "missing" ? undefined : access;
}

async function choose(
  editor: Editor,
  tools: MailTools,
  givenUri: string | undefined,
  name: string | undefined,
): Promise<Chosen | undefined> {
  const { t } = tools;
  const uri = givenUri ?? (await chooseExistingConfig(editor, tools));
  if (uri === undefined) return undefined;
  const accounts = (await tools.accounts(uri)).filter(({ smtp }) => smtp !== undefined);
  if (accounts.length === 0) {
    editor.tell("warning", t("No account of this file has an SMTP server. Write one under `accounts`."));
    return undefined;
  }
  const written = await chooseAccount(editor, accounts, name, t("Send through which account?"));
  if (written === undefined) return undefined;
  const account = await resolve(editor, tools, uri, () => resolveAccount(written, tools.secrets.environment));
  if (account === "missing") return undefined;
  const { smtp: server } = account;
  const host = server?.host?.value ?? "";
  if (server !== undefined && host !== "") return { uri, account, server, host };
  const actions = [openLine(editor, uri, account.nameRange, t)];
  editor.tell(
    "error",
    t("The account `{account}` names no SMTP host. Write `smtp.host`.", { account: account.name }),
    actions,
  );
  return undefined;
}

async function askRecipient(editor: Editor, { account, host }: Chosen, t: Translate): Promise<string | undefined> {
  const answer = await editor.ask({
    title: t("Send test mail"),
    prompt: t("Recipient of the test mail through {host}", { host }),
    value: account.test.to?.value ?? bareAddress(account.from?.value ?? ""),
    problem: (value) => addressProblem(value, t),
  });
  // The box checks what is typed; what comes another way is checked here.
  return answer === undefined || addressProblem(answer, t) !== undefined ? undefined : answer;
}

async function deliver(editor: Editor, tools: MailTools, chosen: Chosen, to: string): Promise<TestOutcome | undefined> {
  const { t, connect } = tools;
  const { uri, account, server, host } = chosen;
  const access = await accessTo(editor, tools, chosen);
  if (access === undefined) return undefined;
  const title = `${account.name}: ${addressOf(server)}, ${server.security.value}, ${to}`;
  let rows: WouldPassResult = [];
  const inspect = async (mail: FinishedMail) => {
    rows = await judge(tools, uri, server, mail);
    return confirmPass(editor, rows, t);
  };
  const passage = await editor.progress(t("Sending a test mail through {host}", { host }), (signal) =>
    sendThrough(
      { account, server, ...access, to },
      { connect, signal, t, transcript: tools.transcript(title), now: Date.now, inspect },
      (standBy) => accessTo(editor, tools, { ...chosen, server: standBy, host: standBy.host?.value ?? "" }),
      false,
    ),
  );
  const { outcome, login } = passage;
  const from = senderOf(account, login);
  const send: Send = {
    uri,
    account,
    server: passage.server,
    username: login?.username ?? "",
    from,
    to,
    rows,
    outcome,
  };
  tellOutcome(editor, tools, send, () => deliver(editor, tools, chosen, to));
  return outcome;
}

/** @param again sends the same mail once more */
function tellOutcome(editor: Editor, tools: MailTools, send: Send, again: () => Promise<unknown>): void {
  const { t, records } = tools;
  const { server, uri, to, outcome, rows } = send;
  const host = server.host?.value ?? "";
  const show: Action = { title: t("Show transcript"), run: tools.showTranscript };
  const verdict = verdictOf(rows);
  const record = recordOf(outcome, verdict);
  if (outcome.kind === "cancelled" || record === undefined) {
    editor.tell("info", t("Sending was cancelled."), [show]);
    return;
  }
  const key = `${uri} ${send.account.name} ${addressOf(server)}`;
  const last = records.get(key);
  records.set(key, record);
  const more = [...reportActions(editor, tools, send, record, last), { title: t("Send again"), run: again }];
  if (outcome.kind === "accepted") {
    const { reply, messageId: id, notes } = outcome;
    const accepted = t("Accepted by {host} for {address}.", { host, address: bareAddress(to) });
    const judged = verdict === "" ? "" : t("By your zone files: {verdict}.", { verdict });
    const words = t("Reply: {reply}", { reply });
    const text = joinSentences(accepted, ...notes, judged, `${words} · ${t("Message ID: {id}", { id })}`);
    editor.tell(notes.length === 0 ? "info" : "warning", text, [
      show,
      ...arrivedAction(editor, tools, send, outcome),
      ...more,
    ]);
    return;
  }
  const { failure, notes = [] } = outcome;
  const { reply, explanation, place } = failure;
  const refused = failureHead(failure, server, t);
  const words = reply === "" ? "" : t("Reply: {reply}", { reply });
  const meaning = explanation === undefined ? [] : [explanation.what, explanation.next];
  const forget = askAgain(tools, server, failure.part, editor);
  editor.tell("error", joinSentences(...notes, refused, ...meaning, words), [
    openLine(editor, uri, place, t),
    show,
    ...forget,
    ...more,
  ]);
}

/** After a refused login: the stored secrets are forgotten, and the next try asks for them. */
function askAgain({ t, secrets }: MailTools, server: ServerInfo, part: string, editor: Editor): readonly Action[] {
  const names = Object.values(server.auth ?? {})
    .flatMap((it) => ("value" in it ? referencesIn(it.value) : []))
    .filter(({ kind }) => kind === "secret");
  if (part !== "password" || names.length === 0) return [];
  const host = server.host?.value ?? "";
  const forget = async () => {
    for (const { name } of names) await secrets.forget(name, host);
    editor.tell("info", t("The stored secret is forgotten. The next test mail asks for it."));
  };
  return [{ title: t("Forget stored secret"), run: forget }];
}
