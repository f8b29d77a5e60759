import { RECORD_TYPES } from "../../facts/recordTypes.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { RULES } from "../../rules/index.ts";
import { type Position, type Span, span } from "../../text/span.ts";
import type { Completion } from "../answers.ts";
import type { CompletionItem } from "../types.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { completeData } from "./dataCompletion.ts";
import { DIRECTIVES, OWNERS } from "./directives.ts";
import { linkTo } from "./markdown.ts";
import { inOrder, plain, snippet } from "./proposal.ts";
import { completeText } from "./textCompletion.ts";
import { isAt, type Token, wordAt } from "./tokens.ts";

/** What could be written at a position of a zone file, finished or not. */
export function completeZone(source: ZoneSource, position: Position, t: Translate): readonly Completion[] {
  const cursor = cursorAt(source, position);
  return inOrder(proposalsAt(source, cursor, t)).map(({ span, ...item }) => ({ ...item, range: cursor.rangeOf(span) }));
}

function proposalsAt(source: ZoneSource, cursor: Cursor, t: Translate): readonly CompletionItem[] {
  const { tokens, offset, text } = cursor;
  const comment = tokens.comments.find(({ start, end }) => start < offset && offset <= end);
  if (comment !== undefined) return completeComment(comment, offset, t);
  const { directive, owner, type } = tokens;
  if (directive !== undefined && offset > directive.end) return completeArgument(source, cursor, directive, t);
  const isOwner = isAtMargin(text, offset) || (owner !== undefined && isAt(owner, offset));
  if (isOwner || directive !== undefined) return completeMargin(cursor, directive ?? owner, t);
  const isBeforeData = type === undefined || offset <= type.end;
  if (isBeforeData) return completeType(cursor, t);
  return completeText(source, cursor, t) ?? completeData(source, cursor, t);
}

/** The very beginning of a line that is no part of a record in parentheses. */
function isAtMargin(text: string, offset: number): boolean {
  return (
    offset === 0 ||
    (offset <= text.length && text.slice(0, offset).trim() === "" && /[\r\n]$/.test(text.slice(0, offset)))
  );
}

function completeMargin({ offset, tokens }: Cursor, token: Token | undefined, t: Translate): readonly CompletionItem[] {
  const at = wordAt(token, offset);
  // A record that is there already wants a name only, no second record behind it.
  const hasMore = tokens.type !== undefined || tokens.data.length > 0;
  const directives = DIRECTIVES.map(({ name, snippet: insert, doc, reference }) =>
    hasMore
      ? plain(name, "key", at, { documentation: documentation(t(doc), reference) })
      : snippet(name, `\\$${insert}`, at, { documentation: documentation(t(doc), reference) }),
  );
  const owners = OWNERS.map(({ name, snippet: insert, doc, reference }) =>
    hasMore
      ? plain(name, "name", at, { documentation: documentation(t(doc), reference) })
      : snippet(name, insert, at, { documentation: documentation(t(doc), reference) }),
  );
  const apex = plain("@", "name", at, { detail: t("the origin") });
  if (token?.text.startsWith("$")) return directives;
  return [apex, ...owners, ...directives];
}

function completeType({ tokens, offset }: Cursor, t: Translate): readonly CompletionItem[] {
  const at = wordAt(tokens.type, offset);
  const types = RECORD_TYPES.filter((it) => !it.isObsolete && !it.isOpaque).map(({ name, doc, fields, reference }) =>
    plain(name, "type", at, {
      detail: fields.map((it) => it.name).join(" "),
      documentation: documentation(t(doc), reference),
    }),
  );
  const isClassFree = tokens.class === undefined;
  return isClassFree ? [...types, plain("IN", "value", at, { detail: t("the class of the Internet") })] : types;
}

function completeArgument(
  { view }: ZoneSource,
  { tokens, offset }: Cursor,
  directive: Token,
  t: Translate,
): readonly CompletionItem[] {
  const token = tokens.data.find((it) => isAt(it, offset));
  const at = wordAt(token, offset);
  const isFirst = token === undefined ? tokens.data.length === 0 : token === tokens.data[0];
  if (!isFirst) return [];
  if (directive.text.toUpperCase() === "$TTL") return ttls(at, t);
  if (directive.text.toUpperCase() === "$ORIGIN" && view.apex !== undefined) return [plain(view.apex, "name", at)];
  return [];
}

function ttls(at: Span, t: Translate): readonly CompletionItem[] {
  return [
    plain("300", "value", at, { detail: t("{n} minutes", { n: 5 }) }),
    plain("3600", "value", at, { detail: t("1 hour") }),
    plain("86400", "value", at, { detail: t("1 day") }),
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
