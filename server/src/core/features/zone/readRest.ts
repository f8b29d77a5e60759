import type { ZoneSource } from "../../index.ts";

/** A large file may not be read to its end yet; what changes it must know it whole. */
export function readRest(source: ZoneSource): void {
  for (let turn = 0; turn < 200 && !source.advance(50); turn++);
}
