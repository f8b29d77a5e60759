import type { Finding } from "../core/engine/finding.ts";
import type { Severity } from "../core/rule.ts";

/** What a check found, for any output format. */
export interface Report {
  /** How many files were checked, included ones not counted. */
  readonly files: number;
  readonly findings: readonly ReportedFinding[];
  /** The files that `--fix` has changed. */
  readonly fixed: readonly string[];
}

export interface ReportedFinding extends Finding {
  /** The line that the finding begins in; `undefined` where no format wants it. */
  readonly source: string | undefined;
}

export type Counts = Readonly<Record<Severity, number>>;

export function countBySeverity(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
