import type { Parsed } from "./parsed.ts";
import { parseTagList, type Tag, type TagList, tagOf, type Version, versionOf } from "./tagList.ts";

/** An assertion record at `<selector>._bimi` (draft-brand-indicators-for-message-identification §4.2). */
export interface BimiRecord extends TagList {
  readonly version: Version;
  /** Whether it is, or is meant to be, a BIMI record. */
  readonly isBimi: boolean;
  /** The logo's address; its value is `""` where the domain declines to take part, or the logo is in the certificate. */
  readonly logo: Tag | undefined;
  /** The certificate's address. */
  readonly authority: Tag | undefined;
  /** `v=BIMI1; l=; a=;`: the domain takes no part (§4.2). */
  readonly isDeclined: boolean;
}

export const BIMI_TAGS: readonly string[] = ["v", "l", "a", "avp", "lps"];

/** Reads a BIMI record; issues are `bimi/syntax` and `bimi/duplicate-tag`. Spans count in `value`. */
export function parseBimi(value: string): Parsed<BimiRecord> {
  const { root: list, issues } = parseTagList(value, { group: "bimi", names: BIMI_TAGS });
  const version = versionOf(list, "BIMI1");
  const [logo, authority] = [tagOf(list, "l"), tagOf(list, "a")];
  const isBimi =
    /^bimi/i.test(version.tag?.value ?? "") ||
    (/^(?:b|im|$)/i.test(version.tag?.value ?? "") && list.tags.some(hasUrl)) ||
    isBareVersion(list);
  const isDeclined = (logo?.value ?? "") === "" && (authority?.value ?? "") === "";
  return { root: { ...list, version, isBimi, logo, authority, isDeclined }, issues: isBimi ? issues : [] };
}

function hasUrl({ name, value }: Tag): boolean {
  return /^[la]$/i.test(name) && /^[a-z]+:/i.test(value);
}

function isBareVersion({ broken }: TagList): boolean {
  return broken.some(({ text }) => /^v?\s?:?bimi1?$/i.test(text));
}
