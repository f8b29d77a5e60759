import { isGap } from "../syntax/yaml/lines.ts";
import { type Span, span } from "../text/span.ts";

/** A config taken apart, so that a keystroke in an account costs that account and not the file. */
export interface ConfigPieces {
  /** A few accounts each, whole ones; nothing outside a group refers into it. */
  readonly groups: readonly Span[];
  /** All that is in no group: the other keys, and accounts with anchors, since others may refer to them. */
  readonly frame: readonly Span[];
}

/** What the reader treats otherwise in a file that is broken anywhere: git's conflicts, explicit keys, directives. */
const ODD_LINE = /^(?:<{7}|%|[ \t-]*\?[ \t\r\n])/m;
/** The same of characters that YAML forbids; and a lone CR, which ends a line. */
const ODD_CHARACTER =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for
  /[\0-\x08\v\f\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|\r(?!\n)|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const HEAD = /^accounts:[ \t]*(?:#.*)?$/m;
const NAME = /(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([^\s"'#|>%@`{}[\],:-][^:#\r\n]*)):(?=[ \t\r\n]|$)/y;

/**
 * Parts a config at the lines of its accounts, by indentation alone: what is broken inside an account stays there, as the
 * outline has it. O(length), with little done for a line.
 *
 * @param groupSize how many accounts a group has, about, unless much stands around them
 * @returns `undefined` where the accounts cannot be told apart, or where what one of them means depends on another
 */
export function splitConfig(text: string, groupSize = GROUP_SIZE): ConfigPieces | undefined {
  if (ODD_LINE.test(text) || ODD_CHARACTER.test(text)) return undefined;
  const head = HEAD.exec(text);
  const block = head && readBlock(text, head.index + head[0].length);
  if (!block || block.starts.length < 2) return undefined;
  const groups = groupsOf(text, block, groupSize);
  return { groups, frame: between(groups, text.length) };
}

interface Block {
  /** Where the line of each account begins. */
  readonly starts: readonly number[];
  readonly end: number;
}

function readBlock(text: string, headEnd: number): Block | undefined {
  const starts: number[] = [];
  const names = new Set<string>();
  let column = -1;
  /** Whether deeper lines belong to the last one in the column; else they are accounts of their own, wrongly indented. */
  let isOpen = false;
  let at = nextLine(text, headEnd);
  for (let next = at; at < text.length; at = next) {
    let start = at;
    while (text.charCodeAt(start) === 32) start++;
    next = nextLine(text, start);
    const c = text[start] ?? "\n";
    if (c === "\n" || c === "\r" || c === "#") continue;
    // A bracket that stands here may be closed by what comes behind the accounts.
    if (start === at && c !== "\t") return "]}".includes(c) ? undefined : { starts, end: at };
    if (starts.length === 0) column = start - at;
    if (isOpen && (start - at > column || c === "\t")) continue;
    const name = start - at === column ? nameAt(text, start, next) : undefined;
    if (name === undefined || names.has(name) || (name === "" && starts.length === 0)) return undefined;
    isOpen = isOpenAt(text, name === "" ? start : NAME.lastIndex);
    if (name === "") continue;
    names.add(name);
    starts.push(at);
  }
  return { starts, end: at };
}

function nextLine(text: string, at: number): number {
  const feed = text.indexOf("\n", at);
  return feed < 0 ? text.length : feed + 1;
}

/** @returns `""` for a line that is no key and so belongs to the account above it, `undefined` where nobody can tell */
function nameAt(text: string, start: number, end: number): string | undefined {
  if ("?*!&<|>".includes(text[start] ?? "")) return undefined;
  NAME.lastIndex = start;
  const match = NAME.exec(text);
  if (match) return match[1] ?? match[2] ?? match[3]?.trimEnd();
  return text.slice(start, end).includes(":") ? undefined : "";
}

/** Nothing, an anchor or a tag, the head of a block scalar, or a bracket that is not closed on the line. */
const OPEN = /(?:[ \t]+[&!]\S*){0,2}[ \t]*(?:#.*|[|>].*|[{[](?!.*[}\]][ \t]*(?:#.*)?\r?$).*)?\r?$/my;

/** Whether what is written on behind `at` lets lines below it belong to it. */
function isOpenAt(text: string, at: number): boolean {
  OPEN.lastIndex = at;
  return OPEN.test(text);
}

/** The accounts that hold anything like an anchor. */
function anchoredIn(text: string, { starts, end }: Block): ReadonlySet<number> {
  const found = new Set<number>();
  let index = 0;
  for (let at = text.indexOf("&", starts[0]); at >= 0 && at < end; at = text.indexOf("&", at + 1)) {
    while ((starts[index + 1] ?? end) <= at) index++;
    if (isGap(text, at - 1) || "[{,:".includes(text[at - 1] ?? "")) found.add(index);
  }
  return found;
}

/** Accounts read together: a text of a few thousand characters is read in a millisecond. */
const GROUP_SIZE = 8;
const USUAL_ACCOUNT = 400;
const LARGE_ACCOUNT = 2_000;

/**
 * Every group is read with what stands around: it is about as long. Where one begins depends on the account's name alone,
 * so that a new account moves no other group.
 */
function groupsOf(text: string, block: Block, groupSize: number): Span[] {
  const { starts, end } = block;
  const anchored = anchoredIn(text, block);
  const endOf = (index: number) => starts[index + 1] ?? end;
  let around = text.length - end + (starts[0] ?? 0);
  for (const index of anchored) around += endOf(index) - (starts[index] ?? 0);
  const size = Math.max(groupSize, around / USUAL_ACCOUNT);
  const frequency = 2 ** Math.round(Math.log2(size));
  const groups: Span[] = [];
  let open: Span | undefined;
  for (const [index, start] of starts.entries()) {
    const isLarge = open !== undefined && start - open.start > frequency * LARGE_ACCOUNT;
    if (open && (anchored.has(index) || isLarge || sumOf(text, start) % frequency === 0)) {
      groups.push(open);
      open = undefined;
    }
    if (!anchored.has(index)) open = span(open?.start ?? start, endOf(index));
  }
  return open ? [...groups, open] : groups;
}

/** What the spans leave of a text. */
function between(spans: readonly Span[], length: number): Span[] {
  const rest: Span[] = [];
  let at = 0;
  for (const { start, end } of [...spans, span(length, length)]) {
    if (start > at) rest.push(span(at, start));
    at = end;
  }
  return rest;
}

function sumOf(text: string, lineStart: number): number {
  let sum = 0;
  for (let at = lineStart; at < text.length && text[at] !== ":"; at++) sum += text.charCodeAt(at);
  return sum;
}
