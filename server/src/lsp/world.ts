import type { Host } from "../core/host.ts";
import type { CreateEngine } from "../core/index.ts";

/** All that the server touches of the world beside its client: Node's file system, or nothing of the kind in a browser. */
export interface World {
  readonly createEngine: CreateEngine;
  /** @param roots the workspace's folders as URIs, asked anew each time */
  createHost(roots: () => readonly string[], logError: Host["logError"]): Host;
  /** One spelling for all URIs of a file. */
  canonical(uri: string): string;
}
