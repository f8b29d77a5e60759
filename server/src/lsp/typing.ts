import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Finding } from "../core/engine/finding.ts";
import type { Source } from "../core/index.ts";
import type { ServerDocument } from "./documents.ts";

/** The line that a change was typed in; `undefined` for pasted lines, several cursors and whole texts. */
export function typedLine(
  document: ServerDocument,
  changes: readonly TextDocumentContentChangeEvent[],
): ServerDocument["typing"] {
  const [change, ...others] = changes;
  if (document.source === undefined || change === undefined || others.length > 0 || !("range" in change))
    return undefined;
  const { start, end } = change.range;
  if (start.line !== end.line || /[\r\n]/.test(change.text)) return undefined;
  const lines = linesAround(document.source, start.line);
  const known = document.typing;
  // The same entry goes on: what was held back a moment ago is still not known.
  if (known !== undefined && isWithin(known.line, lines)) return { line: start.line, codes: known.codes };
  const codes = document.shown.filter((it) => isWithin(it.range.start.line, lines)).map((it) => it.code);
  return { line: start.line, codes: new Set(codes) };
}

/**
 * Parts the findings: `held` are those in the entry that is being typed which were not there before. A half-typed word
 * is seldom a fault.
 */
export function holdBack(
  document: ServerDocument,
  findings: readonly Finding[],
): { readonly shown: readonly Finding[]; readonly isHolding: boolean } {
  const { source, typing } = document;
  if (source === undefined || typing === undefined) return { shown: findings, isHolding: false };
  const lines = linesAround(source, typing.line);
  const shown = findings.filter(
    ({ path, code, range }) =>
      path !== source.path || typing.codes.has(code) || range.end.line < lines.first || range.start.line > lines.last,
  );
  return { shown, isHolding: shown.length < findings.length };
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The lines of the entry on a line: a record in parentheses has several. */
function linesAround(source: Source, line: number): Lines {
  if (source.kind !== "zone") return { first: line, last: line };
  for (const entry of source.entries(line, line)) {
    const { start, end } = source.rangeOf(entry, entry.span);
    return { first: Math.min(line, start.line), last: Math.max(line, end.line) };
  }
  return { first: line, last: line };
}

function isWithin(line: number, { first, last }: Lines): boolean {
  return line >= first && line <= last;
}
