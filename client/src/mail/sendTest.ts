import type { Translate } from "../../../server/src/core/locale.ts";
import { redact } from "../../../server/src/core/redact.ts";
import { withAccessToken } from "./accessToken.ts";
import type { AccountInfo, ServerInfo } from "./account.ts";
import { decodeReply } from "./decodeReply.ts";
import { signMessage } from "./dkimSign.ts";
import { explainFailure, type Failure, hasReply, LostReply } from "./failure.ts";
import { limitsOf } from "./limits.ts";
import { type Login, secretsOf } from "./login.ts";
import { composeMessage } from "./message.ts";
import { type MailFiles, senderOf } from "./prepare.ts";
import { watchReplies } from "./replyWatch.ts";
import { secretForms, transcriptLog, type WriteLine } from "./transcript.ts";
import { type Connect, type SentMail, send, transportOptions } from "./transport.ts";

export interface TestJob {
  readonly account: AccountInfo;
  readonly server: ServerInfo;
  readonly login: Login | undefined;
  /** One address. */
  readonly to: string;
  readonly files: MailFiles;
}

/** Ways out of the program; tests give their own. */
export interface TestTools {
  readonly connect: Connect;
  readonly signal: AbortSignal;
  readonly transcript: WriteLine;
  readonly t: Translate;
  /** Milliseconds since 1970. */
  now(): number;
  /** Looks at the mail before it goes out; `false` keeps it back. */
  inspect?(mail: FinishedMail): Promise<boolean>;
}

/** A mail as it goes out. */
export interface FinishedMail {
  readonly raw: Uint8Array;
  /** MAIL FROM. */
  readonly sender: string;
}

export interface AcceptedMail {
  readonly kind: "accepted";
  /** The server's last words, redacted. */
  readonly reply: string;
  readonly messageId: string;
  /** The message as it went out. */
  readonly raw: Uint8Array;
  /** MAIL FROM. */
  readonly sender: string;
  readonly tls: SentMail["tls"];
  readonly timing: SentMail["timing"];
  /** What the server offers after EHLO. */
  readonly offers: readonly string[];
  /** What the user should know although the mail was taken, a sentence each. */
  readonly notes: readonly string[];
}

export type TestOutcome =
  | AcceptedMail
  | {
      readonly kind: "failed";
      readonly failure: Failure;
      /** What happened before, a sentence each. */
      readonly notes?: readonly string[];
    }
  | { readonly kind: "cancelled" };

/** Sends the account's test mail. Whatever goes wrong on the way is an outcome; it does not throw. */
export async function sendTest(job: TestJob, tools: TestTools): Promise<TestOutcome> {
  const { account, server, files } = job;
  const { signal, transcript, t } = tools;
  let secrets = secretsOf(job.login);
  const watch = watchReplies(
    transcriptLog(transcript, () => secrets),
    limitsOf(server).socket,
  );
  try {
    const login = job.login && (await withAccessToken(job.login, signal));
    secrets = secretsOf(login);
    const transport = tools.connect(transportOptions(server, login, { ca: files.ca, log: watch.log }));
    const sender = senderOf(account, login);
    const message = await composeMessage(account, sender, job.to, files.attachments, t);
    const raw = signMessage(message.raw, files.keys, tools.now());
    if (tools.inspect && !(await tools.inspect({ raw, sender: message.envelope.from }))) return { kind: "cancelled" };
    const sent = await send(transport, {
      envelope: message.envelope,
      raw,
      signal: AbortSignal.any([signal, watch.signal]),
    });
    const reply = redact(decodeReply(sent.response), secretForms(secrets));
    const { messageId, envelope } = message;
    const notes = notesOf(job, sent, t);
    return {
      kind: "accepted",
      reply,
      messageId,
      raw,
      sender: envelope.from,
      tls: sent.tls,
      timing: sent.timing,
      offers: sent.ehlo ?? [],
      notes,
    };
  } catch (error) {
    const isUndecided = watch.hasMessageOut && !hasReply(error);
    // Who cancels that late has sent the mail perhaps, and is told so.
    if (signal.aborted && !isUndecided) return { kind: "cancelled" };
    const failure = explainFailure(isUndecided ? new LostReply(error) : error, account, server, secrets, t);
    transcript(`* ${failure.reply}`);
    return { kind: "failed", failure };
  } finally {
    watch.stop();
  }
}

function notesOf({ login, account, files }: TestJob, { ehlo }: SentMail, t: Translate): readonly string[] {
  const offers = (word: RegExp) => ehlo === undefined || ehlo.some((it) => word.test(it));
  const notes = files.unusedKeys.map(({ message }) => message);
  if (login !== undefined && !offers(/^AUTH\b/i)) {
    notes.push(t("The server offered no login, so user name and password were not tested."));
  }
  if (account.test.dsn !== undefined && !offers(/^DSN\b/i)) {
    notes.push(t("The server does not offer DSN, so no delivery report was asked for."));
  }
  return notes;
}
