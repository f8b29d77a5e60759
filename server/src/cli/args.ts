import { parseArgs } from "node:util";
import type { Translate } from "../core/locale.ts";
import { COMMANDS, COMMON_OPTIONS, type CommandName, type Option } from "./commands.ts";
import { UsageError } from "./io.ts";

export interface Arguments {
  readonly positionals: readonly string[];
  has(name: string): boolean;
  /** The last value given; `undefined` where the option was not. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** Reads what stands behind a command; every deviation is a `UsageError` that names it. After `--` all are positionals. */
export function readArguments(command: CommandName, args: readonly string[], t: Translate): Arguments {
  const known: readonly Option[] = [...COMMANDS[command].options, ...COMMON_OPTIONS];
  const options = Object.fromEntries(
    known.map(({ name, value }) => [name, { type: value === undefined ? "boolean" : "string" } as const]),
  );
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const option = known.find((it) => it.name === token.name);
    if (option === undefined) throw new UsageError(t("Unknown option `{option}`.", { option: token.rawName }));
    if (option.value === undefined && token.value !== undefined) {
      throw new UsageError(t("`{option}` takes no value.", { option: token.rawName }));
    }
    if (option.value !== undefined && token.value === undefined) {
      throw new UsageError(t("`{option}` needs a value.", { option: token.rawName }));
    }
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ""]);
  }
  const language = given.get("lang")?.at(-1);
  if (language !== undefined && !/^(?:en|zh)(?:$|[-_.])/i.test(language)) {
    throw new UsageError(t("`--lang` is one of {values}.", { values: "en, zh-cn" }));
  }
  return {
    positionals,
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
  };
}

/** The language of a command: `--lang`, else the environment's; unknown ones mean English. */
export function languageOf(args: readonly string[], env: Readonly<Record<string, string | undefined>>): string {
  const at = args.findLastIndex((it) => it === "--lang" || it.startsWith("--lang="));
  const given = args[at]?.startsWith("--lang=") ? args[at].slice("--lang=".length) : args[at + 1];
  if (at >= 0 && given) return given;
  return env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "en";
}
