import {
  MACROS,
  MECHANISMS,
  type MechanismFact,
  MODIFIERS,
  QUALIFIERS,
  type Qualifier,
  type SpfFact,
  VERSIONS,
} from "../../facts/spf.ts";
import { spfProviderOf } from "../../facts/spfProviders.ts";
import type { Translate } from "../../locale.ts";
import type { Span } from "../../text/span.ts";
import { toMarkdown } from "./markdown.ts";
import { type Word, wordsOf } from "./words.ts";

export interface ValueHover {
  readonly markdown: string;
  /** In the value. */
  readonly span: Span;
}

/** A term as far as it can be read: enough to explain it, whatever else is wrong with the record. */
export interface SpfWord extends Word {
  /** `""` where none is written: the term passes then. */
  readonly sign: "" | Qualifier;
  /** Lower case. */
  readonly name: string;
  readonly nameStart: number;
  /** `:`, `=`, `/` or `""`. */
  readonly mark: string;
  /** What follows the mark. */
  readonly rest: string;
}

export function spfWordsOf(value: string): readonly SpfWord[] {
  return wordsOf(value).map((word) => {
    const [, sign = "", name = "", mark = "", rest = ""] =
      /^([-+~?]?)([a-z][\w.-]*)?([:=/]?)(.*)$/is.exec(word.text) ?? [];
    return { ...word, sign: signOf(sign), name: name.toLowerCase(), nameStart: word.start + sign.length, mark, rest };
  });
}

function signOf(sign: string): SpfWord["sign"] {
  return sign === "+" || sign === "-" || sign === "~" || sign === "?" ? sign : "";
}

/** Explains the term, the macro or the sign at an offset of an SPF record. */
export function hoverSpf(value: string, offset: number, t: Translate): ValueHover | undefined {
  const words = spfWordsOf(value);
  const word =
    words.find(({ start, end }) => start <= offset && offset < end) ?? words.find(({ end }) => end === offset);
  if (word === undefined) return undefined;
  return hoverMacro(word, offset, t) ?? hoverSign(word, offset, t) ?? hoverTerm(word, words, t);
}

function hoverMacro({ text, start }: SpfWord, offset: number, t: Translate): ValueHover | undefined {
  for (const { 0: macro, 1: letter = "", index } of text.matchAll(/%\{([a-z])[^}]*\}?/gi)) {
    const span = { start: start + index, end: start + index + macro.length };
    if (offset < span.start || offset >= span.end) continue;
    const fact = MACROS[letter.toLowerCase()];
    if (fact === undefined) return undefined;
    return { span, markdown: toMarkdown({ code: macro, what: t("a macro of SPF"), ...bodyOf(fact, t) }) };
  }
  return undefined;
}

/** The sign alone, where it is no part of `all`, whose meaning it is. */
function hoverSign({ sign, name, start }: SpfWord, offset: number, t: Translate): ValueHover | undefined {
  if (sign === "" || name === "all" || offset !== start) return undefined;
  const fact = QUALIFIERS[sign];
  const markdown = toMarkdown({
    code: sign,
    what: t("what is said of hosts that this term matches"),
    ...bodyOf(fact, t),
  });
  return { span: { start, end: start + 1 }, markdown };
}

function hoverTerm(word: SpfWord, words: readonly SpfWord[], t: Translate): ValueHover | undefined {
  const { text, start, end, name, mark } = word;
  const span = { start, end };
  const version = VERSIONS.find((it) => it.name === text.toLowerCase());
  if (version !== undefined) {
    return { span, markdown: toMarkdown({ code: text, what: t("the version of the record"), ...bodyOf(version, t) }) };
  }
  const modifier = mark === "=" && Object.hasOwn(MODIFIERS, name) ? MODIFIERS[name] : undefined;
  if (modifier !== undefined) {
    return { span, markdown: toMarkdown({ code: text, what: t("a modifier of SPF"), ...bodyOf(modifier, t) }) };
  }
  if (mark === "=") {
    const what = t("an unknown modifier of SPF");
    const paragraphs = [t("Receivers ignore it.")];
    return { span, markdown: toMarkdown({ code: text, what, paragraphs, references: ["RFC 7208 §6"] }) };
  }
  const mechanism = mechanismOf(name);
  if (mechanism === undefined) return undefined;
  const markdown = name === "all" ? describeAll(word, words, t) : describeMechanism(word, mechanism, t);
  return { span, markdown };
}

function mechanismOf(name: string): MechanismFact | undefined {
  return Object.values(MECHANISMS).find((it) => it.name === name);
}

function bodyOf(fact: SpfFact, t: Translate) {
  return { paragraphs: [t(fact.doc)], references: [fact.section] };
}

function describeAll({ text, sign, start }: SpfWord, words: readonly SpfWord[], t: Translate): string {
  const qualifier = QUALIFIERS[sign === "" ? "+" : sign];
  const before = words.filter((it) => it.end <= start);
  const count = (...names: string[]) => before.filter((it) => names.includes(it.name)).length;
  const values = { networks: count("ip4", "ip6"), includes: count("include"), lookups: lookupsOf(words) };
  return toMarkdown({
    code: text,
    what: t("{result} for every host that no term before it lists", { result: qualifier.result }),
    paragraphs: [
      t(qualifier.doc),
      t("Networks before it: {networks}, includes: {includes}; DNS lookups of the record: {lookups} of 10.", values),
    ],
    references: [MECHANISMS.all.section, qualifier.section],
  });
}

/** Without those inside of what is included. */
function lookupsOf(words: readonly SpfWord[]): number {
  const end = words.find((it) => it.name === "all")?.start ?? Number.POSITIVE_INFINITY;
  return words.filter(({ name, mark, start }) => {
    if (mark === "=") return name === "redirect" && end === Number.POSITIVE_INFINITY;
    return start < end && mechanismOf(name)?.lookups === 1;
  }).length;
}

function describeMechanism({ text, sign, rest }: SpfWord, fact: MechanismFact, t: Translate): string {
  const qualifier = QUALIFIERS[sign === "" ? "+" : sign];
  const provider = fact.name === "include" ? spfProviderOf(rest) : undefined;
  const lookups = fact.lookups === 0 ? undefined : t("It costs one of the 10 DNS lookups that a record may need.");
  return toMarkdown({
    code: text,
    what: t("a mechanism of SPF: {result} where it matches", { result: qualifier.result }),
    paragraphs: [
      t(fact.doc),
      provider && t("These are the mail servers of {provider}.", { provider: provider.provider }),
      addressesOf(fact, rest, t) ?? lookups,
    ],
    references: [fact.section],
  });
}

/** How many addresses a network has; only as far as a number still says something. */
function addressesOf(fact: MechanismFact, rest: string, t: Translate): string | undefined {
  if (fact.takes !== "ip4" && fact.takes !== "ip6") return undefined;
  const bits = fact.takes === "ip4" ? 32 : 128;
  const [, address = "", length = String(bits)] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(rest) ?? [];
  const free = bits - Number(length);
  if (address === "" || free < 0) return undefined;
  if (free === 0) return t("One address.");
  return free <= 32 ? t("{count} addresses.", { count: 2 ** free }) : t("2^{free} addresses.", { free });
}
