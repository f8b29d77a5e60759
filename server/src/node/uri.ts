import { fileURLToPath, pathToFileURL } from "node:url";

/** The absolute path behind a `file:` URI; `undefined` for another scheme or a URI that is no path here. */
export function fileOfUri(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function uriOfFile(file: string): string {
  return pathToFileURL(file).href;
}

/**
 * One spelling for all URIs of a file: VS Code writes `file:///c%3A/a%40b`, Node `file:///C:/a@b`. A URI that is no
 * file stays as it is.
 */
export function canonicalUri(uri: string): string {
  const file = fileOfUri(uri);
  return file === undefined ? uri : uriOfFile(file.replace(/^[a-z]:/, (drive) => drive.toUpperCase()));
}
