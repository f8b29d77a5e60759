import type { Chunk } from "../syntax/zone/chunks.ts";
import { POLICY } from "../syntax/zone/flags.ts";
import type { ZoneDocument } from "../syntax/zone/zoneDocument.ts";

/** One character an octet: offsets are those of the bytes. */
const DECODER = new TextDecoder("latin1");

/** The entries of the document itself that look like a policy, in the order of the text: a look at one number each. */
export function* policyIds({ list, columns }: ZoneDocument): Generator<number> {
  for (const chunk of list.chunks) {
    for (let at = 0; at < chunk.count; at++) {
      const id = chunk.ids[at] ?? -1;
      if (((columns.flags[id] ?? 0) & POLICY) !== 0) yield id;
    }
  }
}

/**
 * The entries of the document and of what it includes that hold one of these words, and all policies (strings may cut a word
 * in two), in the order of each file. It searches the text and makes no objects: a few milliseconds a megabyte.
 *
 * @param words lower case, one character an octet
 */
export function* idsWith(document: ZoneDocument, words: readonly string[]): Generator<number> {
  const lists = [document.list];
  for (const inclusion of document.inclusions.values()) if (inclusion.kind === "included") lists.push(inclusion.list);
  for (const { chunks } of lists) for (const chunk of chunks) yield* idsIn(document, chunk, words);
}

function idsIn(document: ZoneDocument, chunk: Chunk, words: readonly string[]): number[] {
  const text = DECODER.decode(chunk.bytes.subarray(0, chunk.length)).toLowerCase();
  const indexes = new Set<number>();
  for (let index = 0; index < chunk.count; index++) {
    if (((document.columns.flags[chunk.ids[index] ?? -1] ?? 0) & POLICY) !== 0) indexes.add(index);
  }
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; ) {
      const index = document.entryAt(chunk, at);
      if (index >= 0) indexes.add(index);
      // What else the entry holds does not matter.
      at = text.indexOf(word, Math.max(at + 1, endOf(document, chunk, index)));
    }
  }
  return [...indexes].sort((a, b) => a - b).map((index) => chunk.ids[index] ?? -1);
}

function endOf({ columns }: ZoneDocument, chunk: Chunk, index: number): number {
  const id = chunk.ids[index];
  return id === undefined ? 0 : (columns.start[id] ?? 0) + (columns.length[id] ?? 0);
}
