import type { PolicyKind } from "../../model/zone.ts";
import { DKIM_TAGS } from "./tags/dkim.ts";
import { DMARC_TAGS } from "./tags/dmarc.ts";
import { BIMI_TAGS, MTA_STS_TAGS, TLS_RPT_TAGS } from "./tags/others.ts";
import type { TagFact } from "./tags/tagFact.ts";

const TAGS: Readonly<Record<PolicyKind, readonly TagFact[]>> = {
  spf: [],
  dkim: DKIM_TAGS,
  dmarc: DMARC_TAGS,
  mtaSts: MTA_STS_TAGS,
  tlsRpt: TLS_RPT_TAGS,
  bimi: BIMI_TAGS,
};

/** In the order in which completion offers them; the version comes first. */
export function tagFactsOf(kind: PolicyKind): readonly TagFact[] {
  return TAGS[kind];
}
