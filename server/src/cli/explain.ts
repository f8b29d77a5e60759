import type { Translate } from "../core/locale.ts";
import { RULES } from "../core/rules/index.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";

/** `mailconfig explain`: a rule, a port or a server's reply, in a few lines. */
export function explain(args: readonly string[], { io, t }: CommandContext): ExitCode {
  const { positionals } = readArguments(args, { lang: "string" }, t);
  const what = positionals.join(" ").trim();
  if (what === "") throw new UsageError(t("Name a rule, a port or a reply: `spf/pass-all`, `587`, `535 5.7.8`."));
  const text = explainRule(what, t);
  if (text === undefined) throw new UsageError(t("Nothing is known about `{what}`.", { what }));
  io.stdout(`${text}\n`);
  return 0;
}

function explainRule(code: string, t: Translate): string | undefined {
  const rule = RULES.find((it) => it.code === code);
  if (rule === undefined) return undefined;
  const { severity, fixable, summary, docs, references } = rule;
  const indent = (text: string) => text.replace(/^/gm, "    ");
  const fix = fixable || t("none");
  return [
    `${code}: ${t(summary)}`,
    t(docs.why),
    `${t("Reported:")}\n${indent(docs.bad)}`,
    `${t("Instead:")}\n${indent(docs.good)}`,
    t("Severity: {severity}. Fix: {fix}. References: {references}.", {
      severity,
      fix,
      references: "{references}",
    }).replace("{references}", () => references.join(", ")),
  ].join("\n\n");
}
