import type { SourceKind } from "../../server/src/core/engine/api.ts";

/**
 * The comments of a text in order: behind `;` in a zone, behind `#` after a blank in YAML, and not in quotes. A policy
 * file has none.
 */
export function commentsOf(text: string, kind: SourceKind): readonly string[] {
  if (kind === "policy") return [];
  return text.split(/\r\n|\n|\r/).flatMap((line) => {
    const at = kind === "zone" ? zoneComment(line) : yamlComment(line);
    return at < 0 ? [] : [line.slice(at).trimEnd()];
  });
}

/** Quotes end with their line, as the product reads them. */
function zoneComment(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\") at++;
    else if (line[at] === '"') isQuoted = !isQuoted;
    else if (line[at] === ";" && !isQuoted) return at;
  }
  return -1;
}

function yamlComment(line: string): number {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const it = line[at] ?? "";
    if (quote === '"' && it === "\\") at++;
    else if (quote !== "") quote = it === quote ? "" : quote;
    else if ((it === '"' || it === "'") && /^$|[\s,:{[]/.test(line[at - 1] ?? "")) quote = it;
    else if (it === "#" && /^$|\s/.test(line[at - 1] ?? "")) return at;
  }
  return -1;
}
