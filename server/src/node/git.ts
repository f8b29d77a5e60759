import { execFile, execFileSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname } from "node:path";

/** Longer than any zone that somebody edits by hand takes; a hanging network drive must not hang the check. */
const TIMEOUT_MS = 10_000;

/** Without what a repository's configuration could start. */
const PLAIN = ["-c", "core.fsmonitor=false", "--no-optional-locks"];

/** A commit in the repository around a folder; `undefined` where there is none of that name, or no repository, or no git. */
export function findCommit(folder: string, revision: string): string | undefined {
  const args = [...PLAIN, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  try {
    return execFileSync("git", args, { ...optionsFor(folder), encoding: "utf8" }).trim();
  } catch {
    // git answers with an exit code: there is no such commit.
    return undefined;
  }
}

/** The bytes of a file in a commit; `undefined` where it is not in it. */
export function readCommitted(file: string, commit: string): Uint8Array | undefined {
  try {
    const { folder, args } = blobArguments(file, commit);
    const bytes = execFileSync("git", args, { ...optionsFor(folder), maxBuffer: 1 << 28 });
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch {
    return undefined;
  }
}

/** A hundred thousand records. A larger zone comes out of a program, which raises the serial. */
const MOST_OCTETS = 4 * 1024 * 1024;
const HEAD_ANSWER_MS = 10_000;

/**
 * Files of `HEAD`, read in the background: the first question has no answer yet, and one after ten seconds or more reads
 * again. `changed` is called when an answer has changed.
 *
 * @param now milliseconds
 */
export function rememberHeads(
  now: () => number,
  changed: () => void,
  read = readHead,
): (file: string) => Uint8Array | undefined {
  const answers = new Map<string, { at: number; bytes: Uint8Array | undefined }>();
  const refresh = async (file: string) => {
    const answer = answers.get(file) ?? { at: 0, bytes: undefined };
    answer.at = now();
    answers.set(file, answer);
    const bytes = await read(file);
    if (isSame(bytes, answer.bytes)) return;
    answer.bytes = bytes;
    changed();
  };
  return (file) => {
    const known = answers.get(file);
    if (known === undefined || now() - known.at >= HEAD_ANSWER_MS) void refresh(file);
    return known?.bytes;
  };
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && Buffer.compare(a, b) === 0);
}

/** A file of `HEAD`; `undefined` where it is not in it, or too large. */
function readHead(file: string): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    try {
      const { folder, args } = blobArguments(file, "HEAD");
      const options = { ...optionsFor(folder), encoding: "buffer" as const, maxBuffer: MOST_OCTETS };
      execFile("git", args, options, (error, bytes) => {
        resolve(error ? undefined : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
      });
    } catch {
      // The file is gone, or git could not be started.
      resolve(undefined);
    }
  });
}

/** A link is committed as a link: the file behind it is meant. A file that is gone may have been committed. */
function blobArguments(file: string, commit: string): { readonly folder: string; readonly args: string[] } {
  const real = existsSync(file) ? realpathSync(file) : file;
  const args = [...PLAIN, "cat-file", "blob", `${commit}:./${basename(real)}`];
  return { folder: dirname(real), args };
}

function optionsFor(folder: string) {
  return {
    cwd: folder,
    timeout: TIMEOUT_MS,
    windowsHide: true,
    stdio: ["ignore", "pipe", "ignore"] as ["ignore", "pipe", "ignore"],
  };
}
