import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** A workspace may be a whole disk: beyond as many folders nothing more is found. */
const MOST_FOLDERS = 20_000;
const SKIPPED = new Set(["node_modules", ".git", ".hg", ".svn"]);

/**
 * The files below some folders, links not followed, a folder at a time: others are served in between.
 *
 * @param isWanted by the name alone
 */
export async function listFiles(
  folders: readonly string[],
  isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [...folders];
  for (let count = 0; count < MOST_FOLDERS; count++) {
    const folder = waiting.pop();
    if (folder === undefined) break;
    for (const entry of await entriesOf(folder)) {
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) waiting.push(join(folder, entry.name));
      if (entry.isFile() && isWanted(entry.name)) found.push(join(folder, entry.name));
    }
  }
  return found;
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    // Gone meanwhile, or not ours to read: then there is nothing of ours in it.
    return [];
  }
}
