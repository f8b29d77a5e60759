import { addressProblem, bareAddress } from "../../../client/src/mail/address.ts";
import { resolveAccount, resolveLogin } from "../../../client/src/mail/login.ts";
import { prepareMail } from "../../../client/src/mail/prepare.ts";
import { sendTest as send, type TestOutcome } from "../../../client/src/mail/sendTest.ts";
import type { Connect } from "../../../client/src/mail/transport.ts";
import type { Translate } from "../core/locale.ts";
import type { AccountInfo, ServerInfo } from "../core/model/account.ts";
import { type Arguments, readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { asUsageError, environment, type MailFile, openMailFile, place } from "./mailFile.ts";

const OPTIONS = {
  account: "string",
  to: "string",
  insecure: "boolean",
  transcript: "boolean",
  lang: "string",
} as const;

/**
 * `mailconfig send-test`: sends the test mail of a config through one of its accounts, with the same module and the same
 * words as the editor. Secrets come from the environment only.
 *
 * @returns 0 accepted, 1 not accepted
 */
export async function sendTest(args: readonly string[], context: CommandContext, connect?: Connect): Promise<ExitCode> {
  const { io, t } = context;
  const given = readArguments(args, OPTIONS, t);
  const opened = openMailFile(given.positionals, context);
  const read = environment(io.env);
  try {
    const account = await resolveAccount(choose(opened.accounts, given.value("account"), t), read);
    const { smtp: server } = account;
    if (server === undefined || (server.host?.value ?? "") === "") {
      throw new UsageError(
        t("The account `{account}` names no SMTP host. Write `smtp.host`.", { account: account.name }),
      );
    }
    const job = await prepare(account, server, opened, given, context);
    const outcome = await send(job, {
      connect: connect ?? (await import("../../../client/src/mail/connect.ts")).connect,
      signal: new AbortController().signal,
      transcript: (line) => given.has("transcript") && io.stderr(`${line}\n`),
      t,
      now: Date.now,
    });
    return report(outcome, { path: opened.path, server, to: job.to }, context);
  } catch (error) {
    throw asUsageError(error, opened.path, t);
  }
}

function choose(accounts: readonly AccountInfo[], name: string | undefined, t: Translate): AccountInfo {
  const able = accounts.filter(({ smtp }) => smtp !== undefined);
  const [first, ...others] = name === undefined ? able : able.filter((it) => it.name === name);
  if (first === undefined && name !== undefined) {
    throw new UsageError(t("There is no account `{account}` with an SMTP server.", { account: name }));
  }
  if (first === undefined)
    throw new UsageError(t("No account of this file has an SMTP server. Write one under `accounts`."));
  if (others.length > 0) {
    const names = able.map((it) => it.name).join(", ");
    throw new UsageError(`${t("The file has several accounts. Choose one with `--account`.")} (${names})`);
  }
  return first;
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
  const { rejectUnauthorized } = server.tls;
  if (rejectUnauthorized?.value === false && server.security.value !== "none" && !given.has("insecure")) {
    throw new UsageError(t("The file turns off the check of the certificate. Give `--insecure` to send all the same."));
  }
  const login = await resolveLogin(server.auth, environment(io.env));
  return { account, server, login, to, files: await prepareMail(account, server, login, opened.readBeside, t) };
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
  const { reply, explanation, place: at } = outcome.failure;
  const refused = t("{host} did not take the mail.", { host: `${host}:${server.port.value}` });
  const meaning = explanation === undefined ? [] : [explanation.what, explanation.whose, explanation.next];
  io.stderr([`${place(path, at)}: ${refused}`, reply, ...meaning].map((line) => `${line}\n`).join(""));
  return 1;
}
