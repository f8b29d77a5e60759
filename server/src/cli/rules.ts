import { RULES } from "../core/rules/index.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";

/** `mailconfig rules`: all that is reported, one line a rule. */
export function rules(args: readonly string[], { io, t }: CommandContext): ExitCode {
  const given = readArguments("rules", args, t);
  const format = given.value("format") ?? "text";
  if (format !== "text" && format !== "json") {
    throw new UsageError(t("`--format` is one of {values}.", { values: "text, json" }));
  }
  if (given.positionals.length > 0) {
    throw new UsageError(t("`{argument}` is one argument too many.", { argument: given.positionals[0] ?? "" }));
  }
  const rows = RULES.map(({ code, severity, fixable, summary, references }) => ({
    rule: code,
    severity,
    fixable,
    summary: t(summary),
    references,
  }));
  const width = Math.max(0, ...rows.map(({ rule }) => rule.length));
  const lines = rows.map((it) => `${it.rule.padEnd(width)}  ${it.severity.padEnd(7)}  ${it.summary}\n`);
  io.stdout(format === "json" ? `${JSON.stringify(rows, null, 2)}\n` : lines.join(""));
  return 0;
}
