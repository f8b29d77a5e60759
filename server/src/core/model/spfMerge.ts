import { type Mechanism, parseSpf, type SpfRecord, type SpfTerm } from "../syntax/spf.ts";
import { relativize } from "./domainName.ts";
import type { DomainName } from "./zone.ts";

/**
 * One record that says what several say together: all mechanisms in their order, each once, then the mildest `all`, so
 * that no host that was let through before is refused.
 *
 * @returns `undefined` where one of them is broken, or modifiers contradict each other
 */
export function mergedSpf(values: readonly string[]): string | undefined {
  const records = values.map((value) => parseSpf(value).root);
  if (records.some(({ faults }) => faults.length > 0)) return undefined;
  const terms = new Map<string, SpfTerm>();
  for (const term of records.flatMap((it) => before(it, "all"))) {
    const key = term.text.toLowerCase().replace(/^\+/, "");
    if (!terms.has(key)) terms.set(key, term);
  }
  const all = mildest(records.flatMap((it) => it.terms.filter(isAll)));
  const kept = [...terms.values()].filter((term) => !(all && term.kind === "modifier" && term.name === "redirect"));
  const names = kept.flatMap((it) => (it.kind === "modifier" ? [it.name] : []));
  if (new Set(names).size < names.length) return undefined;
  const mechanisms = kept.filter((it) => it.kind !== "modifier").map(({ text }) => text);
  const modifiers = kept.filter((it) => it.kind === "modifier").map(({ text }) => text);
  return ["v=spf1", ...mechanisms, ...(all ? [all.text] : []), ...modifiers].join(" ");
}

function isAll(term: SpfTerm): term is Mechanism {
  return term.kind === "mechanism" && term.name === "all";
}

/** What a receiver reads: no mechanism behind `all`, modifiers anywhere. */
function before({ terms }: SpfRecord, name: "all"): SpfTerm[] {
  const end = terms.findIndex((it) => it.kind === "mechanism" && it.name === name);
  return terms.filter((it, index) => end < 0 || index < end || it.kind === "modifier");
}

/** `+all` would pass everyone: it gives way to any other. */
function mildest(alls: readonly Mechanism[]): Mechanism | undefined {
  for (const sign of ["?", "~", "-", "+"]) {
    const found = alls.find(({ qualifier }) => qualifier === sign);
    if (found) return found;
  }
  return undefined;
}

/** A long record cut into parts of at most 400 octets, which it includes. */
export interface SplitSpf {
  readonly main: string;
  readonly parts: readonly { readonly owner: DomainName; readonly value: string }[];
}

const PART_OCTETS = 400;

/**
 * Moves addresses into records `_spf1`, `_spf2`, … below the owner. Only plain passes of addresses can move without a
 * change of meaning: `%{d}`, a bare `a` and signs mean something else in an included record (RFC 7208 §5.2).
 *
 * @returns `undefined` where that does not make it short enough
 */
export function splitSpf(root: SpfRecord, owner: DomainName): SplitSpf | undefined {
  const movable = root.terms.filter(
    (it) => it.kind === "mechanism" && it.network !== undefined && it.qualifier === "+",
  );
  const rest = root.terms.filter((it) => !movable.includes(it));
  const isFirstAddress = root.terms.findIndex((it) => movable.includes(it));
  if (
    isFirstAddress < 0 ||
    owner.startsWith("*") ||
    rest.some((it) => it.kind === "mechanism" && it.qualifier !== "+" && !isAll(it))
  )
    return undefined;
  const values: string[] = [];
  for (const { text } of movable) {
    const last = values.at(-1);
    if (last === undefined || last.length + text.length + 1 > PART_OCTETS) values.push(`v=spf1 ${text}`);
    else values[values.length - 1] = `${last} ${text}`;
  }
  const parts = values.map((value, index) => ({ owner: `_spf${index + 1}.${owner}`, value: `${value} -all` }));
  const includes = parts.map((it) => `include:${relativize(it.owner, ".").replace(/\.$/, "")}`);
  const main = ["v=spf1", ...includes, ...rest.map(({ text }) => text)].join(" ");
  return main.length <= 450 ? { main, parts } : undefined;
}
