import { parseArgs } from "node:util";
import type { Translate } from "../core/locale.ts";
import { UsageError } from "./io.ts";

/** What options a command takes, by their long names. */
export type OptionKinds = Readonly<Record<string, "boolean" | "string" | "strings">>;

export interface Arguments {
  readonly positionals: readonly string[];
  has(name: string): boolean;
  /** The last value given; `undefined` where the option was not. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
}

/** Reads a command line; every deviation is a `UsageError` that names it. After `--` all are positionals. */
export function readArguments(args: readonly string[], kinds: OptionKinds, t: Translate): Arguments {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, { type: kind === "boolean" ? kind : "string" } as const]),
  );
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    if (kind === undefined) throw new UsageError(t("Unknown option `{option}`.", { option: token.rawName }));
    if (kind === "boolean" && token.value !== undefined) {
      throw new UsageError(t("`{option}` takes no value.", { option: token.rawName }));
    }
    if (kind !== "boolean" && token.value === undefined) {
      throw new UsageError(t("`{option}` needs a value.", { option: token.rawName }));
    }
    given.set(token.name, [...(given.get(token.name) ?? []), token.value ?? ""]);
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
