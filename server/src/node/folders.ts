import { type Dirent, readdirSync } from "node:fs";
import { join, sep } from "node:path";

/** More would help nobody choose, and somebody waits for it. */
const MOST_FILES = 200;
const MOST_FOLDERS = 200;
const DEEPEST = 5;

/** Files below a folder, as they are written from it (`dns/example.com.zone`), nearest first. Hidden folders and links are left out. */
export function filesBelow(folder: string, isWanted: (name: string) => boolean): string[] {
  const files: string[] = [];
  const folders = [""];
  for (let visited = 0; visited < folders.length && visited < MOST_FOLDERS && files.length < MOST_FILES; visited++) {
    const path = folders[visited] ?? "";
    for (const entry of entriesOf(join(folder, path))) {
      if (entry.isFile() && isWanted(entry.name)) files.push(path + entry.name);
      const isDeep = path.split("/").length > DEEPEST;
      if (entry.isDirectory() && !isDeep && !/^(?:\..*|node_modules)$/.test(entry.name))
        folders.push(`${path + entry.name}/`);
    }
  }
  return files.slice(0, MOST_FILES);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    // It may be gone or closed to us: then it holds nothing to offer.
    return [];
  }
}

/** Whether a file lies in a folder or below it; both absolute and without `..`. */
export function isBelow(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
