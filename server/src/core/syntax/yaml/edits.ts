import { edit, type TextEdit } from "../../text/span.ts";
import { afterBreak, lineEndOf, lineStartOf, skipBlanks } from "./lines.ts";
import type { MappingNode, Pair, ScalarNode, SequenceNode, YamlNode } from "./nodes.ts";

/**
 * Edits of one file in small: each returns what to change and leaves comments and all else byte for byte. `text` is the
 * text that the nodes were read from. In flow collections no line break is written, in block collections whole lines.
 */
export function setScalar(text: string, node: ScalarNode, value: string): TextEdit[] {
  const { start, end } = node.span;
  const lacksBlank = start === end && /[:-]/.test(text[start - 1] ?? "");
  const isBlock = node.style === "literal" || node.style === "folded";
  const lineBreak = isBlock && /[\r\n]$/.test(text.slice(start, end)) ? lineBreakOf(text) : "";
  return [edit(start, end, (lacksBlank ? " " : "") + writeScalar(value, node.style) + lineBreak)];
}

/** Quotes where a plain value would be read as something else; keeps the style of quotes that stand there. */
export function writeScalar(value: string, style: ScalarNode["style"] = "plain"): string {
  if (style === "single" && /^[\x20-\x7E\xA0-\uD7FF]*$/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const isPlain = /^[\w/.$][\w\-/.@+$]*(?:[ :][\w\-/.@+$]+)*$/.test(value);
  if (style === "plain" && isPlain) return value;
  // JSON is YAML, but for these, which YAML takes for line breaks or forbids unescaped
  return JSON.stringify(value).replace(
    /[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** @param after the pair behind which it goes; without it at the end @param written as it goes into the file */
export function insertKey(text: string, mapping: MappingNode, key: string, written: string, after?: Pair): TextEdit[] {
  const previous = after ?? mapping.pairs.at(-1);
  const entry = `${writeScalar(key)}: ${written}`;
  if (!previous)
    return [
      edit(
        mapping.span.start + 1,
        mapping.span.start + 1,
        /\s/.test(text[mapping.span.start + 1] ?? "") ? ` ${entry}` : ` ${entry} `,
      ),
    ];
  if (mapping.isFlow) return [edit(previous.value.span.end, previous.value.span.end, `, ${entry}`)];
  const end = lineEndBehind(text, previous.value);
  return [insertLines(text, end, [columnOf(text, startOf(previous.key)) + entry])];
}

/** The pair with its lines and what stands behind it on them; comments above it stay. A last pair leaves `{}`. */
export function removeKey(text: string, mapping: MappingNode, pair: Pair): TextEdit[] {
  const index = mapping.pairs.indexOf(pair);
  const [previous, next] = [mapping.pairs[index - 1], mapping.pairs[index + 1]];
  const start = startOf(pair.key);
  const end = pair.value.span.end;
  if (mapping.isFlow) {
    if (next) return [edit(start, startOf(next.key), "")];
    return [edit(previous ? previous.value.span.end : start, end, "")];
  }
  if (!previous && !next)
    return [
      edit(
        start,
        end,
        pair.value.kind === "scalar" && pair.value.content.end < pair.value.span.end
          ? "{}"
          : `{}${trailingBreak(text, end)}`,
      ),
    ];
  const lineStart = lineStartOf(text, start);
  const isFirstOnLine = skipBlanks(text, lineStart) === start;
  if (!isFirstOnLine && next) return [edit(start, startOf(next.key), "")]; // behind a dash: the next key moves up
  const lineEnd = lineEndBehind(text, pair.value);
  if (lineEnd < text.length) return [edit(lineStart, afterBreak(text, lineEnd), "")];
  return [
    edit(
      lineEndOf(text, lineStart === 0 ? 0 : lineStart - (text.startsWith("\r\n", lineStart - 2) ? 2 : 1)),
      lineEnd,
      "",
    ),
  ];
}

/** `imap: imaps://…` becomes a mapping: lines below the key, or `{ … }` inside brackets. The comment behind it stays. */
export function replaceByMapping(
  text: string,
  parent: MappingNode,
  pair: Pair,
  entries: readonly (readonly [string, string])[],
  unit = 2,
): TextEdit[] {
  const { start, end } = pair.value.span;
  const lines = entries.map(([key, value]) => `${writeScalar(key)}: ${writeScalar(value)}`);
  if (parent.isFlow) return [edit(start, end, `{ ${lines.join(", ")} }`)];
  let from = start;
  while (/[ \t]/.test(text[from - 1] ?? "")) from--;
  const lineEnd = lineEndBehind(text, pair.value);
  const indent = columnOf(text, startOf(pair.key)) + " ".repeat(unit);
  return [
    edit(from, end, trailingBreak(text, end)),
    insertLines(
      text,
      lineEnd,
      lines.map((line) => indent + line),
    ),
  ];
}

function insertLines(text: string, lineEnd: number, lines: readonly string[]): TextEdit {
  const lineBreak = lineBreakOf(text);
  return edit(lineEnd, lineEnd, lines.map((line) => lineBreak + line).join(""));
}

/** Anchor and tag of a key stand before its span. */
function startOf(node: YamlNode): number {
  return Math.min(node.span.start, node.anchor?.span.start ?? node.span.start, node.tag?.span.start ?? node.span.start);
}

/** Blanks as wide as what stands before `at` in its line. */
function columnOf(text: string, at: number): string {
  return text
    .slice(lineStartOf(text, at), at)
    .replace(/\uFEFF/g, "")
    .replace(/[^\t]/g, " ");
}

/** The end of the last line that holds some of the node; a block scalar's span takes in its line breaks. */
function lineEndBehind(text: string, node: YamlNode): number {
  let end = node.span.end;
  while (end > node.span.start && /[\r\n]/.test(text[end - 1] ?? "")) end--;
  return lineEndOf(text, end);
}

function trailingBreak(text: string, end: number): string {
  return /[\r\n]/.test(text[end - 1] ?? "") ? lineBreakOf(text) : "";
}

function lineBreakOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

/** Whole lines behind the last pair of a block mapping, indented as its keys are. */
export function insertBlock(text: string, mapping: MappingNode, lines: readonly string[]): TextEdit[] {
  const last = mapping.pairs.at(-1);
  if (!last) return [];
  const indent = columnOf(text, startOf(last.key));
  return [
    insertLines(
      text,
      lineEndBehind(text, last.value),
      lines.map((line) => indent + line),
    ),
  ];
}

/** Whole lines below a key that has no value yet, two blanks deeper than it. A comment behind the key stays there. */
export function fillBlock(text: string, { key }: Pair, lines: readonly string[]): TextEdit[] {
  const indent = `${columnOf(text, startOf(key))}  `;
  return [
    insertLines(
      text,
      lineEndBehind(text, key),
      lines.map((line) => indent + line),
    ),
  ];
}

/** One more item behind the last one: `- item` on a line of its own, or behind a comma. */
export function appendItem(text: string, sequence: SequenceNode, written: string): TextEdit[] {
  const last = sequence.items.at(-1);
  const { start, end } = sequence.span;
  if (sequence.isFlow)
    return last ? [edit(last.span.end, last.span.end, `, ${written}`)] : [edit(start + 1, start + 1, written)];
  if (!last) return [];
  const dash = text.lastIndexOf("-", startOf(last) - 1);
  return dash < 0 || dash > end
    ? []
    : [insertLines(text, lineEndBehind(text, last), [`${columnOf(text, dash)}- ${written}`])];
}

/** An item with its lines, or with the comma that parts it from its neighbour; nothing where it is the only one of a block. */
export function removeItem(text: string, sequence: SequenceNode, item: YamlNode): TextEdit[] {
  const index = sequence.items.indexOf(item);
  const [previous, next] = [sequence.items[index - 1], sequence.items[index + 1]];
  if (sequence.isFlow) {
    if (next) return [edit(startOf(item), startOf(next), "")];
    return [edit(previous ? previous.span.end : startOf(item), item.span.end, "")];
  }
  const dash = text.lastIndexOf("-", startOf(item) - 1);
  if (dash < 0 || (!previous && !next)) return [];
  const lineStart = lineStartOf(text, dash);
  const lineEnd = lineEndBehind(text, item);
  if (lineEnd < text.length) return [edit(lineStart, afterBreak(text, lineEnd), "")];
  return [edit(Math.max(0, lineStart - lineBreakOf(text).length), lineEnd, "")];
}
