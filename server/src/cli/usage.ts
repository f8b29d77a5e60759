import type { Translate } from "../core/locale.ts";
import { COMMANDS, COMMON_OPTIONS, type CommandName, type CommandText, type Option } from "./commands.ts";

/** The text of `mailconfig --help`. Names of commands and options stay as they are in every language. */
export function usage(t: Translate): string {
  const commands = Object.entries<CommandText>(COMMANDS).map(([name, it]) => [callOf(name, it), t(it.about)] as const);
  return [
    t("Usage: mailconfig COMMAND …"),
    table(commands),
    t("`mailconfig COMMAND --help` lists a command's options."),
    t("Exit code: 0 clean, 1 an error was found, 2 the command could not run."),
    "",
  ].join("\n");
}

/** The text of `mailconfig COMMAND --help`. */
export function commandUsage(name: CommandName, t: Translate): string {
  const command: CommandText = COMMANDS[name];
  const options = [...command.options, ...COMMON_OPTIONS].map((it) => [signature(it), t(it.about)] as const);
  return `mailconfig ${callOf(name, command)}\n\n${t(command.about)}\n\n${table(options)}`;
}

function callOf(name: string, { options, operands }: CommandText): string {
  return [name, ...(options.length > 0 ? ["[OPTIONS]"] : []), ...(operands === "" ? [] : [operands])].join(" ");
}

function signature({ name, value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([left, right]) => `  ${left}\n      ${right}\n`).join("");
}
