import type { PolicyKind, ZoneRecord } from "../../model/zone.ts";
import { policyKindOf } from "../../syntax/policyKind.ts";
import { isSpf, parseSpf } from "../../syntax/spf.ts";
import type { SpfTerm } from "../../syntax/spfRecord.ts";
import { type Span, span } from "../../text/span.ts";
import { tagFactsOf } from "./policyTags.ts";
import type { TokenKind } from "./semanticTokens.ts";
import { itemsOf, tagsOf } from "./words.ts";

/** A word of a policy; its span lies in one string and counts in the entry. */
export interface PolicyWord {
  readonly span: Span;
  readonly kind: TokenKind;
}

/** The words of the policy in a TXT record, each cut where a string ends inside it. */
export function policyWordsIn(record: ZoneRecord): readonly PolicyWord[] {
  const value = record.fields.map((it) => it.value.value).join("");
  const kind = policyKindOf(record.owner, value);
  if (kind === undefined) return [];
  const words = kind === "spf" ? spfWords(value) : tagWords(kind, value);
  let start = 0;
  return record.fields.flatMap((field) => {
    const [from, to] = [start, start + field.value.value.length];
    start = to;
    return words
      .filter((it) => it.span.start < to && it.span.end > from)
      .map((it) => ({
        span: field.value.spanOf(span(Math.max(it.span.start, from) - from, Math.min(it.span.end, to) - from)),
        kind: it.kind,
      }));
  });
}

function spfWords(value: string): readonly PolicyWord[] {
  if (!isSpf(value)) return [];
  const { version, terms } = parseSpf(value).root;
  return [{ span: version.span, kind: "version" }, ...terms.flatMap(termWords)];
}

/** What the grammar of SPF rejects stays a plain string: that shows. */
function termWords(term: SpfTerm): readonly PolicyWord[] {
  if (term.kind === "broken" || term.nameAt === undefined) return [];
  const words: PolicyWord[] = [];
  if (term.sign) words.push({ span: term.sign.span, kind: "qualifier" });
  words.push({ span: term.nameAt.span, kind: term.kind === "mechanism" ? "mechanism" : "tag" });
  if (term.kind === "mechanism" && term.network && term.valueAt) {
    words.push({ span: term.valueAt.span, kind: "address" });
  }
  const macros = term.kind === "modifier" ? term.macros : (term.domain?.macros ?? []);
  for (const macro of macros) words.push({ span: macro.span, kind: "macro" });
  return words;
}

function tagWords(kind: PolicyKind, value: string): readonly PolicyWord[] {
  const facts = tagFactsOf(kind);
  return tagsOf(value).flatMap((tag): PolicyWord[] => {
    const fact = facts.find((it) => it.name === tag.name.text.toLowerCase());
    if (fact === undefined || tag.value === undefined) return [];
    const items = fact.separator === "" ? [tag.value] : itemsOf(tag.value, fact.separator);
    const known = items.filter((item) => fact.values.some((it) => it.value.toLowerCase() === item.text.toLowerCase()));
    const valueKind = fact.name === "v" ? "version" : "value";
    return [
      { span: span(tag.name.start, tag.name.end), kind: "tag" },
      ...known.map(({ start, end }): PolicyWord => ({ span: span(start, end), kind: valueKind })),
    ];
  });
}
