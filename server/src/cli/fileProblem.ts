import type { Translate } from "../core/locale.ts";
import { nameOf } from "./findFiles.ts";

/** What the system says of a file that cannot be read or written, in words; `undefined` where the error is another. */
export function fileProblem(error: unknown, cwd: string, t: Translate): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "EISDIR") return t("A folder was named where a file is wanted.");
  if (code === undefined || path === undefined) return undefined;
  const name = nameOf(path, cwd);
  if (code === "ENOENT") return `${t("There is no such file or folder:")} ${name}`;
  if (code === "EACCES" || code === "EPERM") return `${t("This file is closed to you:")} ${name}`;
  return undefined;
}
