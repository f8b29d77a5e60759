import type { Severity } from "../../core/rule.ts";
import type { Report } from "../report.ts";

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
};

/** Workflow commands: GitHub shows each as an annotation of the changed line. */
export function formatGithub({ findings }: Report): string {
  return findings
    .map(({ path, code, severity, message, range: { start, end } }) => {
      const lines = `line=${start.line + 1},endLine=${end.line + 1}`;
      // Columns count only where the annotation stays on one line.
      const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : "";
      return `::${COMMANDS[severity]} file=${property(path)},${lines}${columns},title=${property(code)}::${text(message)}\n`;
    })
    .join("");
}

function text(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string): string {
  return text(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
