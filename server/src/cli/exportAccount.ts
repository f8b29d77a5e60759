import { randomUUID } from "node:crypto";
import { EXPORT_TARGETS, exportAccount } from "../core/export/index.ts";
import type { AccountInfo } from "../core/model/account.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { openMailFile } from "./mailFile.ts";

/** `mailconfig export`: an account of a config as the settings of another program, on the standard output. No secret is written. */
export async function exportSettings(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, t } = context;
  const given = readArguments("export", args, t);
  const { accounts } = openMailFile(given.positionals, context);
  const target = EXPORT_TARGETS.find((it) => it === given.value("to"));
  if (target === undefined) {
    throw new UsageError(
      `${t("Say with `--to` for which program the account is meant:")} ${EXPORT_TARGETS.join(", ")}`,
    );
  }
  const account = choose(accounts, given.value("account"), context);
  const exported = exportAccount(account, target, { t, createUuid: randomUUID });
  if ("refused" in exported) throw new UsageError(exported.refused);
  io.stdout(exported.text);
  return 0;
}

function choose(accounts: readonly AccountInfo[], name: string | undefined, { t }: CommandContext): AccountInfo {
  const [first, ...others] = name === undefined ? accounts : accounts.filter((it) => it.name === name);
  if (first === undefined && name !== undefined)
    throw new UsageError(t("There is no account `{account}`.", { account: name }));
  if (first === undefined) throw new UsageError(t("The file has no account. Write one under `accounts`."));
  if (others.length === 0) return first;
  const names = accounts.map((it) => it.name).join(", ");
  throw new UsageError(`${t("The file has several accounts. Choose one with `--account`.")} (${names})`);
}
