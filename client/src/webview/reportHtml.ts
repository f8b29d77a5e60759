import type { Translate } from "../../../server/src/core/locale.ts";
import type {
  DomainReportResult,
  ReportFindingResult,
  ReportFixResult,
  ReportNodeResult,
  ReportPlace,
  ReportRowResult,
  ReportSectionResult,
} from "../../../server/src/protocol.ts";

/** What the page around a report needs of the webview that shows it. */
export interface PageParts {
  /** Made anew for each page. */
  readonly nonce: string;
  /** The source of the webview's own files, as its policy names it. */
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly title: string;
}

/** The page, empty yet: only its own style and script run in it, and nothing is fetched from elsewhere. */
export function reportPage({ nonce, cspSource, script, style, language, title }: PageParts): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${toHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${toHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toHtml(title)}</title>
<link rel="stylesheet" href="${toHtml(style)}">
</head>
<body>
<div id="page"></div>
<p id="status" role="status"></p>
<script nonce="${toHtml(nonce)}" src="${toHtml(script)}"></script>
</body>
</html>`;
}

/** All that changes when files change. Each thing that can be pressed has an `id`, and says what it means in `data-action`. */
export function reportHtml(report: DomainReportResult, t: Translate): string {
  const { domain, sections } = report;
  const links = sections.map(
    (it) => `<li><a href="#${attribute(it.id)}">${toHtml(it.title)}</a> (${toHtml(stateText(worstOf(it), t))})</li>`,
  );
  return `<header><h1>${toHtml(domain)}</h1><p>${toHtml(summaryOf(report, t))}</p></header>
<nav aria-label="${attribute(t("Parts of the report"))}"><ul>${links.join("")}</ul></nav>
<main>${sections.map((it) => sectionHtml(it, t)).join("\n")}</main>`;
}

/** `12 passed, 1 failed, 3 missing`, also read aloud when the report changes. */
export function summaryOf({ sections }: DomainReportResult, t: Translate): string {
  const rows = sections.flatMap((it) => it.rows);
  const count = (state: ReportRowResult["state"]) => rows.filter((it) => it.state === state).length;
  const counts = { passed: count("passed"), failed: count("failed"), missing: count("missing") };
  const unknown = count("unknown");
  if (unknown === 0) return t("Passed: {passed}. Failed: {failed}. Missing: {missing}.", counts);
  return t("Passed: {passed}. Failed: {failed}. Missing: {missing}. Unknown: {unknown}.", { ...counts, unknown });
}

/** How a thing to press is found again in a newer report. */
export function keyOf(row: Pick<ReportRowResult, "id">, code: string, fix: Pick<ReportFixResult, "title">): string {
  return [row.id, code, fix.title].join("|");
}

/** The fix behind a key, as the report has it now. */
export function fixOf({ sections }: DomainReportResult, key: string): ReportFixResult | undefined {
  for (const row of sections.flatMap((it) => it.rows)) {
    if (row.fix && keyOf(row, "", row.fix) === key) return row.fix;
    for (const { code, fixes } of row.findings) {
      const fix = fixes.find((it) => keyOf(row, code, it) === key);
      if (fix) return fix;
    }
  }
  return undefined;
}

function sectionHtml({ id, title, rows }: ReportSectionResult, t: Translate): string {
  return `<section aria-labelledby="${attribute(id)}">
<h2 id="${attribute(id)}" tabindex="-1">${toHtml(title)}</h2>
<ul>${rows.map((it) => rowHtml(it, t)).join("")}</ul>
</section>`;
}

function rowHtml(row: ReportRowResult, t: Translate): string {
  const { id, state, title, text, value, place, tree, findings, fix } = row;
  const sign = { passed: "✓", failed: "✗", missing: "○", unknown: "?" }[state];
  const name = place ? placeLink(`${id}|place`, place, title) : toHtml(title);
  const parts = [
    `<h3 id="${attribute(id)}" tabindex="-1"><span class="state"><span aria-hidden="true">${sign}</span> ${toHtml(stateText(state, t))}</span> ${name}</h3>`,
    text === "" ? "" : `<p>${withCode(text)}</p>`,
    value === undefined ? "" : `<p><code>${toHtml(value)}</code></p>`,
    tree.length === 0 ? "" : treeHtml(id, tree, t),
    findings.length === 0 ? "" : `<ul class="findings">${findings.map((it) => findingHtml(row, it, t)).join("")}</ul>`,
    fix ? buttons([fixButton(row, "", fix)]) : "",
  ];
  return `<li class="row ${state}">${parts.join("\n")}</li>`;
}

function findingHtml(row: ReportRowResult, finding: ReportFindingResult, t: Translate): string {
  const { code, severity, message, place, fixes } = finding;
  const { start } = place.range;
  const id = `${row.id}|${code}|${start.line}:${start.character}`;
  const page = `<a href="#" id="${attribute(`${id}|page`)}" data-action="page" data-code="${attribute(code)}">${toHtml(code)}</a>`;
  return `<li class="${severity}"><span class="severity">${toHtml(severityText(severity, t))}</span> ${withCode(message)} (${page}, ${placeLink(`${id}|place`, place, t("line {line}", { line: start.line + 1 }))})${buttons(
    fixes.map((it) => fixButton(row, code, it)),
  )}</li>`;
}

function fixButton(row: ReportRowResult, code: string, fix: ReportFixResult): string {
  const key = keyOf(row, code, fix);
  return `<button type="button" id="${attribute(key)}" data-action="fix" data-key="${attribute(key)}">${withCode(fix.title)}</button>`;
}

function buttons(html: readonly string[]): string {
  return html.length === 0 ? "" : `<div class="buttons">${html.join("")}</div>`;
}

function placeLink(id: string, { uri, range: { start } }: ReportPlace, text: string): string {
  return `<a href="#" id="${attribute(id)}" data-action="open" data-uri="${attribute(uri)}" data-line="${start.line}" data-character="${start.character}">${toHtml(text)}</a>`;
}

function treeHtml(id: string, tree: readonly ReportNodeResult[], t: Translate): string {
  return `<details id="${attribute(`${id}|tree`)}" open><summary>${toHtml(t("What it leads to"))}</summary>${treeList(tree)}</details>`;
}

function treeList(nodes: readonly ReportNodeResult[]): string {
  const items = nodes.map(
    ({ text, children }) => `<li><code>${toHtml(text)}</code>${children.length > 0 ? treeList(children) : ""}</li>`,
  );
  return `<ul>${items.join("")}</ul>`;
}

const BADNESS: readonly ReportRowResult["state"][] = ["failed", "missing", "unknown", "passed"];

function worstOf({ rows }: ReportSectionResult): ReportRowResult["state"] {
  return BADNESS.find((state) => rows.some((it) => it.state === state)) ?? "passed";
}

function stateText(state: ReportRowResult["state"], t: Translate): string {
  switch (state) {
    case "passed":
      return t("Passed");
    case "failed":
      return t("Failed");
    case "missing":
      return t("Missing");
    case "unknown":
      return t("Unknown");
  }
}

function severityText(severity: ReportFindingResult["severity"], t: Translate): string {
  switch (severity) {
    case "error":
      return t("Error:");
    case "warning":
      return t("Warning:");
    default:
      return t("Note:");
  }
}

/** Backticks become code. */
function withCode(text: string): string {
  return toHtml(text).replace(/`([^`]*)`/g, "<code>$1</code>");
}

/** For text between tags, and for attributes in double quotes. */
function toHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const attribute = toHtml;
