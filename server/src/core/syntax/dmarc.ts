import { remember } from "../text/remember.ts";
import type { Parsed } from "./parsed.ts";
import { parseReportUris, type ReportUri } from "./reportUri.ts";
import {
  itemsOf,
  parseTagList,
  type Tag,
  type TagItem,
  type TagList,
  tagOf,
  type Version,
  versionOf,
} from "./tagList.ts";

export type DmarcPolicy = "none" | "quarantine" | "reject";

/** A DMARC policy record (RFC 9989 §4.7), or another text where one is looked for. */
export interface DmarcRecord extends TagList {
  readonly version: Version;
  /** Whether it is, or is meant to be, a DMARC record; another text at `_dmarc` is not. */
  readonly isDmarc: boolean;
  /** What `p`, `sp` and `np` say; `undefined` where the tag is missing or has another value. */
  readonly p: DmarcPolicy | undefined;
  readonly sp: DmarcPolicy | undefined;
  readonly np: DmarcPolicy | undefined;
  readonly rua: readonly ReportUri[];
  readonly ruf: readonly ReportUri[];
  /** The items of `fo`. */
  readonly failureOptions: readonly TagItem[];
  /** `unknown` where `psd` is missing or has another value: receivers then find out by the tree walk. */
  readonly psd: "yes" | "no" | "unknown";
  readonly isTest: boolean;
}

/** In the order in which they are usually written. */
export const DMARC_TAGS: readonly string[] = ["v", "p", "sp", "np", "adkim", "aspf", "fo", "psd", "t", "rua", "ruf"];

/** Known to RFC 7489, gone in RFC 9989 (§C.6). */
export const REMOVED_DMARC_TAGS: readonly string[] = ["pct", "rf", "ri"];

/** Those that DMARC knows or once knew. */
export const ALL_DMARC_TAGS: readonly string[] = [...DMARC_TAGS, ...REMOVED_DMARC_TAGS];

export const POLICIES: readonly DmarcPolicy[] = ["none", "quarantine", "reject"];

/** Reads a DMARC record; issues are `dmarc/syntax` and `dmarc/duplicate-tag`. Spans count in `value`. */
export const parseDmarc: (value: string) => Parsed<DmarcRecord> = remember(readDmarcValue);

function readDmarcValue(value: string): Parsed<DmarcRecord> {
  const { root: list, issues } = parseTagList(value, { group: "dmarc", names: ALL_DMARC_TAGS });
  const version = versionOf(list, "DMARC1");
  const isDmarc = /dmarc/i.test(version.tag?.value ?? "") || looksLikeDmarc(list);
  const root = {
    ...list,
    version,
    isDmarc,
    p: policyOf(tagOf(list, "p")),
    sp: policyOf(tagOf(list, "sp")),
    np: policyOf(tagOf(list, "np")),
    rua: parseReportUris(tagOf(list, "rua")),
    ruf: parseReportUris(tagOf(list, "ruf")),
    failureOptions: itemsOf(tagOf(list, "fo"), ":"),
    psd: psdOf(tagOf(list, "psd")),
    isTest: tagOf(list, "t")?.value.toLowerCase() === "y",
  };
  return { root, issues: isDmarc ? issues : [] };
}

/** `quarantine` for `Quarantine`: values are read in any letter case (RFC 9989 §4.8). */
export function policyOf(tag: Tag | undefined): DmarcPolicy | undefined {
  const value = tag?.value.toLowerCase();
  return POLICIES.find((it) => it === value);
}

/** Without a version: a policy tag or a report address that only DMARC has. */
function looksLikeDmarc({ tags, broken }: TagList): boolean {
  if (tags.some(({ name, value }) => /^s?p$/i.test(name) && POLICIES.some((it) => it === value.toLowerCase())))
    return true;
  if (tags.some(({ name, value }) => /^ru[af]$/i.test(name) && /^mailto:/i.test(value)))
    return !tags.some(hasOtherVersion);
  return broken.some(({ text }) => /^v?\s?:?dmarc1?$/i.test(text));
}

function hasOtherVersion({ name }: Tag): boolean {
  return name === "v";
}

function psdOf(tag: Tag | undefined): DmarcRecord["psd"] {
  const value = tag?.value.toLowerCase();
  if (value === "y") return "yes";
  return value === "n" ? "no" : "unknown";
}
