import type { Source } from "../index.ts";
import type { Translate } from "../locale.ts";
import type { LineIndex, Position } from "../text/span.ts";
import type { Completion, FoldingLines, OutlineNode, SourceHover } from "./answers.ts";
import { completeConfig, hoverConfig, symbolsOfConfig } from "./config/index.ts";
import { completePolicy, hoverPolicy, symbolsOfPolicy } from "./stsPolicy/index.ts";
import type { SymbolNode } from "./types.ts";
import { type CompletionSurroundings, completeZone } from "./zone/completion.ts";
import { foldZone } from "./zone/folding.ts";
import { hoverZone } from "./zone/hover.ts";
import { symbolsOfZone } from "./zone/symbols.ts";

/** What the fronts ask about a place in a document: one function a feature, for every kind of source. */

export type { Completion, FoldingLines, OutlineNode, SourceHover } from "./answers.ts";

export function hoverAt(source: Source, position: Position, t: Translate): SourceHover | undefined {
  if (source.kind === "zone") return hoverZone(source, position, t);
  const offset = source.lines.offsetAt(position);
  const found = source.kind === "policy" ? hoverPolicy(source.file, offset, t) : hoverConfig(source.file, offset, t);
  return found && { markdown: found.markdown, range: source.lines.rangeOf(found.span) };
}

export function completeAt(
  source: Source,
  position: Position,
  t: Translate,
  surroundings: CompletionSurroundings = { zoneFiles: [], now: 0 },
): readonly Completion[] {
  if (source.kind === "zone") return completeZone(source, position, surroundings, t);
  const offset = source.lines.offsetAt(position);
  const items =
    source.kind === "policy" ? completePolicy(source.file, offset, t) : completeConfig(source.file, offset, t);
  return items.map(({ span, ...item }) => ({ ...item, range: source.lines.rangeOf(span) }));
}

/** @param limit the most nodes that are made: an outline of a million records helps nobody */
export function outlineOf(source: Source, limit: number, t: Translate): readonly OutlineNode[] {
  if (source.kind === "zone") return symbolsOfZone(source, limit, t);
  const nodes = source.kind === "policy" ? symbolsOfPolicy(source.file) : symbolsOfConfig(source.file);
  return nodes.map((node) => toOutline(node, source.lines));
}

/** @returns `undefined` where the editor's own way (by indentation) is better */
export function foldingOf(source: Source, limit: number): readonly FoldingLines[] | undefined {
  return source.kind === "zone" ? foldZone(source, limit) : undefined;
}

function toOutline({ span, selectionSpan, children, ...node }: SymbolNode, lines: LineIndex): OutlineNode {
  const [range, selectionRange] = [lines.rangeOf(span), lines.rangeOf(selectionSpan)];
  return { ...node, range, selectionRange, children: children.map((child) => toOutline(child, lines)) };
}
