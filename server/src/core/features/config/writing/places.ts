import type { ConfigFile } from "../../../model/config.ts";
import { isNothing } from "../../../model/configValues.ts";
import { fillBlock, insertBlock, insertKey } from "../../../syntax/yaml/edits.ts";
import type { MappingNode, Pair } from "../../../syntax/yaml/nodes.ts";
import { blockLines, flowText, type YamlEntry, type YamlMapping } from "../../../syntax/yaml/write.ts";
import { edit, type TextEdit } from "../../../text/span.ts";

/** The mapping of the first document; `"empty"` where the file holds comments at most. */
export function rootOf({ root }: ConfigFile): MappingNode | "empty" | undefined {
  const [document] = root.documents;
  if (document === undefined || (document.root.kind === "scalar" && isNothing(document.root))) return "empty";
  return document.root.kind === "mapping" ? document.root : undefined;
}

export function pairOf(mapping: MappingNode, key: string): Pair | undefined {
  return mapping.pairs.find((it) => it.key.kind === "scalar" && it.key.value === key);
}

/** Whether a key has nothing behind it: what is written goes below. */
export function isUnfilled({ value }: Pair): boolean {
  return value.kind === "scalar" && isNothing(value) && value.span.start === value.span.end;
}

/** A new key with a mapping behind it, at the end of another one, in the form that that has. */
export function addEntry(text: string, mapping: MappingNode, [key, value]: YamlEntry): TextEdit[] {
  if (!mapping.isFlow) return insertBlock(text, mapping, blockLines([[key, value]]));
  return insertKey(text, mapping, key, typeof value === "string" ? value : flowText(value.entries));
}

/** Entries below a key that has none yet. */
export function fillEntry(text: string, parent: MappingNode, pair: Pair, { entries }: YamlMapping): TextEdit[] {
  if (!parent.isFlow) return fillBlock(text, pair, blockLines(entries));
  return [edit(pair.value.span.start, pair.value.span.end, ` ${flowText(entries)}`)];
}

/** The whole text of a file that says nothing yet, behind what stands in it. */
export function writeAtEnd(text: string, lines: readonly string[]): TextEdit[] {
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const isOpen = text !== "" && text !== "\uFEFF" && !/[\r\n]$/.test(text);
  return [edit(text.length, text.length, (isOpen ? lineBreak : "") + lines.map((it) => it + lineBreak).join(""))];
}
