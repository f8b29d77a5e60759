import { type Span, span } from "../../text/span.ts";
import { readPiece } from "./events.ts";
import { isGap, lineEndOf } from "./lines.ts";
import { issue, type ScalarNode, type YamlFile, type YamlIssue } from "./nodes.ts";
import { Recovery } from "./recovery.ts";
import { checkReferences } from "./references.ts";

const MAX_ISSUES = 1_000;

/**
 * Reads a YAML text: all of it at once where js-yaml can, else entry by entry, so that a broken line costs itself alone.
 * Each broken place is in `issues` once, up to 1,000. Never throws.
 */
export function parseYaml(text: string): { readonly root: YamlFile; readonly issues: readonly YamlIssue[] } {
  const issues: YamlIssue[] = [];
  let read = readPiece(text, 0, text.length, 0);
  const sane = read.documents ? text : maskConflicts(maskControls(text, issues), issues);
  if (sane !== text) read = readPiece(sane, 0, sane.length, 0);
  const documents = read.documents ?? new Recovery(sane, issues).readDocuments(read);
  const scalars = documents.flatMap((document) => checkReferences(document, issues));
  issues.sort((a, b) => a.span.start - b.span.start);
  return { root: { documents, comments: readComments(sane, scalars) }, issues: issues.slice(0, MAX_ISSUES) };
}

/** Blanks all but the first side of each conflict that git left. */
function maskConflicts(text: string, issues: YamlIssue[]): string {
  if (!/^<{7}(?: |$)/m.test(text)) return text;
  let side: "none" | "first" | "other" = "none";
  return text.replace(/^.*$/gm, (line, at: number) => {
    const isMark = /^(?:<{7}|\|{7}|={7}|>{7})(?:[ \r]|$)/.test(line) && (line.startsWith("<") || side !== "none");
    if (isMark && line.startsWith("<")) issues.push(issue("conflict", span(at, lineEndOf(text, at)), line.trimEnd()));
    if (isMark) side = line.startsWith("<") ? "first" : line.startsWith(">") ? "none" : "other";
    return isMark || side === "other" ? line.replace(/[^\r]/g, " ") : line;
  });
}

/** js-yaml reads nothing of a text with a zero byte, and nothing of a scalar with another control character. */
function maskControls(text: string, issues: YamlIssue[]): string {
  return text.replace(/[^\P{Cc}\t\n\r\x85]|[\uFFFE\uFFFF]|\p{Cs}/gu, (c, at: number) => {
    issues.push(issue("control", span(at, at + 1), c));
    return "?";
  });
}

/** Each `#` behind a blank or at the start of a line, unless a scalar holds it. */
function readComments(text: string, scalars: ScalarNode[]): Span[] {
  const isSorted = scalars.every(
    (it, index) => index === 0 || (scalars[index - 1]?.content.start ?? 0) <= it.content.start,
  );
  const ordered = isSorted ? scalars : scalars.sort((a, b) => a.content.start - b.content.start);
  const comments: Span[] = [];
  let next = 0;
  for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
    while (next < ordered.length && (ordered[next]?.content.end ?? 0) <= at) next++;
    if ((ordered[next]?.content.start ?? text.length) <= at || !isGap(text, at - 1)) continue;
    comments.push(span(at, lineEndOf(text, at)));
    at = lineEndOf(text, at);
  }
  return comments;
}
