import type { Translate } from "../../../../server/src/core/locale.ts";
import { escapeMarkdown } from "../../../../server/src/core/text/markdown.ts";
import type { Range } from "../../../../server/src/core/text/span.ts";
import { type Level, nodesOf, type ReportNode } from "./nodes.ts";
import { type ConnectionReport, hasFailed } from "./report.ts";

const MARKS: Readonly<Record<Level, string>> = {
  ok: "✓",
  info: "i",
  warning: "!",
  error: "✗",
  skipped: "–",
  none: "·",
};

/** One sentence for a message or the end of a run. */
export function verdict(report: ConnectionReport, t: Translate): string {
  const { account, servers, isCancelled } = report;
  if (isCancelled) return t("The connection test was cancelled.");
  const bad = servers.filter(({ findings }) => findings.some(({ severity }) => severity === "error")).length;
  const values = { account, bad, count: servers.length };
  if (!hasFailed(report)) {
    return t("Account `{account}`: the connection test passed. Nothing was sent. Servers: {count}.", values);
  }
  return t("Account `{account}`: the connection test failed. Servers: {count}, with errors: {bad}.", values);
}

/**
 * A report as lines for a terminal, indented by depth.
 *
 * @param where names a place of the config
 */
export function reportLines(
  report: ConnectionReport,
  now: number,
  t: Translate,
  where: (place: Range) => string,
): readonly string[] {
  const linesOf = (
    { label, description, meaning, level, place, children }: ReportNode,
    depth: number,
  ): readonly string[] => {
    const isFinding = level === "error" || level === "warning" || level === "info";
    const at = isFinding && depth > 0 && place !== undefined ? `(${where(place)})` : "";
    const said = [label, description, at].filter((it) => it !== "").join("  ");
    const next = isFinding && meaning !== "" ? [`${"  ".repeat(depth + 1)}→ ${meaning}`] : [];
    return [
      `${"  ".repeat(depth)}${MARKS[level]} ${said}`,
      ...next,
      ...children.flatMap((it) => linesOf(it, depth + 1)),
    ];
  };
  return nodesOf(report, now, t).flatMap((it) => linesOf(it, 0));
}

/**
 * A report as a page of Markdown. What servers say is shown as text, whatever it looks like.
 *
 * @param where names a place of the config
 */
export function reportPage(
  report: ConnectionReport,
  now: number,
  t: Translate,
  where: (place: Range) => string,
): string {
  const title = t("Connection report: {account}", { account: report.account });
  const servers = nodesOf(report, now, t).flatMap((it) => serverPart(it, t, where));
  return `${[`# ${escapeMarkdown(title)}`, "", escapeMarkdown(verdict(report, t)), "", ...servers].join("\n")}\n`;
}

function serverPart(
  { label, description, children }: ReportNode,
  t: Translate,
  where: (place: Range) => string,
): readonly string[] {
  const findings = children.filter(({ place }) => place !== undefined);
  const steps = children.filter(({ place }) => place === undefined);
  return [
    `## ${escapeMarkdown(label)}`,
    "",
    escapeMarkdown(description),
    "",
    ...findings.flatMap((it) => findingPart(it, where)),
    ...(findings.length > 0 ? [""] : []),
    `| | ${t("Step")} | ${t("Result")} |`,
    "| --- | --- | --- |",
    ...steps.map((it) => `| ${MARKS[it.level]} | ${escapeMarkdown(it.label)} | ${escapeMarkdown(it.description)} |`),
    "",
    ...steps.filter((it) => it.children.length > 0).flatMap(detailPart),
  ];
}

function findingPart({ label, meaning, level, place }: ReportNode, where: (place: Range) => string): readonly string[] {
  const at = place === undefined ? "" : ` (${escapeMarkdown(where(place))})`;
  return [`- ${MARKS[level]} **${escapeMarkdown(label)}** ${escapeMarkdown(meaning)}${at}`];
}

function detailPart({ label, children }: ReportNode): readonly string[] {
  const rows = (node: ReportNode, depth: number): readonly string[] => [
    `| ${"&nbsp;&nbsp;".repeat(depth)}${escapeMarkdown(node.label)} | ${escapeMarkdown(node.description)} | ${escapeMarkdown(node.meaning)} |`,
    ...node.children.flatMap((it) => rows(it, depth + 1)),
  ];
  return [
    `### ${escapeMarkdown(label)}`,
    "",
    "| | | |",
    "| --- | --- | --- |",
    ...children.flatMap((it) => rows(it, 0)),
    "",
  ];
}
