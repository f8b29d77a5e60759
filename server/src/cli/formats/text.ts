import type { Finding } from "../../core/engine/finding.ts";
import type { Severity } from "../../core/rule.ts";
import { countBySeverity, type Report } from "../report.ts";
import type { FormatOptions } from "./index.ts";

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 90 };
const DIM = 90;
const BOLD = 1;

/** The widest line of a frame; a longer one is cut around the finding. */
const FRAME_WIDTH = 100;

/** For people: a line and a frame for each finding, then the counts. */
export function formatText({ files, findings, lines, fixed }: Report, { t, hasColours }: FormatOptions): string {
  const paint = (text: string, code: number) => (hasColours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const rows = findings.map((finding) => {
    const { path, code, severity, message, range } = finding;
    const place = paint(`${path}:${range.start.line + 1}:${range.start.character + 1}`, BOLD);
    const head = `${place} ${paint(severity, COLOURS[severity])} ${message} ${paint(`[${code}]`, DIM)}\n`;
    return (
      head +
      frame(
        finding,
        lines.get(finding),
        (text) => paint(text, DIM),
        (text) => paint(text, COLOURS[severity]),
      )
    );
  });
  const changed = fixed.map((path) => `${t("Fixed:")} ${path}\n`);
  const { error, warning, info, hint } = countBySeverity(findings);
  const values = { files, errors: error, warnings: warning, infos: info, hints: hint };
  const counts =
    findings.length === 0
      ? t("Files: {files}. No findings.", values)
      : t("Files: {files}, errors: {errors}, warnings: {warnings}, infos: {infos}, hints: {hints}.", values);
  return `${rows.join("")}${changed.join("")}${counts}\n`;
}

/** The line of the finding with its text underlined; `""` where there is none to show. */
function frame(
  { range: { start, end } }: Finding,
  source: string | undefined,
  dim: (text: string) => string,
  colour: (text: string) => string,
): string {
  if (source === undefined || source.trim() === "") return "";
  const last = end.line === start.line ? end.character : source.length;
  const from = last <= FRAME_WIDTH ? 0 : Math.max(0, Math.min(start.character - 20, source.length - FRAME_WIDTH));
  const shown = source.slice(from, from + FRAME_WIDTH);
  const before = Math.max(0, start.character - from);
  const length = Math.max(1, Math.min(last - from, shown.length) - before);
  const number = String(start.line + 1);
  const margin = " ".repeat(number.length);
  const pointer = `${blanks(shown.slice(0, before))}${"^".repeat(length)}`;
  return `${dim(`  ${number} |`)} ${printable(shown)}\n${dim(`  ${margin} |`)} ${colour(pointer)}\n`;
}

/** As wide as the text on a terminal: tabs stay tabs, wide characters take two columns. */
function blanks(text: string): string {
  return [...text]
    .map((it) =>
      it === "\t"
        ? it
        : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(it)
          ? "  "
          : " ",
    )
    .join("");
}

/** A file must not steer the terminal: control characters are shown as a picture of them. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
}
