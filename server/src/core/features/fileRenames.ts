import { isAtOrBelowPath } from "../text/paths.ts";

/** A file or a folder that the user renames, by paths. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

export function afterRenames(path: string, renames: readonly FileRename[]): string {
  const rename = renames.find(({ from }) => isAtOrBelowPath(path, from));
  return rename ? rename.to + path.slice(rename.from.length) : path;
}
