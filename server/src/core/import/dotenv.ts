import { LineIndex } from "../text/span.ts";
import type { Sourced } from "./values.ts";

const ASSIGNMENT = /^[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/;
const COMPOSE = /^[ \t]*-?[ \t]*([A-Za-z_]\w*)[ \t]*:[ \t]+/;
const MOST_VARIABLES = 10_000;
/** What references may bring in, in the whole file: variables that hold each other would grow without end. */
const MOST_EXPANDED = 262_144;

/** The variables that were read, and how much they may still bring in. */
interface Known {
  readonly values: Map<string, string>;
  room: number;
}

/**
 * Reads a `.env` file as the dotenv libraries do: `export`, quotes (double ones with escapes, over several lines),
 * comments behind unquoted values, `${NAME}` of variables before it. Never throws.
 */
export function readDotenv(text: string): readonly Sourced[] {
  const found: Sourced[] = [];
  const known: Known = { values: new Map(), room: MOST_EXPANDED };
  const lines = new LineIndex(text);
  for (let at = 0; at < text.length && found.length < MOST_VARIABLES; ) {
    const end = lineEnd(text, at);
    const head = ASSIGNMENT.exec(text.slice(at, end)) ?? COMPOSE.exec(text.slice(at, end));
    const read = head === null ? undefined : readValue(text, at + head[0].length, end, known);
    if (read !== undefined && head !== null) {
      const key = head[1] ?? "";
      found.push({ key, value: read.value, line: lines.positionAt(at).line + 1 });
      known.values.set(key, read.value);
    }
    at = read?.end ?? end;
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return found;
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  const end = at < 0 ? text.length : at;
  return text[end - 1] === "\r" && end > from ? end - 1 : end;
}

interface Value {
  readonly value: string;
  /** Where its line ends. */
  readonly end: number;
}

function readValue(text: string, start: number, end: number, known: Known): Value {
  const quote = text[start];
  if (quote === '"' || quote === "'" || quote === "`") {
    const closing = closingQuote(text, start, quote);
    if (closing > 0) {
      const inner = text.slice(start + 1, closing);
      const value = quote === '"' ? expand(withoutEscapes(inner), known) : inner;
      return { value, end: lineEnd(text, closing) };
    }
  }
  const rest = text.slice(start, end);
  const comment = /(?:^|[ \t])#/.exec(rest)?.index ?? rest.length;
  return { value: expand(rest.slice(0, comment).trim(), known), end };
}

/** The quote that ends a value; -1 where it is left open. Only double quotes know escapes. */
function closingQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\" && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

function withoutEscapes(text: string): string {
  const words: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
  return text.replace(/\\([\s\S])/g, (_, sign: string) => words[sign] ?? (sign === "$" ? "\\$" : sign));
}

/** A variable of the same file is put in; of any other the sign stays, for whoever reads the value. */
function expand(text: string, known: Known): string {
  return text.replace(/(\\)?\$\{([A-Za-z_]\w*)\}/g, (sign, backslash: string | undefined, name: string) => {
    if (backslash !== undefined) return sign.slice(1);
    const value = known.values.get(name) ?? sign;
    known.room -= value.length;
    return known.room < 0 ? sign : value;
  });
}
