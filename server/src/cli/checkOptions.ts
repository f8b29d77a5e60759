import type { Translate } from "../core/locale.ts";
import type { Severity } from "../core/rule.ts";
import { RULES } from "../core/rules/index.ts";
import { readArguments } from "./args.ts";
import { FORMATS } from "./commands.ts";
import { kindOf } from "./findFiles.ts";
import { UsageError } from "./io.ts";

export type Format = (typeof FORMATS)[number];

export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly fix: boolean;
  readonly origin: string | undefined;
  /** A config whose `rules` count for all files. */
  readonly config: string | undefined;
  readonly severities: Readonly<Record<string, Severity | "off">>;
  /** Unlimited where absent. */
  readonly maxWarnings: number;
  readonly stdinFilename: string | undefined;
  /** A git revision: only what is new since then is reported. */
  readonly since: string | undefined;
}

const SEVERITIES = ["off", "hint", "info", "warning", "error"] as const;

export function readCheckOptions(args: readonly string[], t: Translate): CheckOptions {
  const given = readArguments("check", args, t);
  const paths = given.positionals;
  if (paths.length === 0) throw new UsageError(t("Name a file or a folder to check, or `-` for the standard input."));
  if (given.has("fix") && paths.includes("-")) throw new UsageError(t("`--fix` cannot write to the standard input."));
  const format = FORMATS.find((it) => it === (given.value("format") ?? "text"));
  if (format === undefined) {
    throw new UsageError(t("`--format` is one of {values}.", { values: FORMATS.join(", ") }));
  }
  const config = given.value("config");
  if (config !== undefined && kindOf(config) !== "config") {
    throw new UsageError(t("`{path}` is no config: its name ends in `.yaml` or `.yml`.", { path: config }));
  }
  return {
    paths,
    format,
    fix: given.has("fix"),
    origin: readOrigin(given.value("origin")),
    config,
    severities: Object.fromEntries(given.values("rule").map((it) => readSeverity(it, t))),
    maxWarnings: readCount(given.value("max-warnings"), t),
    stdinFilename: given.value("stdin-filename"),
    since: given.value("since"),
  };
}

function readOrigin(origin: string | undefined): string | undefined {
  if (origin === undefined || origin.endsWith(".")) return origin;
  return `${origin}.`;
}

function readSeverity(setting: string, t: Translate): readonly [code: string, severity: Severity | "off"] {
  const [code = "", word = ""] = setting.split("=");
  const severity = SEVERITIES.find((it) => it === word);
  if (severity === undefined || setting.split("=").length !== 2) {
    throw new UsageError(t("`--rule` takes CODE=SEVERITY, one of {values}.", { values: SEVERITIES.join(", ") }));
  }
  if (!isKnownCode(code)) throw new UsageError(t("There is no rule `{code}`.", { code }));
  return [code, severity];
}

/** A rule's code, or a pattern such as `spf/*` that covers one at least. */
function isKnownCode(code: string): boolean {
  if (code === "*") return true;
  if (!code.endsWith("/*")) return RULES.some((it) => it.code === code);
  return RULES.some((it) => it.code.startsWith(code.slice(0, -1)));
}

function readCount(text: string | undefined, t: Translate): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(t("`--max-warnings` takes a number."));
  return Number(text);
}
