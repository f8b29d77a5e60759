import type { Source } from "../core/index.ts";
import { readContent } from "./fileContent.ts";
import type { Workspace } from "./workspace.ts";

/** Reads single lines for code frames: of the checked file from its document, of included ones from their bytes. */
export function createLineReader(
  source: Source,
  workspace: Workspace,
): (path: string, line: number) => string | undefined {
  const files = new Map<string, readonly string[]>();
  const linesOf = (path: string) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const lines = new TextDecoder().decode(readContent(workspace.read(path)).body).split(/\r\n|\r|\n/);
    files.set(path, lines);
    return lines;
  };
  return (path, line) => (path === source.path && source.kind === "zone" ? source.line(line) : linesOf(path)[line]);
}
