import { STS_KEY_FACTS, type StsKeyFact } from "../../facts/stsPolicyKeys.ts";
import type { Translate } from "../../locale.ts";
import { covers, isMxPattern, mailHostsOf, type StsPolicyFile } from "../../model/stsPolicyFile.ts";
import type { StsField } from "../../syntax/stsPolicy.ts";
import type { Hover } from "../types.ts";
import { describeSeconds } from "../zone/duration.ts";
import { quoted, toMarkdown } from "../zone/markdown.ts";

/** The key or the value at an offset of a policy file, in the user's language. */
export function hoverPolicy(file: StsPolicyFile, offset: number, t: Translate): Hover | undefined {
  const field = file.root.fields.find(({ span }) => span.start <= offset && offset <= span.end);
  const fact = field && STS_KEY_FACTS.find(({ name }) => name === field.key);
  if (field === undefined || fact === undefined) return undefined;
  if (offset <= field.keySpan.end) return { markdown: keyText(fact, t), span: field.keySpan };
  if (field.value === "" || offset < field.valueSpan.start) return undefined;
  const what = valueText(file, field, fact, t);
  const markdown = what && toMarkdown({ code: field.value, ...what, references: [fact.section] });
  return markdown === undefined ? undefined : { markdown, span: field.valueSpan };
}

export function keyText({ name, what, doc, values, section }: StsKeyFact, t: Translate): string {
  return toMarkdown({
    code: name,
    what: t(what),
    paragraphs: [t(doc)],
    values: values.map((it) => [it.value, t(it.doc)]),
    references: [section],
  });
}

interface ValueText {
  readonly what: string;
  readonly paragraphs?: readonly string[];
}

function valueText(
  file: StsPolicyFile,
  { key, value }: StsField,
  fact: StsKeyFact,
  t: Translate,
): ValueText | undefined {
  if (key === "max_age") {
    if (!/^\d{1,10}$/.test(value)) return undefined;
    return { what: describeSeconds(Number(value), t), paragraphs: [t(fact.doc)] };
  }
  if (key === "mx") return isMxPattern(value) ? mxText(file, value, t) : undefined;
  const known = fact.values.find((it) => it.value === value);
  return known && { what: t(fact.what), paragraphs: [t(known.doc)] };
}

function mxText(file: StsPolicyFile, value: string, t: Translate): ValueText {
  const what = value.startsWith("*.")
    ? t("all hosts with one label in the place of `*`")
    : t("a host that mail may go to");
  const hosts = mailHostsOf(file);
  if (hosts.length === 0) return { what };
  const covered = hosts.filter(({ host }) => covers(value, host)).map(({ host }) => quoted(host));
  if (covered.length === 0) return { what, paragraphs: [t("It covers no MX of the domain.")] };
  const shown = covered.slice(0, 5).join(", ") + (covered.length > 5 ? ", …" : "");
  // Joined outside the template, which would clip it.
  return { what, paragraphs: [`${t("MX hosts of the domain that it covers:")} ${shown}`] };
}
