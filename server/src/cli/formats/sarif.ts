import type { Finding, FindingFix } from "../../core/engine/finding.ts";
import type { Severity } from "../../core/rule.ts";
import { RULES } from "../../core/rules/index.ts";
import type { Range } from "../../core/text/span.ts";
import { PROGRAM } from "../program.ts";
import type { Report } from "../report.ts";
import type { FormatOptions } from "./index.ts";

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note", hint: "note" };

/** SARIF 2.1.0, as code scanning services read it. */
export function formatSarif({ findings }: Report, { t }: FormatOptions): string {
  const rules = RULES.filter((rule) => findings.some((it) => it.code === rule.code));
  const driver = {
    name: PROGRAM.name,
    version: PROGRAM.version,
    rules: rules.map(({ code, severity, summary, docs }) => ({
      id: code,
      shortDescription: { text: t(summary) },
      fullDescription: { text: t(docs.why) },
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results: findings.map(toResult) };
  const schema = "https://json.schemastore.org/sarif-2.1.0.json";
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

function toResult({ code, severity, message, path, range, related, fixes }: Finding) {
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: message },
    locations: [toLocation(path, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map((it, id) => ({
        id,
        ...toLocation(it.path, it.range),
        message: { text: it.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map(toFix) }),
  };
}

function toLocation(path: string, range: Range) {
  return { physicalLocation: { artifactLocation: { uri: encodeURI(path) }, region: toRegion(range) } };
}

function toRegion({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function toFix({ title, edits }: FindingFix) {
  const paths = [...new Set(edits.map((it) => it.path))];
  const artifactChanges = paths.map((path) => ({
    artifactLocation: { uri: encodeURI(path) },
    replacements: edits
      .filter((it) => it.path === path)
      .map((it) => ({ deletedRegion: toRegion(it.range), insertedContent: { text: it.newText } })),
  }));
  return { description: { text: title }, artifactChanges };
}
