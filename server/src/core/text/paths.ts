import { decodePercent } from "./percent.ts";

// Paths are what the host calls files: `file:` URIs in the language server, paths in the CLI. The core takes them apart
// only to write one file's name into another, never to reach the disk.

/** The last part of a path, as it is called on disk. */
export function fileNameOf(path: string): string {
  return segmentsOf(path).at(-1) ?? "";
}

/**
 * How a file is called from beside another: `dns/example.com.zone`, `../keys/s1.pem`.
 *
 * @returns `undefined` where no relative path leads there: another drive or scheme
 */
export function referenceTo(from: string, to: string): string | undefined {
  const [start, goal] = [segmentsOf(from).slice(0, -1), segmentsOf(to)];
  if (start[0] !== goal[0] && (isAbsolute(from) || isAbsolute(to))) return undefined;
  let common = 0;
  while (common < start.length && common < goal.length - 1 && start[common] === goal[common]) common++;
  return [...start.slice(common).map(() => ".."), ...goal.slice(common)].join("/");
}

/** Whether a path is a folder's or lies below it. */
export function isAtOrBelowPath(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** The first one holds scheme, authority and drive, or is empty for an absolute path. */
function segmentsOf(path: string): string[] {
  const uri = /^[a-z][a-z0-9+.-]+:\/\/[^/]*/i.exec(path)?.[0];
  if (uri === undefined) return path.replaceAll("\\", "/").split("/");
  const segments = path.slice(uri.length).split("/").slice(1).map(decodePercent);
  const isDrive = /^[a-z]:$/i.test(segments[0] ?? "");
  return isDrive ? [`${uri}/${segments[0]}`, ...segments.slice(1)] : [uri, ...segments];
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[a-z][a-z0-9+.-]*:)/i.test(path);
}
