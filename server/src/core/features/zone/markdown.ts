import { codeSpan } from "../../text/markdown.ts";

/** The parts of a hover, in the order in which they are shown: what it is, what it does here, values, links. */
export interface HoverText {
  readonly code: string;
  /** A few words behind the dash, without a full stop. */
  readonly what: string;
  readonly paragraphs?: readonly (string | undefined)[];
  /** At most eight are shown. */
  readonly values?: readonly (readonly [value: string, meaning: string])[];
  /** Section names (`RFC 7208 §5.1`) or addresses. */
  readonly references?: readonly (string | undefined)[];
}

const MOST_ROWS = 8;

export function toMarkdown({ code, what, paragraphs = [], values = [], references = [] }: HoverText): string {
  const head = `**${quoted(code)}** — ${what.replace(/[.。]$/, "")}`;
  const rows = values.slice(0, MOST_ROWS).map(([value, meaning]) => `| ${quoted(value)} | ${cell(meaning)} |`);
  const table = rows.length > 0 ? ["| | |\n| --- | --- |", ...rows].join("\n") : undefined;
  const links = [...new Set(references)].flatMap((it) => (it === undefined ? [] : linkTo(it))).join(" · ");
  const body = paragraphs.filter((it) => it !== undefined && it !== "").join("\n\n");
  return [head, body, table, links].filter((it) => it !== undefined && it !== "").join("\n\n");
}

/** As code of one line and a width that a hover can show. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const shown = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return codeSpan(shown);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s+/g, " ");
}

/** `RFC 7208 §5.1` leads to that section; an address is its own link; another text stays text. */
export function linkTo(reference: string): string {
  const [, number, section] = /^RFC (\d+)(?: (?:§|Appendix )([\w.]+))?$/.exec(reference) ?? [];
  if (number !== undefined) {
    const anchor = section === undefined ? "" : `#${/^[A-Z]/.test(section) ? "appendix" : "section"}-${section}`;
    return `[${reference}](https://www.rfc-editor.org/rfc/rfc${number}${anchor})`;
  }
  const [, host] = /^https:\/\/([^/\s]+)\S*$/.exec(reference) ?? [];
  return host === undefined ? reference : `[${host}](${reference})`;
}
