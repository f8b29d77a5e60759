import type { FileSafety, Host } from "../../server/src/core/host.ts";
import { publicKeyOf } from "../../server/src/node/keys.ts";

export interface MemoryHostOptions {
  /** Texts by the path that another file writes. */
  readonly files?: Readonly<Record<string, string>>;
  /** Of the zone files, as they were committed. */
  readonly committed?: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly safety?: FileSafety;
  readonly environment?: readonly string[];
}

/** A host whose files are in memory: a path with `..` or a leading `/` is forbidden, all others that it lacks are missing. */
const ENCODER = new TextEncoder();

export function memoryHost({
  files = {},
  committed = {},
  now = Date.UTC(2026, 10, 24),
  safety,
  environment = [],
}: MemoryHostOptions = {}): Host {
  const bytesOf = new Map(Object.entries(committed).map(([path, text]) => [path, ENCODER.encode(text)]));
  return {
    now: () => now,
    committed: (path) => bytesOf.get(path),
    readFile(_from, reference) {
      if (reference.startsWith("/") || reference.includes("..")) return { kind: "forbidden" };
      const text = files[reference];
      if (text === undefined) return { kind: "missing", path: reference };
      return { kind: "file", path: reference, bytes: ENCODER.encode(text) };
    },
    resolve: (_from, reference) => (reference.startsWith("/") || reference.includes("..") ? undefined : reference),
    filesBelow: (_from, isWanted) => Object.keys(files).filter((it) => isWanted(it.slice(it.lastIndexOf("/") + 1))),
    environmentNames: () => environment,
    publicKeyOf,
    fileSafety: () => safety,
    logError(what, error) {
      throw new Error(what, { cause: error });
    },
  };
}
