import type { DomainSpec, Macro } from "./spfRecord.ts";

/** What each letter stands for, lower case. */
export type MacroValues = Readonly<Record<string, string>>;

/**
 * Fills the macros of a domain-spec or an explanation (RFC 7208 §7.3).
 *
 * @returns `undefined` where a letter has no value
 */
export function expandMacros(
  { text, macros, span: at }: Pick<DomainSpec, "text" | "macros" | "span">,
  values: MacroValues,
) {
  let result = "";
  let from = 0;
  for (const macro of macros) {
    const value = expand(macro, values);
    if (value === undefined) return undefined;
    result += text.slice(from, macro.span.start - at.start) + value;
    from = macro.span.end - at.start;
  }
  return result + text.slice(from);
}

const ESCAPES: Readonly<Record<string, string>> = { "%%": "%", "%_": " ", "%-": "%20" };

function expand({ text, letter, keep, isReversed, delimiters }: Macro, values: MacroValues): string | undefined {
  if (Object.hasOwn(ESCAPES, text)) return ESCAPES[text];
  const key = letter.toLowerCase();
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  if (value === undefined) return undefined;
  const parts = split(value, delimiters);
  if (isReversed) parts.reverse();
  const joined = (keep === undefined ? parts : parts.slice(-keep)).join(".");
  return letter === key ? joined : encodeURIComponent(joined).replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function split(value: string, delimiters: string): string[] {
  const parts = [""];
  for (const character of value) {
    if (delimiters.includes(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
