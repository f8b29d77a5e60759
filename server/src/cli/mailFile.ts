import { resolve } from "node:path";
import { MissingLogin } from "../../../client/src/mail/login.ts";
import { type ReadBeside, UnusableValue } from "../../../client/src/mail/prepare.ts";
import type { ReadSecret } from "../../../client/src/mail/secretReference.ts";
import { isUnprotected } from "../../../client/src/mail/server.ts";
import type { ConfigSource } from "../core/engine/api.ts";
import type { Finding } from "../core/engine/finding.ts";
import { secretVariable } from "../core/export/values.ts";
import { accountsOf } from "../core/features/config/accounts.ts";
import type { Translate } from "../core/locale.ts";
import type { AccountInfo, ServerInfo } from "../core/model/account.ts";
import type { Range } from "../core/text/span.ts";
import type { CommandContext } from "./context.ts";
import { readContent } from "./fileContent.ts";
import { UsageError } from "./io.ts";
import { errorLog } from "./openFile.ts";
import { createWorkspace } from "./workspace.ts";

/** A config whose accounts are used, by `send-test`, `test-connection` and `export`. */
export interface MailFile {
  readonly path: string;
  readonly config: ConfigSource;
  readonly accounts: readonly AccountInfo[];
  readonly findings: readonly Finding[];
  readonly readBeside: ReadBeside;
}

export function openMailFile(
  [path, ...others]: readonly string[],
  { io, createEngine, language, t }: CommandContext,
): MailFile {
  if (path === undefined || others.length > 0) throw new UsageError(t("Name one `.mailconfig.yaml`."));
  const workspace = createWorkspace({ cwd: io.cwd, roots: [resolve(io.cwd, path, "..")], logError: errorLog(io) });
  const source = createEngine(workspace.host).open(path, "config", readContent(workspace.read(path)).body);
  if (source.kind !== "config") throw new Error("a config was opened as something else");
  return {
    path,
    config: source,
    accounts: accountsOf(source.file, source.lines),
    findings: source.lint({ severities: {}, extraTypes: [], limit: 1000, language }),
    readBeside: async (reference) => {
      const answer = workspace.host.readFile(path, reference);
      return answer?.kind === "file" ? answer.bytes : undefined;
    },
  };
}

/**
 * The account that `--account` names, or the only one.
 *
 * @param accounts those that the command can use
 * @param missing what is said where there is none; `named`: none of that name
 */
export function chooseAccount(
  accounts: readonly AccountInfo[],
  name: string | undefined,
  missing: { readonly any: string; readonly named: (account: string) => string },
  t: Translate,
): AccountInfo {
  const [first, ...others] = name === undefined ? accounts : accounts.filter((it) => it.name === name);
  if (first === undefined) throw new UsageError(name === undefined ? missing.any : missing.named(name));
  if (others.length === 0) return first;
  const names = accounts.map((it) => it.name).join(", ");
  throw new UsageError(`${t("The file has several accounts. Choose one with `--account`.")} (${names})`);
}

/** `${secret:smtp-ops}` is `MAILCONFIG_SECRET_SMTP_OPS` here, where no editor keeps it. */
export function environment(env: Readonly<Record<string, string | undefined>>): ReadSecret {
  return async ({ kind, name }) => (kind === "env" ? env[name] : env[secretVariable(name)]);
}

/** @throws UsageError where a login would go to a server whose certificate the file does not want checked */
export function refuseUnprotected(server: ServerInfo, t: Translate): void {
  if (!isUnprotected(server)) return;
  throw new UsageError(t("The file turns off the check of the certificate. Give `--insecure` to log in all the same."));
}

function missing({ cause: { reference } }: MissingLogin, t: Translate): string {
  const name = reference.kind === "env" ? reference.name : secretVariable(reference.name);
  return t("The environment variable `{name}` is not set.", { name });
}

/** What the file or the environment lacks, as a sentence with its place; any other error as it is. */
export function asUsageError(error: unknown, path: string, t: Translate): unknown {
  if (error instanceof UnusableValue) return new UsageError(`${place(path, error.written.range)}: ${error.message}`);
  if (!(error instanceof MissingLogin)) return error;
  return new UsageError(`${place(path, error.written.range)}: ${missing(error, t)}`);
}

/** `.mailconfig.yaml:6:13` */
export function place(path: string, { start }: Range): string {
  return `${path}:${start.line + 1}:${start.character + 1}`;
}
