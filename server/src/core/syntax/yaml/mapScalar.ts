import { MappedText } from "../../text/mappedText.ts";
import { afterBreak } from "./lines.ts";
import type { ScalarNode } from "./nodes.ts";

/**
 * Where the characters of a scalar's value were written, in any style. Made when a rule asks for it: js-yaml has decoded
 * the value, so this only walks source and value side by side.
 */
export function mapScalar(text: string, node: ScalarNode): MappedText {
  const mapped = new MappedText(node.content.start);
  if (node.style === "literal" || node.style === "folded") mapBlock(text, node, mapped);
  else mapFlow(text, node, mapped);
  return mapped;
}

function mapFlow(text: string, { value, style, content: { start, end } }: ScalarNode, into: MappedText): void {
  for (let at = start, unit = 0; at < end && unit < value.length; ) {
    let next = at;
    while (next < end && (text[next] === " " || text[next] === "\t")) next++;
    const isFold = next < end && (text[next] === "\n" || text[next] === "\r");
    const isContinued = style === "double" && text[at] === "\\" && /[\r\n]/.test(text[at + 1] ?? "");
    if (isFold || isContinued) {
      const from = at;
      at = isContinued ? at + 1 : next;
      const breaks = /^[ \t\r\n]*/.exec(text.slice(at, end));
      const region = Math.min(end, at + (breaks?.[0].length ?? 0));
      const lines = text.slice(at, region).replace(/\r\n?/g, "\n").split("\n").length - 1;
      const units = isContinued ? 0 : Math.max(1, lines - 1);
      if (units > 0) into.push(value.slice(unit, unit + units), from, region);
      unit += units;
      at = Math.max(region, from + 1);
    } else if (next > at) {
      for (; at < next && unit < value.length; at++) into.push(value[unit++] ?? "", at, at + 1);
    } else {
      const length = escapeLength(text, at, style);
      const isPair = length === 10 && /[\uD800-\uDBFF]/.test(value[unit] ?? "");
      into.push(value.slice(unit, unit + (isPair ? 2 : 1)), at, at + length);
      unit += isPair ? 2 : 1;
      at += length;
    }
  }
}

function escapeLength(text: string, at: number, style: ScalarNode["style"]): number {
  if (style === "single" && text[at] === "'") return 2;
  if (style !== "double" || text[at] !== "\\") return 1;
  return { x: 4, u: 6, U: 10 }[text[at + 1] ?? ""] ?? 2;
}

function mapBlock(text: string, { value, content: { start, end }, indent }: ScalarNode, into: MappedText): void {
  let at = start;
  let column = 0;
  for (let unit = 0; unit < value.length; ) {
    const c = value[unit] ?? "";
    if (at >= end)
      into.push(value[unit++] ?? "", end, end); // a last line break that the file lacks
    else if (column < indent && text[at] === " ") [at, column] = [at + 1, column + 1];
    else if (text[at] === "\n" || text[at] === "\r") {
      const next = afterBreak(text, at);
      if (c === "\n" || c === " ") into.push(value[unit++] ?? "", at, next);
      [at, column] = [next, 0];
    } else {
      into.push(value[unit++] ?? "", at, at + 1);
      [at, column] = [at + 1, indent];
    }
  }
}
