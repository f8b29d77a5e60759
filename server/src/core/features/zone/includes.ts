import type { FileEdit } from "../../engine/finding.ts";
import type { Engine, ZoneSource } from "../../index.ts";
import { referenceTo } from "../../text/paths.ts";
import { FILE_START, type Position } from "../../text/span.ts";
import type { FileLink, Place } from "../answers.ts";
import { afterRenames, type FileRename } from "../fileRenames.ts";

/** The files that a zone file itself includes, for the editor to underline. */
export function linksOfZone(source: ZoneSource): readonly FileLink[] {
  return includesOf(source)
    .filter(({ path }) => path === source.path)
    .map(({ range, target }) => ({ range, target }));
}

/** The beginning of the file that the `$INCLUDE` at the cursor names. */
export function includedAt(source: ZoneSource, position: Position): Place | undefined {
  const found = source.entryAt(position);
  if (found?.entry.kind !== "directive") return undefined;
  const { includedPath, args } = found.entry;
  const isAt = args.slice(0, 1).some(({ span }) => span.start <= found.offset && found.offset <= span.end);
  return isAt && includedPath !== undefined ? { path: includedPath, range: FILE_START } : undefined;
}

/** What the zones of the workspace have to write in their `$INCLUDE`s when files or folders are renamed. */
export function includeEditsForRenames(engine: Engine, renames: readonly FileRename[]): readonly FileEdit[] {
  const edits = new Map<string, FileEdit>();
  for (const include of engine.zonesThatInclude().flatMap(includesOf)) {
    const { path, range, target, isQuoted } = include;
    const [newPath, newTarget] = [afterRenames(path, renames), afterRenames(target, renames)];
    if (newPath === path && newTarget === target) continue;
    const reference = referenceTo(newPath, newTarget);
    // No escape is read in the name of a file.
    if (reference === undefined || reference === referenceTo(path, target) || /["\\]/.test(reference)) continue;
    const newText = isQuoted || /[\s;()]/.test(reference) ? `"${reference}"` : reference;
    // Two zones may include the file that the directive stands in.
    edits.set(`${path} ${range.start.line}`, { path, range, newText });
  }
  return [...edits.values()];
}

/** With what its included files include in turn. */
function includesOf(source: ZoneSource) {
  return source.view.directives.flatMap((it) => {
    const [file] = it.args;
    if (file === undefined || it.includedPath === undefined) return [];
    const range = source.rangeOf(it, file.span);
    return [{ path: it.path, range, target: it.includedPath, isQuoted: file.isQuoted }];
  });
}
