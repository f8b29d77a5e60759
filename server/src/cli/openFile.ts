import { dirname, resolve } from "node:path";
import type { Source, ZoneSource } from "../core/index.ts";
import { redact } from "../core/redact.ts";
import type { CommandContext } from "./context.ts";
import { readContent } from "./fileContent.ts";
import { findFiles, kindOf } from "./findFiles.ts";
import { type Io, UsageError } from "./io.ts";
import { createWorkspace } from "./workspace.ts";

/** The one file that a command is about. @throws UsageError where it is none, or several */
export function openFile(
  paths: readonly string[],
  origin: string | undefined,
  { io, createEngine, t }: CommandContext,
): Source {
  const [path, ...more] = findFiles(paths, io.cwd, t);
  if (path === undefined || more.length > 0) throw new UsageError(t("Name one file."));
  const workspace = createWorkspace({
    cwd: io.cwd,
    roots: [dirname(resolve(io.cwd, path))],
    logError: errorLog(io),
  });
  const { body } = readContent(workspace.read(path));
  return createEngine(workspace.host).open(path, kindOf(path), body, origin === undefined ? {} : { origin });
}

/** The same, where it has to be a zone file. */
export function openZone(file: string, origin: string | undefined, context: CommandContext): ZoneSource {
  const source = openFile([file], origin, context);
  if (source.kind !== "zone") throw new UsageError(context.t("`{path}` is no zone file.", { path: source.path }));
  return source;
}

/** Tells on the standard error what broke, without secrets. */
export function errorLog({ stderr }: Pick<Io, "stderr">): (what: string, error: unknown) => void {
  return (what, error) => stderr(`mailconfig: ${what}: ${redact(String(error))}\n`);
}
