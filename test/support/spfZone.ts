import type { DnsAnswer, SpfResolver } from "../../server/src/core/model/spfResolver.ts";

/** A record of `test/corpora/spf-rfc7208/zones.jsonl`. */
export interface CorpusRecord {
  readonly owner: string;
  readonly type: string;
  readonly value: string | readonly string[] | readonly [preference: number, host: string];
}

/** DNS from a list of records. `ANY TIMEOUT` makes every lookup of a name fail that no other record answers. */
export function corpusResolver(records: readonly CorpusRecord[]): SpfResolver {
  const lookup = <T>(
    name: string,
    type: string,
    read: (value: CorpusRecord["value"]) => T,
    depth = 0,
  ): DnsAnswer<T> => {
    const owner = name.toLowerCase().replace(/\.$/, "");
    const here = records.filter((it) => it.owner.toLowerCase() === owner);
    const found = here.filter((it) => it.type === type).map(({ value }) => read(value));
    if (found.length > 0) return { kind: "found", values: found };
    const alias = here.find((it) => it.type === "CNAME");
    if (alias && depth < 8) return lookup(String(alias.value), type, read, depth + 1);
    return { kind: here.some((it) => it.type === "ANY") ? "error" : "none" };
  };
  const text = (value: CorpusRecord["value"]) => (typeof value === "string" ? value : value.join(""));
  return {
    txt: async (name) => lookup(name, "TXT", text),
    a: async (name) => lookup(name, "A", text),
    aaaa: async (name) => lookup(name, "AAAA", text),
    mx: async (name) => lookup(name, "MX", (value) => String(value[1])),
    ptr: async (name) => lookup(name, "PTR", text),
  };
}
