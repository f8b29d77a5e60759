import type { Source } from "../core/index.ts";
import { maskSecrets } from "../core/model/configSecrets.ts";
import { readContent } from "./fileContent.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Reads single lines for code frames: of the checked file from its document, of included ones from their bytes. Secrets
 * of a config are stars.
 */
export function createLineReader(
  source: Source,
  workspace: Workspace,
): (path: string, line: number) => string | undefined {
  const files = new Map<string, readonly string[]>();
  const linesOf = (path: string) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const isConfig = path === source.path && source.kind === "config";
    const text = isConfig ? maskSecrets(source.file) : new TextDecoder().decode(readContent(workspace.read(path)).body);
    const lines = text.split(/\r\n|\r|\n/);
    files.set(path, lines);
    return lines;
  };
  return (path, line) => (path === source.path && source.kind === "zone" ? source.line(line) : linesOf(path)[line]);
}
