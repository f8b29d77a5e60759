import { TYPE } from "../syntax/zone/characters.ts";
import { follow } from "./spfPolicy.ts";
import type { DnsAnswer, SpfResolver } from "./spfResolver.ts";
import { textOf } from "./txtValue.ts";
import type { ZoneRecord, ZoneView } from "./zone.ts";

/** Answers from a zone file alone: what lies outside it cannot be looked up (`error`). */
export function zoneResolver(zone: ZoneView): SpfResolver {
  const ask = async (
    name: string,
    type: number,
    read: (record: ZoneRecord) => string | undefined,
  ): Promise<DnsAnswer<string>> => {
    const records = follow(zone, `${name.toLowerCase().replace(/\.$/, "")}.`, type);
    if (records === undefined) return { kind: "error" };
    if (records.length === 0) return { kind: "none" };
    return { kind: "found", values: records.flatMap((record) => read(record) ?? []) };
  };
  const address = ({ fields }: ZoneRecord) => fields[0]?.value.value;
  const target = (index: number) => (record: ZoneRecord) => {
    const name = record.fields[index]?.target;
    return name === "." ? undefined : name;
  };
  return {
    txt: (name) => ask(name, TYPE.TXT, textOf),
    a: (name) => ask(name, TYPE.A, address),
    aaaa: (name) => ask(name, TYPE.AAAA, address),
    mx: (name) => ask(name, TYPE.MX, target(1)),
    ptr: (name) => ask(name, TYPE.PTR, target(0)),
  };
}
