import { lookup } from "node:dns/promises";
import { reportLines, verdict } from "../../../client/src/mail/connection/page.ts";
import { hasFailed } from "../../../client/src/mail/connection/report.ts";
import {
  type Destination,
  serversOf,
  testConnection as test,
} from "../../../client/src/mail/connection/testConnection.ts";
import { resolveAccount, resolveLogin, resolveMailboxes } from "../../../client/src/mail/login.ts";
import { readCa } from "../../../client/src/mail/prepare.ts";
import type { AccountInfo } from "../core/model/account.ts";
import { type Arguments, readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { asUsageError, environment, type MailFile, openMailFile, place, refuseUnprotected } from "./mailFile.ts";

/**
 * `mailconfig test-connection`: goes the whole way to the servers of one account or of all, up to the login, and sends
 * nothing. Secrets come from the environment only.
 *
 * @returns 0 all passed, 1 a server failed
 */
export async function testConnection(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, t } = context;
  const given = readArguments("test-connection", args, t);
  const opened = openMailFile(given.positionals, context);
  let isBad = false;
  try {
    for (const written of choose(opened, given, context)) {
      const read = environment(io.env);
      const account = await resolveMailboxes(await resolveAccount(written, read), read);
      const report = await test(account, await destinationsOf(account, opened, given, context), {
        lookup: (host) => lookup(host, { all: true }),
        signal: new AbortController().signal,
        transcript: (line) => given.has("transcript") && io.stderr(`${line}\n`),
        now: Date.now,
        t,
      });
      const lines = reportLines(report, Date.now(), t, (range) => place(opened.path, range));
      io.stdout([...lines, verdict(report, t), ""].join("\n"));
      isBad ||= hasFailed(report);
    }
    return isBad ? 1 : 0;
  } catch (error) {
    throw asUsageError(error, opened.path, t);
  }
}

function choose({ accounts }: MailFile, given: Arguments, { t }: CommandContext): readonly AccountInfo[] {
  const name = given.value("account");
  const able = accounts.filter((it) => serversOf(it).length > 0 && (name === undefined || it.name === name));
  if (able.length > 0) return able;
  throw new UsageError(
    name === undefined
      ? t("No account of this file names a server.")
      : t("There is no account `{account}` with a server.", { account: name }),
  );
}

/** Logins and certificates of all servers, before the first one is spoken to. @throws UsageError, MissingLogin, UnusableValue */
async function destinationsOf(
  account: AccountInfo,
  { readBeside }: MailFile,
  given: Arguments,
  { io, t }: CommandContext,
): Promise<readonly Destination[]> {
  const found: Destination[] = [];
  for (const { server, isFailover } of serversOf(account)) {
    if (!given.has("insecure")) refuseUnprotected(server, t);
    const login = await resolveLogin(server.auth, environment(io.env));
    found.push({ server, isFailover, login, ca: await readCa(server, readBeside, t) });
  }
  return found;
}
