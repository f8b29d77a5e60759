import { PORTS } from "../core/facts/ports.ts";
import { explainText, outcomeOf } from "../core/features/explainText.ts";
import type { Translate } from "../core/locale.ts";
import { RULES } from "../core/rules/index.ts";
import { decodeReplyBytes } from "../core/text/decodeReply.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";

/** `mailconfig explain`: a rule, a port or a server's reply, in a few lines; a bounce or a log from the standard input. */
export async function explain(args: readonly string[], { io, t }: CommandContext): Promise<ExitCode> {
  const { positionals } = readArguments("explain", args, t);
  const given = positionals.join(" ").trim();
  if (given === "") throw new UsageError(t("Name a rule, a port or a reply: `spf/pass-all`, `587`, `535 5.7.8`."));
  const what = given === "-" ? decodeReplyBytes(await io.readStdin()).trim() : given;
  if (what === "") throw new UsageError(t("The standard input is empty."));
  const text = explainRule(what, t) ?? explainPort(what, t) ?? explainAnswer(what, t);
  if (text === undefined) throw new UsageError(unknown(what, t));
  io.stdout(`${text}\n`);
  return 0;
}

function unknown(what: string, t: Translate): string {
  if (/^[a-z-]+\/[\w-]+$/.test(what)) {
    return t("There is no rule `{code}`. `mailconfig rules` lists them all.", { code: what });
  }
  const examples = t("Name a rule, a port or a reply: `spf/pass-all`, `587`, `535 5.7.8`.");
  return `${t("Nothing is known about `{what}`.", { what })} ${examples}`;
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

function explainPort(what: string, t: Translate): string | undefined {
  const port = PORTS.find((it) => String(it.port) === what);
  if (port === undefined) return undefined;
  const head = `${port.port} (${port.service}): ${t(port.what)}`;
  return [head, t(port.encryption), t(port.when), port.reference].join("\n\n");
}

/** A reply of a server, a bounce, lines of a log, or an error of the connection. */
function explainAnswer(what: string, t: Translate): string | undefined {
  const found = explainText(what, t);
  if (found.length === 0) return undefined;
  const texts = found.map(({ delivery, explanation }) => {
    const head = delivery === undefined ? [] : [outcomeOf(delivery, t)];
    if (explanation === undefined) return [...head, delivery?.reply ?? ""].join("\n\n");
    const { code, what: meaning, whose, next, source } = explanation;
    return [...head, code === "" ? meaning : `${code}: ${meaning}`, whose, next, source].join("\n\n");
  });
  return texts.join("\n\n---\n\n");
}
