import type { Finding } from "../../core/engine/finding.ts";
import { countBySeverity, type Report } from "../report.ts";

/** The contract for other programs: version 1, lines and columns from 1, columns in UTF-16 units. */
export function formatJson({ files, findings }: Report): string {
  const { error, warning, info, hint } = countBySeverity(findings);
  const summary = { files, errors: error, warnings: warning, infos: info, hints: hint };
  return `${JSON.stringify({ version: 1, findings: findings.map(toRow), summary }, null, 2)}\n`;
}

function toRow({ path, code, severity, message, range: { start, end }, fixes }: Finding) {
  return {
    path,
    rule: code,
    severity,
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    fix: fixes.find((it) => it.kind === "safe")?.kind ?? fixes[0]?.kind ?? null,
  };
}
