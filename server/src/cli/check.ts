import { dirname, resolve } from "node:path";
import type { Finding, LintOptions } from "../core/engine/finding.ts";
import { safeEdits } from "../core/features/safeFixes.ts";
import type { Engine } from "../core/index.ts";
import { literalSecretsIn } from "../core/model/configSecrets.ts";
import { applyToBytes } from "./byteEdits.ts";
import { type CheckOptions, readCheckOptions } from "./checkOptions.ts";
import type { CommandContext } from "./context.ts";
import { readContent, writeContent } from "./fileContent.ts";
import { findFiles, kindOf, nameOf } from "./findFiles.ts";
import { FORMATTERS } from "./formats/index.ts";
import type { ExitCode } from "./io.ts";
import { createLineReader } from "./lineReader.ts";
import { errorLog } from "./openFile.ts";
import { countBySeverity, type Report, withoutSecrets } from "./report.ts";
import { committedAt, keyOf, withoutKnown, workspaceAt } from "./since.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** The most findings of one file; one more says that there are others. */
const LIMIT = 1000;

/** Each round mends what the last one laid bare; a text that never settles would be two fixes at odds. */
const MOST_ROUNDS = 10;

/** `mailconfig check`: finds the files, checks them, mends them with `--fix`, and prints what is left. */
export async function check(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, t } = context;
  const options = readCheckOptions(args, t);
  const { files, workspace, createAnother } = await openWorkspace(options, context);
  const engine = context.createEngine(workspace.host);
  for (const path of files) engine.fileAdded(path);
  const severities = configSeverities(engine, workspace, options, io.cwd);
  const overrides = options.severities;
  const limit = options.since === undefined ? LIMIT : Number.POSITIVE_INFINITY;
  const lintOptions: LintOptions = { severities, overrides, extraTypes: [], limit, language: context.language };
  const known = options.since === undefined ? [] : knownBefore(createAnother(), files, options, lintOptions, context);
  const run = () => {
    const all = checkAll(engine, workspace, files, options, lintOptions);
    return { ...all, findings: withoutKnown(all.findings, known, (it) => keyOf(it, all.lines.get(it))) };
  };
  let found = run();
  for (let round = 0; options.fix && round < MOST_ROUNDS && mend(found.findings, files, engine, workspace); round++) {
    found = run();
  }
  const fixed = options.fix ? workspace.save() : [];
  const report = withoutSecrets({ files: files.length, ...found, fixed });
  io.stdout(FORMATTERS[options.format](report, { t, hasColours: io.hasColours }));
  const { error, warning } = countBySeverity(found.findings);
  return error > 0 || warning > options.maxWarnings ? 1 : 0;
}

async function openWorkspace(options: CheckOptions, { io, t }: CommandContext) {
  const onDisk = findFiles(
    options.paths.filter((it) => it !== "-"),
    io.cwd,
    t,
  );
  const isPiped = options.paths.includes("-");
  const path = options.stdinFilename === undefined ? "-" : nameOf(resolve(io.cwd, options.stdinFilename), io.cwd);
  const given = isPiped ? { path, bytes: await io.readStdin() } : undefined;
  const files = isPiped ? [...new Set([...onDisk, path])] : onDisk;
  const roots = [...options.paths.map((it) => resolve(io.cwd, it)), ...files.map((it) => dirname(resolve(io.cwd, it)))];
  const committed = options.since === undefined ? undefined : committedAt(options.since, io.cwd, t);
  const createAnother = () =>
    createWorkspace({
      cwd: io.cwd,
      roots: [...new Set(roots)],
      ...(given && { given }),
      ...(committed && { committed }),
      logError: errorLog(io),
    });
  return { files, workspace: createAnother(), createAnother };
}

/** What the revision of `--since` had already. */
function knownBefore(
  workspace: Workspace,
  files: readonly string[],
  options: CheckOptions,
  lintOptions: LintOptions,
  { createEngine }: CommandContext,
): readonly string[] {
  const { committed } = workspace.host;
  if (committed === undefined) return [];
  const before = workspaceAt(workspace, committed);
  const existing = files.filter((it) => committed(it) !== undefined);
  const engine = createEngine(before.host);
  for (const path of existing) engine.fileAdded(path);
  const { findings, lines } = checkAll(engine, before, existing, options, lintOptions);
  return findings.map((it) => keyOf(it, lines.get(it)));
}

/** Checks each file by itself; what one of them includes is reported once, with the file that includes it. */
function checkAll(
  engine: Engine,
  workspace: Workspace,
  files: readonly string[],
  options: CheckOptions,
  lintOptions: LintOptions,
): Pick<Report, "findings" | "lines" | "secrets"> {
  const secrets = new Set<string>();
  const byFile = new Map<string, readonly Finding[]>();
  const lines = new Map<Finding, string>();
  const origin = options.origin === undefined ? {} : { origin: options.origin };
  const open = (path: string) => engine.open(path, kindOf(path), readContent(workspace.read(path)).body, origin);
  // Policy files come last and are small: while they are open, the engine tells which zones they ask.
  const policies = files.filter((it) => kindOf(it) === "policy");
  for (const path of policies) open(path);
  for (const path of [...files.filter((it) => !policies.includes(it)), ...policies]) {
    const source = open(path);
    const findings = source.lint(lintOptions);
    byFile.set(path, findings);
    if (source.kind === "config") for (const { value } of literalSecretsIn(source.file)) secrets.add(value);
    if (options.format === "text" || options.since !== undefined)
      readLines(findings, createLineReader(source, workspace), lines);
    if (engine.dependentsOf(path).length === 0) engine.close(path);
  }
  for (const path of files) if (engine.get(path) !== undefined) engine.close(path);
  const included = new Set(files.filter((it) => kindOf(it) === "zone").flatMap((it) => others(workspace, it)));
  const roots = files.filter((it) => !included.has(it));
  // Files that include one another in a circle have no beginning: then each speaks for itself.
  const findings = unique((roots.length > 0 ? roots : files).flatMap((it) => byFile.get(it) ?? []));
  return { findings, lines, secrets: [...secrets] };
}

/** While the document is open: later nobody has its lines. */
function readLines(
  findings: readonly Finding[],
  lineAt: (path: string, line: number) => string | undefined,
  lines: Map<Finding, string>,
): void {
  for (const finding of findings) {
    const line = lineAt(finding.path, finding.range.start.line);
    if (line !== undefined) lines.set(finding, line);
  }
}

function others(workspace: Workspace, path: string): readonly string[] {
  return [...workspace.namedBy(path)].filter((it) => it !== path);
}

/** Two files that include a third one both find what is wrong in it. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ path, code, range, message }) => {
    const key = JSON.stringify([path, code, range.start, range.end, message]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Makes the safe fixes of all findings. @returns whether there were any */
function mend(findings: readonly Finding[], files: readonly string[], engine: Engine, workspace: Workspace): boolean {
  const edits = safeEdits(findings, (path) => files.includes(path) || workspace.isNamed(path));
  for (const [path, changes] of edits) {
    const content = readContent(workspace.read(path));
    workspace.change(path, writeContent(content, applyToBytes(content.body, changes)));
    engine.fileChanged(path);
  }
  return edits.size > 0;
}

/** The `rules` of the config that `--config` names. */
function configSeverities(
  engine: Engine,
  workspace: Workspace,
  { config }: CheckOptions,
  cwd: string,
): LintOptions["severities"] {
  if (config === undefined) return {};
  const path = nameOf(resolve(cwd, config), cwd);
  const source = engine.open(path, "config", readContent(workspace.read(path)).body);
  return source.kind === "config" ? source.file.severities : {};
}
