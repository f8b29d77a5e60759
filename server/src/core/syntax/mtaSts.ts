import type { Parsed } from "./parsed.ts";
import { EXTENSION_NAME, parseTagList, type Tag, type TagList, tagOf, type Version, versionOf } from "./tagList.ts";

export const STS_TAGS: readonly string[] = ["v", "id"];

/** The TXT record at `_mta-sts` (RFC 8461 §3.1): it says that a policy exists, and its `id` when the policy changed. */
export interface MtaStsRecord extends TagList {
  readonly version: Version;
  /** Whether it is, or is meant to be, an MTA-STS record. */
  readonly isMtaSts: boolean;
  readonly id: Tag | undefined;
  /** Whether `id` is 1 to 32 letters and digits. */
  readonly hasGoodId: boolean;
}

/** Reads an MTA-STS record; issues are `mta-sts/syntax`, which the rules about version and id word. */
export function parseMtaSts(value: string): Parsed<MtaStsRecord> {
  const { root: list, issues } = parseTagList(value, { group: "mta-sts", names: STS_TAGS, nameForm: EXTENSION_NAME });
  const version = versionOf(list, "STSv1");
  const id = tagOf(list, "id");
  const isMtaSts =
    /^sts/i.test(version.tag?.value ?? "") || (version.tag === undefined && id !== undefined) || isBareVersion(list);
  const hasGoodId = id !== undefined && /^[A-Za-z0-9]{1,32}$/.test(id.value);
  return { root: { ...list, version, isMtaSts, id, hasGoodId }, issues: isMtaSts ? issues : [] };
}

function isBareVersion({ broken }: TagList): boolean {
  return broken.some(({ text }) => /^v?\s?:?stsv?1?$/i.test(text));
}
