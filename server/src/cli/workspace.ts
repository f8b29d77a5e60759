import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Host } from "../core/host.ts";
import { createNodeHost } from "../node/nodeHost.ts";
import { nameOf } from "./findFiles.ts";

/** The files of one run: as they are on disk, with what `--fix` has changed laid over them until it is saved. */
export interface Workspace {
  readonly host: Host;
  /** @throws where the file cannot be read */
  read(path: string): Uint8Array;
  /** Changes a file for all that read it from now on; the disk does not change. */
  change(path: string, bytes: Uint8Array): void;
  /** Whether `path` is a file that some document named, and so may be changed. */
  isNamed(path: string): boolean;
  /** The files that `from` named and that were found, since the last `forget`. */
  namedBy(from: string): ReadonlySet<string>;
  /** Writes every changed file at once or not at all. @returns the paths */
  save(): readonly string[];
}

export interface WorkspaceOptions {
  readonly cwd: string;
  /** Absolute folders besides `cwd` that files may be read from. */
  readonly roots: readonly string[];
  /** The standard input under its name. */
  readonly given?: { readonly path: string; readonly bytes: Uint8Array };
  /** As in `Host`. */
  readonly committed?: (path: string) => Uint8Array | undefined;
  logError(what: string, error: unknown): void;
}

export function createWorkspace({ cwd, roots, given, committed, logError }: WorkspaceOptions): Workspace {
  const original = new Map<string, Uint8Array>();
  const changed = new Map<string, Uint8Array>();
  const named = new Map<string, Set<string>>();
  const toFile = (path: string) => resolve(cwd, path);
  const disk = createNodeHost({
    roots: () => [cwd, ...roots],
    toFile,
    toPath: (it) => nameOf(it, cwd),
    isTrusted: () => true,
    logError,
  });
  const read = (path: string) => {
    const bytes = changed.get(path) ?? (given?.path === path ? given.bytes : readFileSync(toFile(path)));
    if (!original.has(path)) original.set(path, bytes);
    // A Buffer is another class to V8 than a Uint8Array, and the scanner's loops would see two kinds.
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  };
  return {
    read,
    change: (path, bytes) => void changed.set(path, bytes),
    isNamed: (path) => [...named.values()].some((it) => it.has(path)),
    namedBy: (from) => named.get(from) ?? new Set(),
    save: () => {
      const paths = [...changed].filter(([path, bytes]) => !isSame(bytes, original.get(path))).map(([path]) => path);
      for (const path of paths) writeAtomically(toFile(path), changed.get(path), original.get(path));
      return paths;
    },
    host: {
      ...disk,
      ...(committed && { committed }),
      readFile: (from, reference) => {
        const answer = disk.readFile(from, reference);
        if (answer?.kind !== "file") return answer;
        named.set(from, (named.get(from) ?? new Set()).add(answer.path));
        if (!original.has(answer.path)) original.set(answer.path, answer.bytes);
        return { ...answer, bytes: changed.get(answer.path) ?? answer.bytes };
      },
    },
  };
}

function isSame(a: Uint8Array, b: Uint8Array | undefined): boolean {
  return b !== undefined && Buffer.compare(a, b) === 0;
}

/** The link stays a link and keeps its mode; a file that someone else changed meanwhile is left alone. */
function writeAtomically(file: string, bytes: Uint8Array | undefined, expected: Uint8Array | undefined): void {
  if (bytes === undefined) return;
  const real = realpathSync(file);
  if (!isSame(readFileSync(real), expected)) throw new Error(`${file} has changed on disk`);
  const temporary = join(dirname(real), `.mailconfig-${randomBytes(6).toString("hex")}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    chmodSync(temporary, statSync(real).mode);
    renameSync(temporary, real);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
