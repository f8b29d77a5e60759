import { execFile } from "node:child_process";
import { mkdir, readFile, realpath, unlink, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { isBelow } from "../../../server/src/node/folders.ts";

/** Whether git would take a file into a commit; `outside` where there is no repository, or no git. */
export type GitState = "ignored" | "seen" | "outside";

/** Why a key file cannot be made at a place. */
export type KeyFileProblem = "exists" | "outside" | "unwritable";

const GIT_TIMEOUT_MS = 5_000;

/**
 * Makes the folder of a key file, for its owner alone, and checks that it does not lead out of `root` over a link.
 *
 * @param file absolute
 */
export async function prepareFolder(file: string, root: string): Promise<KeyFileProblem | undefined> {
  if (!isBelow(resolve(root), resolve(file))) return "outside";
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    return isBelow(await realpath(root), await realpath(dirname(file))) ? undefined : "outside";
  } catch {
    // A file stands where a folder should, or nobody may write there: the user is told.
    return "unwritable";
  }
}

/** Writes a private key that only its owner may read (mode 0600). A file that is there is never replaced. */
export async function writeKeyFile(file: string, privatePem: string): Promise<KeyFileProblem | undefined> {
  try {
    await writeFile(file, privatePem, { flag: "wx", mode: 0o600 });
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EEXIST" ? "exists" : "unwritable";
  }
}

/** Takes back a key file that nothing came of. */
export async function removeKeyFile(file: string): Promise<void> {
  await unlink(file);
}

/** Asks git, without hooks, index or file monitor. The file need not be there yet, its folder must. */
export function gitStateOf(file: string): Promise<GitState> {
  const args = ["-c", "core.fsmonitor=false", "check-ignore", "--quiet", "--no-index", "--", file];
  const options = { cwd: dirname(file), timeout: GIT_TIMEOUT_MS, windowsHide: true };
  return new Promise((done) => {
    execFile("git", args, options, (error) => {
      // git answers 1 for a path that no pattern ignores, 128 outside of a repository.
      if (error === null) done("ignored");
      else done(error.code === 1 ? "seen" : "outside");
    });
  });
}

/** Adds a file to the `.gitignore` beside the config, behind what stands there. */
export async function ignoreFile(file: string, folder: string): Promise<void> {
  const path = join(folder, ".gitignore");
  const text = await readFile(path, "utf8").catch(() => "");
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const isOpen = text !== "" && !text.endsWith("\n");
  await writeFile(path, `${text}${isOpen ? lineBreak : ""}${patternFor(relative(folder, file))}${lineBreak}`);
}

/** Anchored to its folder, with git's own signs taken literally (gitignore(5)). */
function patternFor(path: string): string {
  return `/${path
    .split(sep)
    .join("/")
    .replace(/[\\*?[\]]/g, "\\$&")
    .replace(/ $/, "\\ ")}`;
}
