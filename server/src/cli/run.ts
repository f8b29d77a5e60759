import type { CreateEngine } from "../core/index.ts";
import { type Translate, translator } from "../core/locale.ts";
import { redact } from "../core/redact.ts";
import { languageOf } from "./args.ts";
import { check } from "./check.ts";
import { type CommandName, isCommand } from "./commands.ts";
import type { CommandContext } from "./context.ts";
import { fileProblem } from "./fileProblem.ts";
import { type ExitCode, type Io, UsageError } from "./io.ts";
import { PROGRAM } from "./program.ts";
import { rules } from "./rules.ts";
import { commandUsage, usage } from "./usage.ts";

type Command = (args: readonly string[], context: CommandContext) => ExitCode | Promise<ExitCode>;

const RUNNERS: Readonly<Record<CommandName, Command>> = {
  check,
  // The others are loaded when they are asked for: `check` starts often, and needs neither nodemailer nor the texts of replies.
  explain: async (args, context) => (await import("./explain.ts")).explain(args, context),
  rules,
  spf: async (args, context) => (await import("./spf.ts")).spf(args, context),
  debug: async (args, context) => (await import("./debug.ts")).debug(args, context),
  export: async (args, context) => (await import("./exportAccount.ts")).exportSettings(args, context),
  compare: async (args, context) => (await import("./compare.ts")).compare(args, context),
  import: async (args, context) => (await import("./importSettings.ts")).importSettings(args, context),
  "test-connection": async (args, context) => (await import("./testConnection.ts")).testConnection(args, context),
  "send-test": async (args, context) => (await import("./sendTest.ts")).sendTest(args, context),
};

/** @returns the exit code: 0 clean, 1 findings that fail the check, 2 the command itself could not run */
export async function run(args: readonly string[], io: Io, createEngine: CreateEngine): Promise<ExitCode> {
  const language = languageOf(args, io.env);
  const t = translator(language);
  const [name = "", ...rest] = args;
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  const command = isCommand(name) ? name : undefined;
  try {
    if (options.includes("--version") || name === "-V") {
      io.stdout(`${PROGRAM.version}\n`);
      return 0;
    }
    if (command === undefined && name !== "" && name !== "help" && !name.startsWith("-")) {
      throw new UsageError(t("There is no command `{command}`.", { command: name }));
    }
    if (options.includes("--help") || options.includes("-h") || name === "help") {
      io.stdout(command === undefined ? usage(t) : commandUsage(command, t));
      return 0;
    }
    if (command !== undefined) return await RUNNERS[command](rest, { io, createEngine, language, t });
    if (name !== "") throw new UsageError(t("Unknown option `{option}`.", { option: name }));
    io.stderr(usage(t));
    return 2;
  } catch (error) {
    const problem = error instanceof UsageError ? error.message : fileProblem(error, io.cwd, t);
    io.stderr(`mailconfig: ${problem ?? redact(String(error))}\n`);
    if (error instanceof UsageError) io.stderr(`${hint(command, t)}\n`);
    return 2;
  }
}

function hint(command: CommandName | undefined, t: Translate): string {
  if (command === undefined) return t("`mailconfig --help` lists the commands.");
  return t("`{call}` lists its options.", { call: `mailconfig ${command} --help` });
}
