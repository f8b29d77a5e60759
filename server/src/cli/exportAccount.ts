import { randomUUID } from "node:crypto";
import { EXPORT_TARGETS, exportAccount } from "../core/export/index.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { chooseAccount, openMailFile } from "./mailFile.ts";

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
  const missing = {
    any: t("The file has no account. Write one under `accounts`."),
    named: (account: string) => t("There is no account `{account}`.", { account }),
  };
  const account = chooseAccount(accounts, given.value("account"), missing, t);
  const exported = exportAccount(account, target, { t, createUuid: randomUUID });
  if ("refused" in exported) throw new UsageError(exported.refused);
  io.stdout(exported.text);
  return 0;
}
