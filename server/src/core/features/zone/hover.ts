import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { RULES } from "../../rules/index.ts";
import type { Position, Span } from "../../text/span.ts";
import type { SourceHover } from "../answers.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { DIRECTIVES } from "./directives.ts";
import { describeSeconds, secondsOf } from "./duration.ts";
import { toMarkdown } from "./markdown.ts";
import { hoverRecord } from "./recordHover.ts";
import { hoverSpf, type ValueHover } from "./spfHover.ts";
import { hoverTags } from "./tagHover.ts";
import { textValueOf } from "./textValue.ts";
import { isAt, type Token } from "./tokens.ts";

/** Explains what stands at a position of a zone file. */
export function hoverZone(source: ZoneSource, position: Position, t: Translate): SourceHover | undefined {
  const cursor = cursorAt(source, position);
  const hover =
    hoverComment(cursor, t) ?? hoverPolicy(cursor, t) ?? hoverDirective(cursor, t) ?? hoverRecord(source, cursor, t);
  return hover && { markdown: hover.markdown, range: cursor.rangeOf(hover.span) };
}

/** On a suppression comment: the rule that it silences. */
function hoverComment({ tokens, offset }: Cursor, t: Translate): ValueHover | undefined {
  const comment = tokens.comments.find((it) => isAt(it, offset));
  if (comment === undefined || !/^;\s*mailconfig-(?:disable|enable)/.test(comment.text)) return undefined;
  for (const { 0: code, index } of comment.text.matchAll(/[a-z][a-z-]*\/[a-z0-9-]+/g)) {
    const span = { start: comment.start + index, end: comment.start + index + code.length };
    const rule = RULES.find((it) => it.code === code);
    if (!isAt(span, offset) || rule === undefined) continue;
    return {
      span,
      markdown: toMarkdown({
        code,
        what: t(rule.summary),
        paragraphs: [t(rule.docs.why)],
        references: rule.references,
      }),
    };
  }
  return undefined;
}

function hoverPolicy(cursor: Cursor, t: Translate): ValueHover | undefined {
  const text = textValueOf(cursor);
  if (text?.offset === undefined || text.kind === undefined) return undefined;
  const { value, offset, kind } = text;
  const hover = kind === "spf" ? hoverSpf(value, offset, t) : hoverTags(kind, value, offset, t);
  return hover && { ...hover, span: text.spanOf(hover.span) };
}

function hoverDirective({ tokens, offset }: Cursor, t: Translate): ValueHover | undefined {
  const { directive, data } = tokens;
  if (directive === undefined) return undefined;
  const fact = DIRECTIVES.find((it) => it.name === directive.text.toUpperCase());
  const at = [directive, ...data].find((it) => isAt(it, offset));
  if (fact === undefined || at === undefined) return undefined;
  const paragraphs = at === directive ? [] : [argumentOf(fact.name, at, t)];
  return {
    span: spanOf(at),
    markdown: toMarkdown({
      code: at === directive ? fact.form : `${fact.name} ${at.text}`,
      what: t(fact.doc),
      paragraphs,
      references: [fact.reference],
    }),
  };
}

/** What the argument comes to. */
function argumentOf(name: string, { text }: Token, t: Translate): string | undefined {
  const seconds = name === "$TTL" ? secondsOf(text) : undefined;
  return seconds === undefined ? undefined : t("Here: {duration}.", { duration: describeSeconds(seconds, t) });
}

function spanOf({ start, end }: Token): Span {
  return { start, end };
}
