/** A text in Markdown or its tables. Backticks of our own sentences stay, as code; all else that could be read as more is text. */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`\n|<>&]*`)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/[\\`*_{}[\]()#+!|<>&~]/g, (it) => `&#${it.charCodeAt(0)};`),
    )
    .join("")
    .replace(/\s*\n\s*/g, " ");
}

/** Data in a line of Markdown, shown as it is: as code, whatever backticks it holds (CommonMark §6.1). */
export function codeSpan(text: string): string {
  const marks = "`".repeat(longestTicks(text) + 1);
  const pad = text.includes("`") ? " " : "";
  return `${marks}${pad}${text.replace(/\p{Cc}/gu, "\uFFFD")}${pad}${marks}`;
}

/** Lines of data in Markdown, shown as they are (CommonMark §4.5). */
export function codeBlock(text: string, language = "text"): string {
  const marks = "`".repeat(Math.max(2, longestTicks(text)) + 1);
  return `${marks}${language}\n${text}\n${marks}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
}
