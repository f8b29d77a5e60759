// Which sentences of the product are shown to users, so that a translation can be missing or stale.
import { readdirSync, readFileSync } from "node:fs";
import type { Rule } from "../../server/src/core/rule.ts";

/** A call that marks a sentence (`say`, `t`, `l10n.t`), up to the quote of its first argument. */
const CALLS = /\b(?:say|t)\(\s*(?=["'`])/g;
const LITERALS = [/"(?:[^"\\\n]|\\.)*"/y, /'(?:[^'\\\n]|\\.)*'/y, /`(?:[^`\\]|\\[\s\S])*`/y];

export interface Sentence {
  readonly english: string;
  /** File and line, for messages. */
  readonly place: string;
}

export interface Scan {
  readonly sentences: readonly Sentence[];
  /** Places where the marked text is no plain literal, so that nobody could find its translation. */
  readonly faults: readonly string[];
}

/** Every sentence that the sources mark; rules are not read here, see `ruleSentences`. */
export function scanSources(folders: readonly string[] = ["server/src", "client/src"]): Scan {
  const scans = folders.flatMap(sourcesIn).map((path) => scanText(readFileSync(path, "utf8"), path));
  return { sentences: scans.flatMap((it) => it.sentences), faults: scans.flatMap((it) => it.faults) };
}

/** @param path for messages only */
export function scanText(text: string, path: string): Scan {
  const sentences: Sentence[] = [];
  const faults: string[] = [];
  for (const { index, 0: call } of text.matchAll(CALLS)) {
    const start = index + call.length;
    const place = `${path}:${text.slice(0, start).split("\n").length}`;
    const literal = literalAt(text, start);
    const next = literal === undefined ? "" : (/\S/.exec(text.slice(start + literal.length))?.[0] ?? "");
    if (literal === undefined || isTemplate(literal) || (next !== "," && next !== ")")) faults.push(place);
    else sentences.push({ english: textOf(literal), place });
  }
  return { sentences, faults };
}

/** What a rule says: in lists, in the editor, on its page. */
export function ruleSentences({ messages, titles, summary, docs }: Rule): string[] {
  return [...Object.values(messages), ...Object.values(titles ?? {}), summary, docs.why];
}

/** The names in braces, sorted: a translation may order them as its grammar wants. */
export function placeholdersOf(sentence: string): string {
  return [...sentence.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join(" ");
}

function literalAt(text: string, start: number): string | undefined {
  for (const pattern of LITERALS) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** In quotes, `${env:NAME}` is a text like any other. */
function isTemplate(literal: string): boolean {
  return literal.startsWith("`") && literal.includes("${");
}

/** A literal without `${` is read the same by JSON once its own quotes are exchanged. */
function textOf(literal: string): string {
  const body = literal
    .slice(1, -1)
    .replace(/\\(['`])/g, "$1")
    .replace(/(^|[^\\])"/g, '$1\\"')
    .replaceAll("\n", "\\n");
  return JSON.parse(`"${literal.startsWith('"') ? literal.slice(1, -1) : body}"`);
}

function sourcesIn(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((it) => it.replaceAll("\\", "/"));
  return paths.filter((it) => it.endsWith(".ts")).map((it) => `${folder}/${it}`);
}
