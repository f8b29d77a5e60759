import type { Translate } from "../../../server/src/core/locale.ts";
import { withAccessToken } from "./accessToken.ts";
import type { AccountInfo, ServerInfo } from "./account.ts";
import { type Arrival, waitForArrival } from "./arrival.ts";
import type { Lookup } from "./connection/open.ts";
import { explainFailure, type Failure } from "./failure.ts";
import { type Login, secretsOf } from "./login.ts";
import { openMailbox } from "./mailbox.ts";
import { type HideSecrets, secretHider, transcribe, type WriteLine } from "./transcript.ts";

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
  /** `hide` is for whatever is shown of the mail: a server that knows the password may have written it there. */
  | { readonly kind: "looked"; readonly arrival: Arrival; readonly hide: HideSecrets }
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "cancelled" };

/** Looks into the mailbox for what came of a mail. Whatever goes wrong on the way is an outcome; it does not throw. */
export async function fetchArrival(job: ArrivalJob, tools: ArrivalTools): Promise<ArrivalOutcome> {
  const { account, server, ca, messageId } = job;
  const { lookup, signal, transcript, t } = tools;
  let secrets = secretsOf(job.login);
  const hear = transcribe(transcript, () => secrets);
  try {
    const login = await withAccessToken(job.login, signal);
    secrets = secretsOf(login);
    const mailbox = await openMailbox({
      server,
      login,
      ca,
      lookup,
      signal,
      hear,
    });
    try {
      const arrival = await waitForArrival(mailbox, messageId, signal);
      return { kind: "looked", arrival, hide: secretHider(secrets) };
    } finally {
      mailbox.close();
    }
  } catch (error) {
    if (signal.aborted) return { kind: "cancelled" };
    const failure = explainFailure(error, account, server, secrets, t);
    hear("network", failure.reply);
    return { kind: "failed", failure };
  }
}
