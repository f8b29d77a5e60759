import { RECORD_TYPES } from "../../facts/recordTypes.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { RULES } from "../../rules/index.ts";
import { referenceTo } from "../../text/paths.ts";
import { type Position, type Span, span } from "../../text/span.ts";
import type { Completion } from "../answers.ts";
import { inOrder, plain, snippet } from "../proposal.ts";
import type { CompletionItem } from "../types.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { completeData } from "./dataCompletion.ts";
import { DIRECTIVES, OWNERS } from "./directives.ts";
import { LINE_SNIPPETS, type LineSnippet, ZONE_HEADS } from "./lineSnippets.ts";
import { linkTo } from "./markdown.ts";
import { hostsOf, writtenUnder } from "./names.ts";
import { inStyle, type Style } from "./style.ts";
import { completeText } from "./textCompletion.ts";
import { isAt, type Token, wordAt } from "./tokens.ts";

/** What completion asks of the world around the file. */
export interface CompletionSurroundings {
  /** The zone files of the workspace, by path: what `$INCLUDE` may name. */
  readonly zoneFiles: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What could be written at a position of a zone file, finished or not. */
export function completeZone(
  source: ZoneSource,
  position: Position,
  { zoneFiles, now }: CompletionSurroundings,
  t: Translate,
): readonly Completion[] {
  const cursor = cursorAt(source, position);
  return inOrder(proposalsAt({ source, now }, cursor, zoneFiles, t)).map(({ span, ...item }) => ({
    ...item,
    range: cursor.rangeOf(span),
  }));
}

function proposalsAt(style: Style, cursor: Cursor, files: readonly string[], t: Translate): readonly CompletionItem[] {
  const { source } = style;
  const { tokens, offset, text } = cursor;
  const comment = tokens.comments.find(({ start, end }) => start < offset && offset <= end);
  if (comment !== undefined) return completeComment(comment, offset, t);
  const { directive, owner, type } = tokens;
  if (directive !== undefined && offset > directive.end) return completeArgument(source, cursor, directive, files, t);
  const isOwner = isAtMargin(text, offset) || (owner !== undefined && isAt(owner, offset));
  if (isOwner || directive !== undefined) return completeMargin(style, cursor, directive ?? owner, t);
  const isBeforeData = type === undefined || offset <= type.end;
  if (isBeforeData) return completeType(cursor, t);
  return completeText(style, cursor, t) ?? completeData(source, cursor, t);
}

/** The very beginning of a line that is no part of a record in parentheses. */
function isAtMargin(text: string, offset: number): boolean {
  return (
    offset === 0 ||
    (offset <= text.length && text.slice(0, offset).trim() === "" && /[\r\n]$/.test(text.slice(0, offset)))
  );
}

function completeMargin(
  style: Style,
  { offset, tokens, entry }: Cursor,
  token: Token | undefined,
  t: Translate,
): readonly CompletionItem[] {
  const { source } = style;
  const at = wordAt(token, offset);
  // A record that is there already wants a name only, no second record behind it.
  const hasMore = tokens.type !== undefined || tokens.data.length > 0;
  const directives = DIRECTIVES.map(({ name, snippet: insert, doc, reference }) =>
    hasMore
      ? plain(name, "key", at, { documentation: documentation(t(doc), reference) })
      : snippet(name, `\\$${inStyle(insert, style)}`, at, { documentation: documentation(t(doc), reference) }),
  );
  if (token?.text.startsWith("$")) return directives;
  const owners = OWNERS.map(({ name, word = "", snippet: insert, doc, reference }) =>
    hasMore
      ? plain(name, "name", at, { documentation: documentation(t(doc), reference) })
      : snippet(name, inStyle(insert, style), at, {
          documentation: documentation(t(doc), reference),
          filterText: `${word} ${name}`.trim(),
        }),
  );
  const lines = (snippets: readonly LineSnippet[]) =>
    hasMore
      ? []
      : snippets.map((it) =>
          snippet(it.name, inStyle(it.lines.join("\n"), style), at, {
            detail: t(it.doc),
            filterText: it.word ?? it.name,
          }),
        );
  const apex = plain("@", "name", at, { detail: t("the origin") });
  const origin = entry?.origin ?? source.view.apex;
  const hosts = hostsOf(source).map((it) => plain(writtenUnder(it, origin), "name", at, { detail: it }));
  return [
    ...(source.view.hasSoa ? [] : lines(ZONE_HEADS)),
    apex,
    ...owners,
    ...lines(LINE_SNIPPETS),
    ...directives,
    ...hosts.filter(({ label }) => label !== "@"),
  ];
}

function completeType({ tokens, offset }: Cursor, t: Translate): readonly CompletionItem[] {
  const word = [tokens.type, tokens.class, tokens.ttl].find((it) => it !== undefined && isAt(it, offset));
  const at = wordAt(word, offset);
  const types = RECORD_TYPES.filter((it) => !it.isObsolete && !it.isOpaque).map(({ name, doc, fields, reference }) =>
    plain(name, "type", at, {
      detail: fields.map((it) => it.name).join(" "),
      documentation: documentation(t(doc), reference),
    }),
  );
  const isClassFree = tokens.class === undefined || tokens.class === word;
  const isTtlFree = tokens.ttl === undefined || tokens.ttl === word;
  return [
    ...types,
    ...(isClassFree ? [plain("IN", "value", at, { detail: t("the class of the Internet") })] : []),
    ...(isTtlFree ? ttls(at, t) : []),
  ];
}

function completeArgument(
  source: ZoneSource,
  cursor: Cursor,
  directive: Token,
  files: readonly string[],
  t: Translate,
): readonly CompletionItem[] {
  const { tokens, offset } = cursor;
  const token = tokens.data.find((it) => isAt(it, offset));
  const at = wordAt(token, offset);
  const index = token === undefined ? tokens.data.filter((it) => it.end < offset).length : tokens.data.indexOf(token);
  const { apex } = source.view;
  const origins = apex === undefined ? [] : [plain(apex, "name", at)];
  switch (`${directive.text.toUpperCase()} ${index}`) {
    case "$TTL 0":
      return ttls(at, t);
    case "$ORIGIN 0":
    case "$INCLUDE 1":
      return origins;
    case "$INCLUDE 0":
      return filesBelow(source.path, files).map((it) => plain(it, "name", at));
    case "$GENERATE 0":
      return [plain("1-10", "value", at, { detail: t("from the first number to the last") })];
    case "$GENERATE 1":
      return [plain("host$", "name", at, { detail: t("the number stands where the `$` is") })];
    case "$GENERATE 2":
      return ["A", "AAAA", "CNAME", "PTR", "NS", "MX", "DNAME"].map((it) => plain(it, "type", at));
    default:
      return [];
  }
}

/** Relative to the folder of the file that names them; what lies above it is never read. */
function filesBelow(path: string, files: readonly string[]): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return files
    .filter((it) => it !== path && it.startsWith(folder))
    .flatMap((it) => referenceTo(path, it) ?? [])
    .filter((it) => !/[\s;()"]/.test(it))
    .sort();
}

function ttls(at: Span, t: Translate): readonly CompletionItem[] {
  return [
    plain("3600", "value", at, { detail: t("1 hour") }),
    plain("86400", "value", at, { detail: t("1 day") }),
    plain("300", "value", at, { detail: t("{n} minutes", { n: 5 }) }),
  ];
}

const SUPPRESSIONS = [
  "mailconfig-disable-next-line",
  "mailconfig-disable-line",
  "mailconfig-disable",
  "mailconfig-enable",
];

function completeComment({ start, text }: Token, offset: number, t: Translate): readonly CompletionItem[] {
  const before = text.slice(0, offset - start);
  const [, word] = /^;\s*([\w-]*)$/.exec(before) ?? [];
  if (word !== undefined) {
    const at = span(offset - word.length, offset);
    return SUPPRESSIONS.map((it) => plain(it, "key", at, { detail: t("silences a rule") }));
  }
  if (!/^;\s*mailconfig-(?:disable|enable)/.test(before) || before.includes(" -- ")) return [];
  const code = before.slice(before.search(/[\w/*-]*$/));
  const at = span(offset - code.length, offset);
  return RULES.map((it) => plain(it.code, "value", at, { detail: t(it.summary) }));
}

function documentation(text: string, reference: string): string {
  return `${text}\n\n${linkTo(reference)}`;
}
