import { lookup } from "node:dns/promises";
import { type ArrivalJob, fetchArrival } from "../../../client/src/mail/fetchArrival.ts";
import { resolveLogin, resolveMailboxes } from "../../../client/src/mail/login.ts";
import { arrivalSections, sectionLines } from "../../../client/src/mail/passPage.ts";
import { readCa } from "../../../client/src/mail/prepare.ts";
import type { AcceptedMail } from "../../../client/src/mail/sendTest.ts";
import { handingOverAddress } from "../core/features/wouldPass/received.ts";
import { wouldPass } from "../core/features/wouldPass/wouldPass.ts";
import type { AccountInfo } from "../core/model/account.ts";
import { messageCrypto } from "../node/messageCrypto.ts";
import type { CommandContext } from "./context.ts";
import { UsageError } from "./io.ts";
import { environment, type MailFile, place, refuseUnprotected } from "./mailFile.ts";

/** How the mailbox of an account is looked into, before anything is sent. @throws UsageError, MissingLogin, UnusableValue */
export async function arrivalJob(
  written: AccountInfo,
  { readBeside }: MailFile,
  isInsecure: boolean,
  { io, t }: CommandContext,
): Promise<Omit<ArrivalJob, "messageId">> {
  const read = environment(io.env);
  const account = await resolveMailboxes(written, read);
  const { imap: server } = account;
  const login = server && (await resolveLogin(server.auth, read));
  if (server === undefined || login === undefined) {
    const values = { account: account.name };
    throw new UsageError(t("The account `{account}` has no IMAP server with a login. Write `imap` to fetch.", values));
  }
  if (!isInsecure) refuseUnprotected(server, t);
  return { account, server, login, ca: await readCa(server, readBeside, t) };
}

/**
 * Waits for what comes of a mail, and prints it.
 *
 * @returns whether it arrived, or a report says so
 */
export async function showArrival(
  { messageId, sender }: AcceptedMail,
  job: Omit<ArrivalJob, "messageId">,
  { path, config }: MailFile,
  { io, t }: CommandContext,
  transcript: (line: string) => void,
): Promise<boolean> {
  const { signal } = new AbortController();
  const find = (host: string) => lookup(host, { all: true });
  const outcome = await fetchArrival({ ...job, messageId }, { lookup: find, signal, transcript, t });
  if (outcome.kind === "cancelled") return false;
  if (outcome.kind === "failed") {
    const { reply, explanation, place: at } = outcome.failure;
    const lines = [t("The mailbox cannot be looked into."), reply, explanation?.what ?? "", explanation?.next ?? ""];
    io.stderr(`${place(path, at)}: ${lines.filter((it) => it !== "").join("\n")}\n`);
    return false;
  }
  const { arrival, hide } = outcome;
  const { mail, reports } = arrival;
  const message = Buffer.from(mail ?? []).toString("latin1");
  const query = { message, sender, ip: handingOverAddress(message) };
  const rows = mail ? await wouldPass({ config, query, crypto: messageCrypto, now: Date.now(), t }) : [];
  const sections = arrivalSections(
    arrival,
    rows.map(({ place: _, ...row }) => row),
    t,
    hide,
  );
  io.stdout(
    sectionLines(sections)
      .map((line) => `${line}\n`)
      .join(""),
  );
  const isLost = reports.some((it) => /^Action: *failed/im.test(Buffer.from(it).toString("latin1")));
  return !isLost && (mail !== undefined || reports.length > 0);
}
