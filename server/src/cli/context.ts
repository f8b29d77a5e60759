import type { CreateEngine } from "../core/index.ts";
import type { Translate } from "../core/locale.ts";
import type { Io } from "./io.ts";

/** What every command gets. */
export interface CommandContext {
  readonly io: Io;
  readonly createEngine: CreateEngine;
  /** A BCP 47 tag or a POSIX locale. */
  readonly language: string;
  readonly t: Translate;
}
