import type { Translate } from "../../locale.ts";
import type { PolicyKind } from "../../model/zone.ts";
import { plain } from "../proposal.ts";
import type { CompletionItem } from "../types.ts";
import { linkTo } from "./markdown.ts";
import { tagFactsOf } from "./policyTags.ts";
import { inStyle, type Style } from "./style.ts";
import type { TagFact } from "./tags/tagFact.ts";
import { itemsOf, type TagWord, tagsOf } from "./words.ts";

/** Tags that the policy does not have yet, or the values of the one that the cursor stands in. Spans count in the value. */
export function completeTags(
  kind: PolicyKind,
  value: string,
  offset: number,
  style: Style,
  t: Translate,
): readonly CompletionItem[] {
  const facts = tagFactsOf(kind);
  const tags = tagsOf(value);
  const tag = tags.find(({ start, end }) => start <= offset && offset <= end);
  if (tag === undefined) return [];
  const fact = facts.find((it) => it.name === tag.name.text.toLowerCase());
  if (tag.value !== undefined && offset > tag.name.end)
    return fact === undefined ? [] : completeValue(tag, fact, offset, style, t);
  const used = new Set(tags.filter((it) => it !== tag).map((it) => it.name.text.toLowerCase()));
  const at = offset < tag.name.start || offset > tag.name.end ? { start: offset, end: offset } : tag.name;
  return facts
    .filter((it) => !used.has(it.name) && !it.isObsolete && it.name !== "v")
    .map(({ name, doc, section, example }) =>
      plain(
        name,
        "key",
        { start: at.start, end: at.end },
        {
          insertText: tag.value === undefined ? `${name}=` : name,
          detail: example === "" ? t(doc) : `${name}=${inStyle(example, style)}`,
          documentation: `${t(doc)}\n\n${linkTo(section)}`,
        },
      ),
    );
}

function completeValue(
  { value }: TagWord,
  fact: TagFact,
  offset: number,
  style: Style,
  t: Translate,
): readonly CompletionItem[] {
  if (value === undefined) return [];
  const items = fact.separator === "" ? [value] : itemsOf(value, fact.separator);
  const item = items.find(({ start, end }) => start <= offset && offset <= end);
  const at = item === undefined ? { start: offset, end: offset } : { start: item.start, end: item.end };
  // Of a tag that takes anything, what one may write is shown by the zone's own name.
  if (fact.values.length === 0) return fact.example === "" ? [] : [plain(inStyle(fact.example, style), "value", at)];
  const used = new Set(items.filter((it) => it !== item).map((it) => it.text.toLowerCase()));
  return fact.values
    .filter((it) => !used.has(it.value.toLowerCase()))
    .map((it) => plain(it.value, "value", at, { detail: t(it.doc) }));
}
