import type { Translate } from "../../../server/src/core/locale.ts";
import { withAccessToken } from "./accessToken.ts";
import type { AccountInfo, ServerInfo } from "./account.ts";
import { type Arrival, waitForArrival } from "./arrival.ts";
import type { Lookup } from "./connection/open.ts";
import { explainFailure, type Failure } from "./failure.ts";
import { type Login, secretsOf } from "./login.ts";
import { openMailbox } from "./mailbox.ts";
import { transcribe, type WriteLine } from "./transcript.ts";

export interface ArrivalJob {
  readonly account: AccountInfo;
  /** The account's IMAP server. */
  readonly server: ServerInfo;
  readonly login: Login;
  readonly ca: string | undefined;
  /** With angle brackets. */
  readonly messageId: string;
}

export interface ArrivalTools {
  readonly lookup: Lookup;
  readonly signal: AbortSignal;
  readonly transcript: WriteLine;
  readonly t: Translate;
}

export type ArrivalOutcome =
  | { readonly kind: "looked"; readonly arrival: Arrival }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "cancelled" };

/** Looks into the mailbox for what came of a mail. Whatever goes wrong on the way is an outcome; it does not throw. */
export async function fetchArrival(job: ArrivalJob, tools: ArrivalTools): Promise<ArrivalOutcome> {
  const { account, server, ca, messageId } = job;
  const { lookup, signal, transcript, t } = tools;
  let secrets = secretsOf(job.login);
  try {
    const login = await withAccessToken(job.login, signal);
    secrets = secretsOf(login);
    const mailbox = await openMailbox({
      server,
      login,
      ca,
      lookup,
      signal,
      hear: transcribe(transcript, () => secrets),
    });
    try {
      return { kind: "looked", arrival: await waitForArrival(mailbox, messageId, signal) };
    } finally {
      mailbox.close();
    }
  } catch (error) {
    if (signal.aborted) return { kind: "cancelled" };
    return { kind: "failed", failure: explainFailure(error, account, server, secrets, t) };
  }
}
