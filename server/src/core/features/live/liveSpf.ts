import type { SpfResolver } from "../../model/spfResolver.ts";
import { type SpfAnswer, type SpfSource, type SpfTree, spfTree } from "../../model/spfTree.ts";
import type { DomainName } from "../../model/zone.ts";
import { isSpf, parseSpf, type SpfRecord } from "../../syntax/spf.ts";
import { exchangeOf, type LiveAnswer, type LiveDns, type LiveType } from "./liveDns.ts";

/** Includes lie at most this deep before a receiver has stopped at ten lookups. */
const MOST_ROUNDS = 12;
const UNKNOWN: SpfAnswer = { kind: "unknown" };

/**
 * The tree of lookups behind an SPF record, with what the zone does not know asked for in the DNS, a level at a time.
 *
 * @param known what is known without asking: a zone file
 */
export async function liveSpfTree(
  owner: DomainName,
  root: SpfRecord,
  live: LiveDns,
  known?: SpfSource,
): Promise<SpfTree> {
  const answers = new Map<string, LiveAnswer>();
  for (let round = 0; ; round++) {
    const wanted = new Set<string>();
    const tree = spfTree(owner, root, sourceOf(answers, wanted, known));
    if (wanted.size === 0 || round === MOST_ROUNDS) return tree;
    await Promise.all(
      Array.from(wanted, async (key) => {
        const [name = "", type] = key.split(" ") as [string, LiveType];
        answers.set(key, await live.ask(name, type));
      }),
    );
  }
}

function sourceOf(
  answers: ReadonlyMap<string, LiveAnswer>,
  wanted: Set<string>,
  known: SpfSource | undefined,
): SpfSource {
  const values = (name: DomainName, type: LiveType): readonly string[] | undefined => {
    const answer = answers.get(`${name} ${type}`);
    if (answer === undefined) wanted.add(`${name} ${type}`);
    if (answer === undefined || answer.kind === "error") return undefined;
    return answer.kind === "found" ? answer.values : [];
  };
  return {
    spf: (name) => {
      const inZone = known?.spf(name) ?? UNKNOWN;
      return inZone.kind === "unknown" ? spfAnswer(values(name, "TXT")) : inZone;
    },
    mailHosts: (name) => known?.mailHosts(name) ?? values(name, "MX")?.map(exchangeOf),
    hasAddress: (name, family) => {
      const inZone = known?.hasAddress(name, family);
      if (inZone !== undefined) return inZone;
      const types: readonly LiveType[] = family === 4 ? ["A"] : ["A", "AAAA"];
      const found = types.map((type) => values(name, type));
      if (found.some((it) => it !== undefined && it.length > 0)) return true;
      return found.includes(undefined) ? undefined : false;
    },
  };
}

function spfAnswer(texts: readonly string[] | undefined): SpfAnswer {
  if (texts === undefined) return UNKNOWN;
  const records = texts.filter(isSpf);
  const [record] = records;
  if (record === undefined) return { kind: "none" };
  return records.length > 1 ? { kind: "several" } : { kind: "found", root: parseSpf(record).root };
}

/** `check_host()` over the DNS: a zone file answers first, for what it knows. */
export function liveSpfResolver(live: LiveDns, zone: SpfResolver): SpfResolver {
  const ask =
    (inZone: SpfResolver["txt"], type: LiveType): SpfResolver["txt"] =>
    async (name) => {
      const known = await inZone(name);
      if (known.kind !== "error") return known;
      const answer = await live.ask(name, type);
      if (answer.kind !== "found") return { kind: answer.kind };
      return { kind: "found", values: type === "MX" ? answer.values.map(exchangeOf) : answer.values };
    };
  const addresses =
    (inZone: SpfResolver["txt"], type: "A" | "AAAA"): SpfResolver["txt"] =>
    async (name) => {
      const answer = await ask(inZone, type)(name);
      return answer.kind === "found" ? { kind: "found", values: answer.values.map(spelt) } : answer;
    };
  return {
    txt: ask(zone.txt, "TXT"),
    a: addresses(zone.a, "A"),
    aaaa: addresses(zone.aaaa, "AAAA"),
    mx: ask(zone.mx, "MX"),
    ptr: ask(zone.ptr, "PTR"),
  };
}

/** 32 digits as an address again. */
function spelt(value: string): string {
  return /^[0-9a-f]{32}$/.test(value) ? (value.match(/.{4}/g) ?? []).join(":") : value;
}
