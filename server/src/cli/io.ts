/** All that the CLI touches of the world beside files: `main.ts` passes the process's own, tests pass strings. */
export interface Io {
  stdout(text: string): void;
  stderr(text: string): void;
  /** All of the standard input. */
  readStdin(): Promise<Uint8Array>;
  /** Absolute: relative paths of the command line count from it. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the output is read by a person at a terminal that shows colours. */
  readonly hasColours: boolean;
}

/** 0 clean, 1 findings that fail the check, 2 the command itself could not run. */
export type ExitCode = 0 | 1 | 2;

/** What the user asked for cannot be done; the message is for them, in their language. */
export class UsageError extends Error {}
