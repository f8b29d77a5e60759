import type { Translate } from "../../../server/src/core/locale.ts";
import { redact } from "../../../server/src/core/redact.ts";
import type { AccountInfo, ServerInfo } from "./account.ts";
import { bareAddress } from "./address.ts";
import { decodeReply } from "./decodeReply.ts";
import { explainFailure, type Failure } from "./failure.ts";
import { type Login, secretsOf } from "./login.ts";
import { secretForms, transcriptLog, type WriteLine } from "./transcript.ts";
import { type Connect, send, testMail, transportOptions } from "./transport.ts";

export interface TestJob {
  readonly account: AccountInfo;
  readonly server: ServerInfo;
  readonly login: Login | undefined;
  /** One address. */
  readonly to: string;
  /** Certificates in PEM that are trusted instead of the machine's. */
  readonly ca?: string | undefined;
}

/** Ways out of the program; tests give their own. */
export interface TestTools {
  readonly connect: Connect;
  readonly signal: AbortSignal;
  readonly transcript: WriteLine;
  readonly t: Translate;
}

export type TestOutcome =
  | {
      readonly kind: "accepted";
      /** The server's last words, redacted. */
      readonly reply: string;
      readonly messageId: string;
      /** The server offered no AUTH, so the login was not tried. */
      readonly isLoginUntested: boolean;
    }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "cancelled" };

/** Sends the account's test mail. Whatever goes wrong on the way is an outcome; it does not throw. */
export async function sendTest(job: TestJob, { connect, signal, transcript, t }: TestTools): Promise<TestOutcome> {
  const { account, server, login, to, ca } = job;
  const secrets = secretsOf(login);
  const { subject, text, dsn, readReceipt } = account.test;
  const wanted = { subject: subject?.value, text: text?.value, dsn: dsn?.value, readReceipt: readReceipt?.value };
  try {
    const log = transcriptLog(transcript, () => secrets);
    const transport = connect(transportOptions(server, login, { ca, log }));
    const mail = testMail(senderOf(account, login), to, wanted, t);
    const sent = await send(transport, mail, signal);
    const reply = redact(decodeReply(sent.response), secretForms(secrets));
    const isLoginUntested =
      login !== undefined && sent.ehlo !== undefined && !sent.ehlo.some((it) => /^AUTH\b/i.test(it));
    return { kind: "accepted", reply, messageId: sent.messageId, isLoginUntested };
  } catch (error) {
    if (signal.aborted) return { kind: "cancelled" };
    const failure = explainFailure(error, account, server, secrets, t);
    transcript(`* ${failure.reply}`);
    return { kind: "failed", failure };
  }
}

/** `from`, else the login where it is an address; `""` where neither says who sends. */
export function senderOf(account: AccountInfo, login: Login | undefined): string {
  const from = account.from?.value ?? "";
  if (bareAddress(from) !== "") return from;
  return login?.username.includes("@") ? login.username : "";
}
