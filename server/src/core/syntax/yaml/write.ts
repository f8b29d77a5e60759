import { writeScalar } from "./edits.ts";

/** A piece of YAML to be written: keys in their order; scalars already stand as they go into the file. */
export type YamlEntry = readonly [key: string, value: string | YamlMapping];

export interface YamlMapping {
  readonly entries: readonly YamlEntry[];
  /** `{ a: 1, b: 2 }` on one line, in a block too. */
  readonly isFlow?: boolean;
}

/** The lines of entries as a block, two blanks deeper for each level. */
export function blockLines(entries: readonly YamlEntry[], indent = ""): string[] {
  return entries.flatMap(([key, value]) => {
    const head = `${indent}${writeText(key)}:`;
    if (typeof value === "string") return [`${head} ${value}`];
    if (value.isFlow === true || value.entries.length === 0) return [`${head} ${flowText(value.entries)}`];
    return [head, ...blockLines(value.entries, `${indent}  `)];
  });
}

/** Entries between braces, on one line. */
export function flowText(entries: readonly YamlEntry[]): string {
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([key, value]) => `${writeText(key)}: ${typeof value === "string" ? value : flowText(value.entries)}`).join(", ")} }`;
}

/** What other readers of YAML take for a number, a date, a truth value or nothing. */
const NO_TEXT = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?[\d.][\d._:eExXoO+a-fA-F-]*|[-+]?\.(?:inf|nan))$/i;

/** A text that every reader of YAML takes for a text. */
export function writeText(value: string): string {
  return NO_TEXT.test(value) ? JSON.stringify(value) : writeScalar(value);
}
