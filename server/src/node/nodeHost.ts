import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import type { FileAnswer, Host } from "../core/host.ts";
import { filesBelow, isBelow } from "./folders.ts";
import { rememberHeads } from "./git.ts";
import { fileSafety, publicKeyOf, rememberGit } from "./keys.ts";

/** What names the files towards the core, and where reading is allowed. */
export interface NodeHostOptions {
  /** The folders that files may be read from, absolute; asked anew each time, since a client can change them. */
  roots(): readonly string[];
  /** The absolute path of a document's name; `undefined` for one that is no file (`untitled:…`). */
  toFile(path: string): string | undefined;
  /** The name of a file, the other way. */
  toPath(file: string): string;
  /** Whether the user trusts what lies there: else no key is read, and no other program run. */
  isTrusted(): boolean;
  logError(what: string, error: unknown): void;
  now?(): number;
  /** A committed version became known, or another one than before: who compared with it has to look again. */
  committedChanged?(): void;
}

/** Files that hold keys or certificates by their name; nothing reads them in a workspace that is not trusted. */
const KEY_FILE = /\.(?:pem|key|p8|p12|pfx|der|crt|cer)$/i;

/** The most that is read of a file that another one names: beyond it no record or key is meant. */
const LARGEST_OCTETS = 256 * 1024 * 1024;

/** Node's file system as the core sees it: bytes of files below the roots, and nothing else. */
export function createNodeHost(options: NodeHostOptions): Host {
  const now = options.now ?? Date.now;
  const askGit = rememberGit(now);
  const { committedChanged } = options;
  const heads = committedChanged && rememberHeads(now, committedChanged);
  return {
    ...(heads && {
      committed: (path) => {
        const file = options.isTrusted() ? options.toFile(path) : undefined;
        const isInside = file !== undefined && options.roots().some((it) => isBelow(it, file));
        return isInside ? heads(file) : undefined;
      },
    }),
    now,
    logError: options.logError,
    readFile: (from, reference) => {
      const document = options.toFile(from);
      if (document === undefined || (KEY_FILE.test(reference) && !options.isTrusted())) return undefined;
      const root = options.roots().find((it) => isBelow(it, document));
      if (root === undefined) return undefined;
      return readBelow(root, resolve(dirname(document), reference), reference, options);
    },
    resolve: (from, reference) => {
      const document = options.toFile(from);
      const root = document && options.roots().find((it) => isBelow(it, document));
      if (document === undefined || root === undefined || isForbidden(reference)) return undefined;
      const file = resolve(dirname(document), reference);
      return isBelow(root, file) ? options.toPath(file) : undefined;
    },
    filesBelow: (from, isWanted) => {
      const document = options.toFile(from);
      if (document === undefined || !options.roots().some((it) => isBelow(it, document))) return [];
      const isTrusted = options.isTrusted();
      return filesBelow(dirname(document), (name) => isWanted(name) && (isTrusted || !KEY_FILE.test(name)));
    },
    environmentNames: () => (options.isTrusted() ? Object.keys(process.env) : []),
    publicKeyOf: (pem) => (options.isTrusted() ? publicKeyOf(pem) : undefined),
    fileSafety: (path) => {
      const file = options.isTrusted() ? options.toFile(path) : undefined;
      return file === undefined ? undefined : fileSafety(file, askGit);
    },
  };
}

function readBelow(root: string, file: string, reference: string, options: NodeHostOptions): FileAnswer {
  if (isForbidden(reference) || !isBelow(root, file)) return { kind: "forbidden" };
  const path = options.toPath(file);
  try {
    const real = realpathSync(file);
    if (!isBelow(realpathSync(root), real)) return { kind: "forbidden" };
    const { size, isFile } = statOf(real);
    if (!isFile || size > LARGEST_OCTETS) return { kind: "missing", path };
    return { kind: "file", path, bytes: readFileSync(real) };
  } catch {
    // Not there, not readable, or no possible name (a NUL in it): all the same to who names it.
    return { kind: "missing", path };
  }
}

function isForbidden(reference: string): boolean {
  return isAbsolute(reference) || /^[a-z]:|^[\\/]/i.test(reference);
}

/** A device or a pipe would block or never end. */
function statOf(file: string): { readonly size: number; readonly isFile: boolean } {
  const stat = statSync(file);
  return { size: stat.size, isFile: stat.isFile() };
}
