import { resolve } from "node:path";
import { addressProblem, bareAddress } from "../../../client/src/mail/address.ts";
import { MissingLogin, resolveAccount, resolveLogin } from "../../../client/src/mail/login.ts";
import { prepareMail, type ReadBeside, UnusableValue } from "../../../client/src/mail/prepare.ts";
import type { ReadSecret } from "../../../client/src/mail/secretReference.ts";
import { sendTest as send, type TestOutcome } from "../../../client/src/mail/sendTest.ts";
import type { Connect } from "../../../client/src/mail/transport.ts";
import type { Finding } from "../core/engine/finding.ts";
import { accountsOf } from "../core/features/config/accounts.ts";
import type { Translate } from "../core/locale.ts";
import type { AccountInfo, ServerInfo } from "../core/model/account.ts";
import { redact } from "../core/redact.ts";
import type { Range } from "../core/text/span.ts";
import { type Arguments, readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { readContent } from "./fileContent.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { createWorkspace } from "./workspace.ts";

const OPTIONS = {
  account: "string",
  to: "string",
  insecure: "boolean",
  transcript: "boolean",
  lang: "string",
} as const;

interface Opened {
  readonly path: string;
  readonly accounts: readonly AccountInfo[];
  readonly findings: readonly Finding[];
  readonly readBeside: ReadBeside;
}

/**
 * `mailconfig send-test`: sends the test mail of a config through one of its accounts, with the same module and the same
 * words as the editor. Secrets come from the environment only.
 *
 * @returns 0 accepted, 1 not accepted
 */
export async function sendTest(args: readonly string[], context: CommandContext, connect?: Connect): Promise<ExitCode> {
  const { io, t } = context;
  const given = readArguments(args, OPTIONS, t);
  const [path, ...others] = given.positionals;
  if (path === undefined || others.length > 0) throw new UsageError(t("Name one `.mailconfig.yaml`."));
  const opened = open(path, context);
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
    if (error instanceof UnusableValue) {
      throw new UsageError(`${place(opened.path, error.written.range)}: ${error.message}`);
    }
    if (!(error instanceof MissingLogin)) throw error;
    throw new UsageError(`${place(opened.path, error.written.range)}: ${missing(error, t)}`);
  }
}

function open(path: string, { io, createEngine, language }: CommandContext): Opened {
  const logError = (what: string, error: unknown) => io.stderr(`mailconfig: ${what}: ${redact(String(error))}\n`);
  const workspace = createWorkspace({ cwd: io.cwd, roots: [resolve(io.cwd, path, "..")], logError });
  const source = createEngine(workspace.host).open(path, "config", readContent(workspace.read(path)).body);
  if (source.kind !== "config") throw new Error("a config was opened as something else");
  return {
    path,
    accounts: accountsOf(source.file, source.lines),
    findings: source.lint({ severities: {}, extraTypes: [], limit: 1000, language }),
    readBeside: async (reference) => {
      const answer = workspace.host.readFile(path, reference);
      return answer?.kind === "file" ? answer.bytes : undefined;
    },
  };
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
  opened: Opened,
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

/** `${secret:smtp-ops}` is `MAILCONFIG_SECRET_SMTP_OPS` here, where no editor keeps it. */
function environment(env: Readonly<Record<string, string | undefined>>): ReadSecret {
  return async ({ kind, name }) => (kind === "env" ? env[name] : env[variableOf(name)]);
}

function variableOf(secret: string): string {
  return `MAILCONFIG_SECRET_${secret.replace(/[^a-z0-9]/gi, "_").toUpperCase()}`;
}

function missing({ cause: { reference } }: MissingLogin, t: Translate): string {
  const name = reference.kind === "env" ? reference.name : variableOf(reference.name);
  return t("The environment variable `{name}` is not set.", { name });
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

function place(path: string, { start }: Range): string {
  return `${path}:${start.line + 1}:${start.character + 1}`;
}
