import { readdirSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { kindOfFile, type SourceKind } from "../core/index.ts";
import type { Translate } from "../core/locale.ts";
import { UsageError } from "./io.ts";

/** A `.yaml` or `.yml` file is a config, an `mta-sts.txt` a policy file, everything else a zone. */
export function kindOf(path: string): SourceKind {
  if (/(?:^|[\\/])mta-sts\.txt$/i.test(path)) return "policy";
  return /\.ya?ml$/i.test(path) ? "config" : "zone";
}

/**
 * The files that a command line means: each file as named, folders searched for configs, zones and policy files, links to folders not
 * followed. Each is named once, relative to `cwd` where it lies below it.
 */
export function findFiles(paths: readonly string[], cwd: string, t: Translate): readonly string[] {
  const found = new Set<string>();
  for (const path of paths) {
    const file = resolve(cwd, path);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) throw new UsageError(`${t("There is no such file or folder:")} ${path}`);
    if (!stat.isDirectory()) found.add(nameOf(file, cwd));
    else for (const it of searchFolder(file)) found.add(nameOf(it, cwd));
  }
  return [...found];
}

function searchFolder(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) {
      return entry.name === "node_modules" || entry.name === ".git" ? [] : searchFolder(join(folder, entry.name));
    }
    return kindOfFile(entry.name) !== undefined && (entry.isFile() || isLinkToFile(join(folder, entry.name)))
      ? [join(folder, entry.name)]
      : [];
  });
}

function isLinkToFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** How a file is called in all output: relative and with slashes below `cwd`, else absolute. */
export function nameOf(file: string, cwd: string): string {
  const path = relative(cwd, file);
  const isOutside = path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
  return isOutside ? file : path.replaceAll("\\", "/");
}
