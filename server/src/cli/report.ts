import type { Finding } from "../core/engine/finding.ts";
import { maskText } from "../core/model/configSecrets.ts";
import { redact } from "../core/redact.ts";
import type { Severity } from "../core/rule.ts";
import { kindOf } from "./findFiles.ts";

/** What a check found, for any output format. */
export interface Report {
  /** How many files were checked, included ones not counted. */
  readonly files: number;
  readonly findings: readonly Finding[];
  /** The lines that findings begin in, where the format wants them. */
  readonly lines: ReadonlyMap<Finding, string>;
  /** The files that `--fix` has changed. */
  readonly fixed: readonly string[];
  /** Literal secrets of the checked configs: no output may hold them. */
  readonly secrets: readonly string[];
}

/** Shorter ones would take words out of messages, and they protect nothing. */
const LEAST_SECRET = 3;

/** The same report without its secrets: messages are redacted, and fixes that would write one are left out. */
export function withoutSecrets(report: Report): Report {
  const secrets = report.secrets.filter((it) => it.length >= LEAST_SECRET);
  const holds = (text: string) => secrets.some((it) => text.includes(it)) || maskText(text) !== text;
  const lines = new Map(report.lines);
  const findings = report.findings.map((finding): Finding => {
    if (kindOf(finding.path) !== "config") return finding;
    const { code, severity, message, path, range, related, fixes } = finding;
    const kept = fixes.filter(({ title, edits }) => !holds(title) && !edits.some(({ newText }) => holds(newText)));
    const shown = {
      ...{ code, severity, path, range, fixes: kept },
      message: redact(message, secrets),
      related: related.map((it) => ({ ...it, message: redact(it.message, secrets) })),
    };
    const line = report.lines.get(finding);
    if (line !== undefined) lines.set(shown, line);
    return shown;
  });
  return { ...report, findings, lines };
}

export type Counts = Readonly<Record<Severity, number>>;

export function countBySeverity(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
