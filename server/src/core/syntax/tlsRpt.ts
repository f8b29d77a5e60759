import type { Parsed } from "./parsed.ts";
import { parseReportUris, type ReportUri } from "./reportUri.ts";
import { EXTENSION_NAME, parseTagList, type Tag, type TagList, tagOf, type Version, versionOf } from "./tagList.ts";

export const TLS_RPT_TAGS: readonly string[] = ["v", "rua"];

/** The TXT record at `_smtp._tls` (RFC 8460 §3): where other servers report TLS that failed. */
export interface TlsRptRecord extends TagList {
  readonly version: Version;
  /** Whether it is, or is meant to be, a TLS-RPT record. */
  readonly isTlsRpt: boolean;
  readonly ruaTag: Tag | undefined;
  readonly rua: readonly ReportUri[];
}

/** Reads a TLS-RPT record; issues are `tls-rpt/syntax`, which the rules about version and rua word. */
export function parseTlsRpt(value: string): Parsed<TlsRptRecord> {
  const { root: list, issues } = parseTagList(value, {
    group: "tls-rpt",
    names: TLS_RPT_TAGS,
    nameForm: EXTENSION_NAME,
  });
  const version = versionOf(list, "TLSRPTv1");
  const ruaTag = tagOf(list, "rua");
  const isTlsRpt =
    /^tls/i.test(version.tag?.value ?? "") ||
    (version.tag === undefined && ruaTag !== undefined) ||
    isBareVersion(list);
  return { root: { ...list, version, isTlsRpt, ruaTag, rua: parseReportUris(ruaTag) }, issues: isTlsRpt ? issues : [] };
}

function isBareVersion({ broken }: TagList): boolean {
  return broken.some(({ text }) => /^v?\s?:?tls-?rpt(?:v?1)?$/i.test(text));
}
