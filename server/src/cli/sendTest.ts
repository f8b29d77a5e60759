import { addressProblem, bareAddress } from "../../../client/src/mail/address.ts";
import { opensslLine, swaksLine } from "../../../client/src/mail/byHand.ts";
import { failureHead } from "../../../client/src/mail/failure.ts";
import { resolveAccount, resolveLogin } from "../../../client/src/mail/login.ts";
import { prepareMail, senderOf } from "../../../client/src/mail/prepare.ts";
import { type ReadSecret, referencesIn } from "../../../client/src/mail/secretReference.ts";
import type { FinishedMail, TestJob, TestOutcome, TestTools } from "../../../client/src/mail/sendTest.ts";
import { type Access, sendThrough } from "../../../client/src/mail/sendThrough.ts";
import { isUnprotected } from "../../../client/src/mail/server.ts";
import type { Connect } from "../../../client/src/mail/transport.ts";
import { passLines } from "../core/features/wouldPass/lines.ts";
import type { PassRow } from "../core/features/wouldPass/report.ts";
import { wouldPass } from "../core/features/wouldPass/wouldPass.ts";
import type { Translate } from "../core/locale.ts";
import type { AccountInfo, ServerInfo } from "../core/model/account.ts";
import { clientAddress } from "../core/model/spfClient.ts";
import { messageCrypto } from "../node/messageCrypto.ts";
import { type Arguments, readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { asUsageError, chooseAccount, environment, type MailFile, openMailFile, place } from "./mailFile.ts";
import { arrivalJob, showArrival } from "./sendTestArrival.ts";

/**
 * `mailconfig send-test`: sends the test mail of a config through one of its accounts, with the same module and the same
 * words as the editor. Secrets come from the environment only.
 *
 * Before it goes out, a table says whether it would pass SPF, DKIM and DMARC, as far as the zone files tell.
 *
 * With `--fetch` it waits for what comes of it in the mailbox under `imap`.
 *
 * @returns 0 accepted, with `--fetch` also arrived, with `--dry-run` nothing known that fails; 1 not so
 */
export async function sendTest(args: readonly string[], context: CommandContext, connect?: Connect): Promise<ExitCode> {
  const { io, t } = context;
  const given = readArguments("send-test", args, t);
  const opened = openMailFile(given.positionals, context);
  const read = environment(io.env);
  const ip = given.value("ip");
  if (ip !== undefined && !clientAddress(ip)) throw new UsageError(t("`{text}` is no IP address.", { text: ip }));
  try {
    const account = await resolveAccount(choose(opened, given.value("account"), t), read);
    const { smtp: server } = account;
    if (server === undefined || (server.host?.value ?? "") === "") {
      throw new UsageError(
        t("The account `{account}` names no SMTP host. Write `smtp.host`.", { account: account.name }),
      );
    }
    const isDry = given.has("dry-run");
    if (isDry && given.has("fetch")) throw new UsageError(t("`--dry-run` sends nothing that `--fetch` could find."));
    const mailbox = given.has("fetch") ? await arrivalJob(account, opened, given.has("insecure"), context) : undefined;
    const transcript = (line: string) => given.has("transcript") && io.stderr(`${line}\n`);
    let rows: readonly PassRow[] = [];
    const job = await prepare(account, server, opened, given, context);
    const tools: TestTools = {
      connect: connect ?? (await import("../../../client/src/mail/connect.ts")).connect,
      signal: new AbortController().signal,
      transcript,
      t,
      now: Date.now,
      inspect: async (mail) => {
        rows = await passRows(mail, server, opened, given, t);
        const write = isDry ? io.stdout : io.stderr;
        for (const line of passLines(rows, (at) => place(at.path, at.range))) write(`${line}\n`);
        return !isDry;
      },
    };
    const standBy = (it: ServerInfo) => access(account, it, opened, read, t);
    const { outcome, server: used } = await sendThrough(job, tools, standBy, given.has("insecure"));
    if (isDry && outcome.kind === "cancelled") {
      printByHand(job, context);
      return rows.some(fails) ? 1 : 0;
    }
    const code = report(outcome, { path: opened.path, server: used, to: job.to }, context);
    if (outcome.kind !== "accepted" || mailbox === undefined) return code;
    return (await showArrival(outcome, mailbox, opened, context, transcript)) ? 0 : 1;
  } catch (error) {
    throw asUsageError(error, opened.path, t);
  }
}

/** The same mail for other programs, which ask for the password themselves. */
function printByHand({ account, server, login, to }: TestJob, { io, t }: CommandContext): void {
  const subject = account.test.subject?.value ?? t("Mailconfig test mail");
  const from = bareAddress(senderOf(account, login));
  const mail = { server, username: login?.username ?? "", from, to: bareAddress(to), subject };
  const lines = [swaksLine(mail), opensslLine(server)].filter((it) => it !== undefined);
  if (lines.length > 0) io.stdout(`\n${t("The same by hand:")}\n${lines.join("\n")}\n`);
}

/** Nothing for a file without zones: nobody could tell anything. */
async function passRows(
  { raw, sender }: FinishedMail,
  server: ServerInfo,
  { config }: MailFile,
  given: Arguments,
  t: Translate,
): Promise<readonly PassRow[]> {
  const message = Buffer.from(raw).toString("latin1");
  const query = { message, sender, ip: given.value("ip"), host: server.host?.value };
  const rows = await wouldPass({ config, query, crypto: messageCrypto, now: Date.now(), t });
  return given.has("dry-run") || config.file.documents.some(({ zones }) => zones.length > 0) ? rows : [];
}

/** DMARC decides where there is a policy; one check may fail while the other passes. */
function fails({ check, result }: PassRow, _at: number, rows: readonly PassRow[]): boolean {
  const hasPolicy = rows.some((it) => it.check === "dmarc" && it.result !== "none");
  return (check === "dmarc" || !hasPolicy) && ["fail", "softfail", "permerror"].includes(result);
}

function choose({ accounts }: MailFile, name: string | undefined, t: Translate): AccountInfo {
  const missing = {
    any: t("No account of this file has an SMTP server. Write one under `accounts`."),
    named: (account: string) => t("There is no account `{account}` with an SMTP server.", { account }),
  };
  return chooseAccount(
    accounts.filter(({ smtp }) => smtp !== undefined),
    name,
    missing,
    t,
  );
}

async function prepare(
  account: AccountInfo,
  server: ServerInfo,
  opened: MailFile,
  given: Arguments,
  { io, t }: CommandContext,
) {
  const to = given.value("to") ?? account.test.to?.value ?? "";
  if (to === "") throw new UsageError(t("The file names no recipient. Write `test.to`, or give `--to`."));
  const problem = addressProblem(to, t);
  if (problem !== undefined) throw new UsageError(problem);
  for (const { severity, message, code, range } of opened.findings) {
    const isOurs = range.start.line >= account.range.start.line && range.end.line <= account.range.end.line;
    if (!isOurs || (severity !== "error" && severity !== "warning")) continue;
    io.stderr(`${place(opened.path, range)} ${severity} ${message} [${code}]\n`);
  }
  if (isUnprotected(server) && !given.has("insecure")) {
    throw new UsageError(t("The file turns off the check of the certificate. Give `--insecure` to send all the same."));
  }
  const read = environment(io.env);
  const readSecret = given.has("dry-run") ? withoutSecrets(read, server) : read;
  return { account, server, to, ...(await access(account, server, opened, readSecret, t)) };
}

/** Where nobody logs in, what the environment lacks is no fault; but the user's name may be the sender's. */
function withoutSecrets(read: ReadSecret, { auth }: ServerInfo): ReadSecret {
  const ofUsername = referencesIn(auth?.username?.value ?? "");
  return async (reference) => {
    const isNeeded = ofUsername.some(({ kind, name }) => kind === reference.kind && name === reference.name);
    return (await read(reference)) ?? (isNeeded ? undefined : "-");
  };
}

/** @throws MissingLogin, UnusableValue */
async function access(
  account: AccountInfo,
  server: ServerInfo,
  { readBeside }: MailFile,
  read: ReadSecret,
  t: Translate,
): Promise<Access> {
  const login = await resolveLogin(server.auth, read);
  return { login, files: await prepareMail(account, server, login, readBeside, t) };
}

function report(
  outcome: TestOutcome,
  { path, server, to }: { readonly path: string; readonly server: ServerInfo; readonly to: string },
  { io, t }: CommandContext,
): ExitCode {
  const host = server.host?.value ?? "";
  if (outcome.kind === "accepted") {
    io.stdout(`${t("Accepted by {host} for {address}.", { host, address: bareAddress(to) })}\n`);
    io.stdout(`${outcome.reply}\n${outcome.messageId}\n`);
    for (const note of outcome.notes) io.stderr(`${note}\n`);
    return 0;
  }
  if (outcome.kind === "cancelled") return 1;
  for (const note of outcome.notes ?? []) io.stderr(`${note}\n`);
  const { reply, explanation, place: at } = outcome.failure;
  const refused = failureHead(outcome.failure, server, t);
  const meaning = explanation === undefined ? [] : [explanation.what, explanation.whose, explanation.next];
  io.stderr([`${place(path, at)}: ${refused}`, reply, ...meaning].map((line) => `${line}\n`).join(""));
  return 1;
}
