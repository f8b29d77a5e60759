import { chineseSentences } from "./chinese.ts";

/** What fills the `{placeholders}` of a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** Puts a sentence into the user's language and fills its `{placeholders}`. The English sentence is the key. */
export type Translate = (sentence: string, values?: Values) => string;

/**
 * @param language a BCP 47 tag or a POSIX locale: `zh-cn`, `zh_CN.UTF-8`, `zh-Hans`; another language than Simplified
 * Chinese gives English
 */
export function translator(language = "en"): Translate {
  return /^zh(?:$|[-_](?:cn|sg|hans))/i.test(language) ? intoChinese : fill;
}

function intoChinese(sentence: string, values?: Values): string {
  return fill(chineseSentences()[sentence] ?? sentence, values);
}

/**
 * Marks a sentence that is translated later, where it is shown: facts and templates stand in tables. The generator finds
 * every literal inside `say(…)` and `t(…)`, so that a missing or stale translation fails the build.
 */
export function say(sentence: string): string {
  return sentence;
}

/** Texts of users, clipped to 40 characters, go into `{placeholders}`; one that has no value stays visible. */
export function fill(sentence: string, values: Values = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => clip(String(values[name] ?? placeholder)));
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
