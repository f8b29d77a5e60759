import type { DomainName } from "../../model/zone.ts";
import type { LiveDns, LiveType } from "./liveDns.ts";
import type { PublishedSet, PublishedValue, PublishedZone } from "./publishedZone.ts";

/** How the records of one name and type in the file stand to what is published. */
export interface SetComparison {
  readonly owner: DomainName;
  readonly type: LiveType;
  readonly outcome: "same" | "different" | "missing" | "extra" | "unknown";
  /** In the file and not published. */
  readonly unpublished: readonly PublishedValue[];
  /** Published and not in the file. */
  readonly unwritten: readonly string[];
  /** Why nobody knows. */
  readonly reason?: string;
}

/** Names that receivers ask for although the file may not hold them. */
const ASKED_BY_RECEIVERS: readonly (readonly [prefix: string, type: LiveType])[] = [
  ["", "MX"],
  ["", "TXT"],
  ["_dmarc.", "TXT"],
  ["_mta-sts.", "TXT"],
  ["_smtp._tls.", "TXT"],
  ["default._bimi.", "TXT"],
];

/** Compares a zone file with the DNS, set by set; what receivers would ask for and the file lacks comes last. */
export async function compareZone(zone: PublishedZone, live: LiveDns): Promise<readonly SetComparison[]> {
  const written = await Promise.all(zone.sets.map((set) => compareSet(set, live)));
  const { apex } = zone;
  if (apex === undefined || zone.isCut) return written;
  const known = new Set(zone.sets.map(({ owner, type }) => `${owner} ${type}`));
  const aliases = new Set(zone.sets.filter(({ type }) => type === "CNAME").map(({ owner }) => owner));
  const lacking = ASKED_BY_RECEIVERS.map(([prefix, type]) => ({ owner: `${prefix}${apex}`, type, values: [] })).filter(
    ({ owner, type }) => !known.has(`${owner} ${type}`) && !aliases.has(owner),
  );
  const beyond = await Promise.all(lacking.map((set) => compareSet(set, live)));
  return [...written, ...beyond.filter(({ outcome }) => outcome === "extra")];
}

async function compareSet({ owner, type, values }: PublishedSet, live: LiveDns): Promise<SetComparison> {
  const answer = await live.ask(owner, type);
  if (answer.kind === "error") {
    return { owner, type, outcome: "unknown", unpublished: [], unwritten: [], reason: answer.reason };
  }
  const published = answer.kind === "found" ? answer.values : [];
  const unpublished = values.filter(({ value }) => !published.includes(value));
  const unwritten = published.filter((value) => !values.some((it) => it.value === value));
  return {
    owner,
    type,
    outcome: outcomeOf(values.length, unpublished.length, unwritten.length, published.length),
    unpublished,
    unwritten,
  };
}

function outcomeOf(
  written: number,
  unpublished: number,
  unwritten: number,
  published: number,
): SetComparison["outcome"] {
  if (unpublished === 0 && unwritten === 0) return "same";
  if (published === 0) return "missing";
  return written === 0 || unpublished === 0 ? "extra" : "different";
}
