import type { Translate } from "../../locale.ts";
import type { PolicyKind } from "../../model/zone.ts";
import { readKey } from "../../syntax/dkim.ts";
import { toMarkdown } from "./markdown.ts";
import { tagFactsOf } from "./policyTags.ts";
import type { ValueHover } from "./spfHover.ts";
import type { TagFact } from "./tags/tagFact.ts";
import { itemsOf, type TagWord, tagsOf, type Word } from "./words.ts";

/** Explains the tag at an offset of a policy, and the value that stands there. */
export function hoverTags(kind: PolicyKind, value: string, offset: number, t: Translate): ValueHover | undefined {
  const tag = tagsOf(value).find(({ start, end }) => start <= offset && offset <= end);
  if (tag === undefined || tag.name.text === "") return undefined;
  const fact = tagFactsOf(kind).find((it) => it.name === tag.name.text.toLowerCase());
  if (fact === undefined) return hoverUnknown(tag, t);
  const item = itemAt(tag, fact, offset);
  const known = item && fact.values.find((it) => it.value.toLowerCase() === item.text.toLowerCase());
  if (item !== undefined && known !== undefined) {
    return {
      span: item,
      markdown: toMarkdown({
        code: `${fact.name}=${item.text}`,
        what: t(known.doc),
        paragraphs: [t(fact.doc)],
        references: [fact.section],
      }),
    };
  }
  const end = tag.value?.end ?? tag.name.end;
  const key = kind === "dkim" && fact.name === "p" && tag.value ? describeKey(value, tag.value, t) : undefined;
  return { span: { start: tag.name.start, end }, markdown: describeTag(fact, key, t) };
}

function hoverUnknown({ name }: TagWord, t: Translate): ValueHover | undefined {
  if (!/^\w+$/.test(name.text)) return undefined;
  const paragraphs = [t("Receivers ignore tags that they do not know.")];
  return { span: name, markdown: toMarkdown({ code: name.text, what: t("an unknown tag"), paragraphs }) };
}

/** The one of several values that the offset stands in. */
function itemAt({ value }: TagWord, { separator }: TagFact, offset: number): Word | undefined {
  if (value === undefined || offset < value.start) return undefined;
  const items = separator === "" ? [value] : itemsOf(value, separator);
  return items.find(({ start, end }) => start <= offset && offset <= end);
}

/** What kind of key stands in `p`, and how long it is. */
function describeKey(value: string, { start, end }: Word, t: Translate): string {
  const { form, type, bits, isPrivate } = readKey(value, { start, end });
  if (form === "empty") return t("Here: no key, so the selector is revoked.");
  if (isPrivate) return t("Here: a private key, which nobody else may see. Publish its public half.");
  if (type === "rsa" && bits > 0) return t("Here: an RSA key of {bits} bits.", { bits });
  if (type === "ed25519") return t("Here: an Ed25519 key of 256 bits.");
  return t("Here: no key that verifiers can read.");
}

function describeTag({ name, doc, section, values }: TagFact, key: string | undefined, t: Translate): string {
  return toMarkdown({
    code: `${name}=`,
    what: t("a tag of the policy"),
    paragraphs: [t(doc), key],
    values: values.map((it) => [it.value, t(it.doc)] as const),
    references: [section],
  });
}
