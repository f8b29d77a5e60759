import { dirname, resolve } from "node:path";
import type { Finding } from "../core/engine/finding.ts";
import type { Translate } from "../core/locale.ts";
import { findCommit, readCommitted } from "../node/git.ts";
import { UsageError } from "./io.ts";
import type { Workspace } from "./workspace.ts";

/** The bytes that a path of the run had in the revision of `--since`; `undefined` where it was not there. */
export type Committed = (path: string) => Uint8Array | undefined;

/** Reads files of a revision, each once: what changed in the repository is not asked, since another file may have broken them. */
export function committedAt(revision: string, cwd: string, t: Translate): Committed {
  const commits = new Map<string, string>();
  const known = new Map<string, Uint8Array | undefined>();
  return (path) => {
    if (known.has(path)) return known.get(path);
    const file = resolve(cwd, path);
    const folder = dirname(file);
    const commit = commits.get(folder) ?? findCommit(folder, revision);
    if (commit === undefined) {
      throw new UsageError(t("git knows no revision `{revision}` in {folder}.", { revision, folder }));
    }
    commits.set(folder, commit);
    const bytes = readCommitted(file, commit);
    known.set(path, bytes);
    return bytes;
  };
}

/** The files of a run as they were in the revision, for the same checks. */
export function workspaceAt(workspace: Workspace, committed: Committed): Workspace {
  const { host } = workspace;
  const { committed: _, ...rest } = host;
  return {
    ...workspace,
    read: (path) => committed(path) ?? new Uint8Array(),
    host: {
      ...rest,
      readFile: (from, reference) => {
        const answer = host.readFile(from, reference);
        if (answer === undefined || answer.kind === "forbidden") return answer;
        const bytes = committed(answer.path);
        return bytes === undefined
          ? { kind: "missing", path: answer.path }
          : { kind: "file", path: answer.path, bytes };
      },
    },
  };
}

/** What a finding is about, wherever its line has moved to: two findings of the same key are the same fault. */
export function keyOf({ path, code, message, range }: Finding, line: string | undefined): string {
  const end = range.end.line === range.start.line ? range.end.character : undefined;
  return JSON.stringify([path, code, message, line?.slice(range.start.character, end)]);
}

/** The findings without those that the revision had as well, as often as it had them. */
export function withoutKnown(
  findings: readonly Finding[],
  known: readonly string[],
  keyOfFinding: (finding: Finding) => string,
): readonly Finding[] {
  const left = new Map<string, number>();
  for (const key of known) left.set(key, (left.get(key) ?? 0) + 1);
  return findings.filter((finding) => {
    const key = keyOfFinding(finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}
