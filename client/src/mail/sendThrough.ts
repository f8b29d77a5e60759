import type { ServerInfo } from "./account.ts";
import { sendTest, type TestJob, type TestOutcome, type TestTools } from "./sendTest.ts";
import { addressOf, isUnprotected } from "./server.ts";
import { withFallbacks } from "./standIn.ts";

/** What a server needs beside what the file says of it. */
export type Access = Pick<TestJob, "login" | "files">;

/** How a mail ended, at which server and with whose login. */
export interface Passage extends Pick<TestJob, "login"> {
  readonly server: ServerInfo;
  readonly outcome: TestOutcome;
}

/**
 * Sends the account's test mail through its first server; where that cannot be reached or refuses for the moment, through the
 * stand-bys in their order (RFC 5321 §4.5.4.1 asks for the same of mail exchangers). A refusal for good is the answer of the
 * account, and nobody else is asked; nor where the message went out and its reply was lost, since it would come twice.
 *
 * @param access of a stand-by; `undefined` where the user gave up on it
 * @param allowsUnverified whether a stand-by may be used whose certificate the file does not want checked
 */
export async function sendThrough(
  job: TestJob,
  tools: TestTools,
  access: (standBy: ServerInfo) => Promise<Access | undefined>,
  allowsUnverified: boolean,
): Promise<Passage> {
  const { t, transcript } = tools;
  let passage: Passage = { server: job.server, login: job.login, outcome: await sendTest(job, tools) };
  const missed: string[] = [];
  for (const server of withFallbacks(job.account).slice(1)) {
    const { outcome } = passage;
    if (outcome.kind !== "failed" || !outcome.failure.isUnreached || tools.signal.aborted) break;
    const names = { host: addressOf(passage.server), other: addressOf(server) };
    if (isUnprotected(server) && !allowsUnverified) {
      missed.push(t("The stand-by {other} was left out, because its certificate would not be checked.", names));
      continue;
    }
    const given = (server.host?.value ?? "") === "" ? undefined : await access(server);
    if (given === undefined) continue;
    missed.push(t("{host} could not be used, so the mail went to the stand-by {other}.", names));
    transcript(`* ${outcome.failure.explanation?.what ?? outcome.failure.reply}`);
    transcript(`* ${addressOf(server)}, ${server.security.value}`);
    passage = { server, login: given.login, outcome: await sendTest({ ...job, ...given, server }, tools) };
  }
  return { ...passage, outcome: withNotes(passage.outcome, missed) };
}

function withNotes(outcome: TestOutcome, notes: readonly string[]): TestOutcome {
  if (outcome.kind === "cancelled" || notes.length === 0) return outcome;
  if (outcome.kind === "failed") return { ...outcome, notes };
  return { ...outcome, notes: [...notes, ...outcome.notes] };
}
