import { createEngine } from "../../../../server/src/core/engine/engine.ts";
import { type Completion, completeAt, hoverAt } from "../../../../server/src/core/features/index.ts";
import type { Source } from "../../../../server/src/core/index.ts";
import { translator } from "../../../../server/src/core/locale.ts";
import { LineIndex, type Position, type Range } from "../../../../server/src/core/text/span.ts";
import { memoryHost } from "../../../support/memoryHost.ts";

/** A zone around the line under test, so that names have something to mean. */
const HEAD = `$TTL 3600
@ IN SOA ns1 hostmaster 2026010101 7200 900 1209600 3600
@ NS ns1
ns1 A 192.0.2.1
mail A 192.0.2.2
mail AAAA 2001:db8::2
`;

export interface Place {
  readonly source: Source;
  readonly text: string;
  readonly position: Position;
}

/** Opens a zone with the marked text at its end; the bar shows the cursor. */
export function placeOf(marked: string, head = HEAD): Place {
  const bar = marked.indexOf("|");
  if (bar < 0) throw new Error("no cursor");
  const text = head + marked.slice(0, bar) + marked.slice(bar + 1);
  const source = createEngine(memoryHost()).open("example.com.zone", "zone", text);
  return { source, text, position: new LineIndex(text).positionAt(head.length + bar) };
}

export function hoverOf(marked: string, language = "en") {
  const { source, text, position } = placeOf(marked);
  const hover = hoverAt(source, position, translator(language));
  return (
    hover && { on: textAt(text, hover.range), markdown: hover.markdown, head: hover.markdown.split("\n")[0] ?? "" }
  );
}

export function completionsOf(marked: string): readonly Completion[] {
  const { source, position } = placeOf(marked);
  return completeAt(source, position, translator());
}

/** The lines from the marked one on, as they read with a proposal taken. */
export function accepted(marked: string, label: string): string | undefined {
  const { source, text, position } = placeOf(marked);
  const item = completeAt(source, position, translator()).find((it) => it.label === label);
  if (item === undefined) return undefined;
  const lines = new LineIndex(text);
  const [start, end] = [lines.offsetAt(item.range.start), lines.offsetAt(item.range.end)];
  return (text.slice(0, start) + item.insertText + text.slice(end)).slice(HEAD.length);
}

function textAt(text: string, { start, end }: Range): string {
  const lines = new LineIndex(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}
