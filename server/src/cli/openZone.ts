import { dirname, resolve } from "node:path";
import type { ZoneSource } from "../core/index.ts";
import { redact } from "../core/redact.ts";
import type { CommandContext } from "./context.ts";
import { readContent } from "./fileContent.ts";
import { findFiles, kindOf } from "./findFiles.ts";
import { UsageError } from "./io.ts";
import { createWorkspace } from "./workspace.ts";

/** The one zone file that a command is about. @throws UsageError where it is none */
export function openZone(
  file: string,
  origin: string | undefined,
  { io, createEngine, t }: CommandContext,
): ZoneSource {
  const [path, ...more] = findFiles([file], io.cwd, t);
  if (path === undefined || more.length > 0) throw new UsageError(t("Name one file."));
  const logError = (what: string, error: unknown) => io.stderr(`mailconfig: ${what}: ${redact(String(error))}\n`);
  const workspace = createWorkspace({ cwd: io.cwd, roots: [dirname(resolve(io.cwd, path))], logError });
  const { body } = readContent(workspace.read(path));
  const source = createEngine(workspace.host).open(path, kindOf(path), body, origin === undefined ? {} : { origin });
  if (source.kind !== "zone") throw new UsageError(t("`{path}` is no zone file.", { path }));
  return source;
}
