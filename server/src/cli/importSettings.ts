import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { noteLines, placeSecrets, importSettings as read, writeConfig } from "../core/import/index.ts";
import { isSmtpUrl } from "../core/import/smtpUrl.ts";
import { parseMailbox } from "../core/syntax/mailbox.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { readContent } from "./fileContent.ts";
import { type ExitCode, UsageError } from "./io.ts";

/**
 * `mailconfig import`: the settings of another program as a `.mailconfig.yaml` on the standard output. Which secrets have to
 * be put into the environment, and what could not be kept, stands on the standard error too.
 */
export async function importSettings(args: readonly string[], { io, t }: CommandContext): Promise<ExitCode> {
  const given = readArguments("import", args, t);
  const [path, ...others] = given.positionals;
  if (path === undefined || others.length > 0)
    throw new UsageError(t("Name one file to import, or `-` for the standard input."));
  const address = given.value("address");
  if (address !== undefined && parseMailbox(address) === undefined) {
    throw new UsageError(t("Write an address such as `postmaster@example.com`."));
  }
  const isAddress = isSmtpUrl(path);
  const source = path === "-" ? given.value("stdin-filename") : isAddress ? undefined : basename(path);
  const name = source ?? "-";
  const bytes = isAddress ? undefined : path === "-" ? await io.readStdin() : readFileSync(resolve(io.cwd, path));
  const text = bytes === undefined ? path : new TextDecoder().decode(readContent(bytes).body);
  const imported = read(name, text, address === undefined ? {} : { address });
  const lines = noteLines(imported.notes, t);
  if (imported.accounts.length === 0) {
    throw new UsageError([t("No mail account was found in {path}.", { path: name }), ...lines].join("\n"));
  }
  const { accounts, secrets } = placeSecrets(imported, "environment");
  io.stdout(writeConfig({ accounts, ...(source === undefined ? {} : { source }), notes: imported.notes }, t));
  for (const secret of secrets) {
    const values = { name: secret.name, account: secret.account };
    io.stderr(
      `${t("The password of `{account}` is not in the result. Set the environment variable `{name}`.", values)}\n`,
    );
  }
  for (const line of lines) io.stderr(`${line}\n`);
  return 0;
}
