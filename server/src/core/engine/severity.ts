import type { Severity } from "../rule.ts";

export type Severities = Readonly<Record<string, Severity | "off">>;

/** The severity that the settings give a code: its own entry wins over `group/*`, and that over `*`. */
export function severityOf(code: string, byDefault: Severity, severities: Severities): Severity | "off" {
  const group = `${code.slice(0, code.indexOf("/"))}/*`;
  return severities[code] ?? severities[group] ?? severities["*"] ?? byDefault;
}
