import type { Host } from "../../server/src/core/host.ts";
import { publicKeyOf } from "../../server/src/node/keys.ts";

/** A host with folders, below `file:///work`: what it holds may change, as a disk does. */
export function treeHost(files: Map<string, string>): Host {
  const resolve = (from: string, reference: string) => {
    if (reference.startsWith("/")) return undefined;
    const path = new URL(reference, from).href;
    return path.startsWith("file:///work/") ? path : undefined;
  };
  return {
    now: () => Date.UTC(2026, 10, 24),
    resolve,
    readFile(from, reference) {
      const path = resolve(from, reference);
      if (path === undefined) return { kind: "forbidden" };
      const text = files.get(path);
      return text === undefined
        ? { kind: "missing", path }
        : { kind: "file", path, bytes: new TextEncoder().encode(text) };
    },
    publicKeyOf,
    logError(what, error) {
      throw new Error(what, { cause: error });
    },
  };
}
