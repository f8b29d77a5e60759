import { readFile } from "node:fs/promises";
import type { PublicKey } from "../../../server/src/core/host.ts";
import { publicKeyOf } from "../../../server/src/node/keys.ts";

/** The public half of a private key's file; `undefined` where it holds none or cannot be read. */
export async function publicKeyOfFile(file: string): Promise<PublicKey | undefined> {
  try {
    return publicKeyOf(await readFile(file));
  } catch {
    // Not there or not readable: who asked says so.
    return undefined;
  }
}
