import type { Finding } from "../core/engine/finding.ts";
import type { Severity } from "../core/rule.ts";

/** What a check found, for any output format. */
export interface Report {
  /** How many files were checked, included ones not counted. */
  readonly files: number;
  readonly findings: readonly Finding[];
  /** The lines that findings begin in, where the format wants them. */
  readonly lines: ReadonlyMap<Finding, string>;
  /** The files that `--fix` has changed. */
  readonly fixed: readonly string[];
}

export type Counts = Readonly<Record<Severity, number>>;

export function countBySeverity(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
