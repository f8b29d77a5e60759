import { recordTypeByCode } from "../facts/recordTypes.ts";
import type { FixEdit } from "../rule.ts";
import { isSpf, type Mechanism, parseSpf, type SpfFault, type SpfRecord, type SpfTerm } from "../syntax/spf.ts";
import { span } from "../text/span.ts";
import { type SpfAnswer, type SpfSource, type SpfTree, spfTree } from "./spfTree.ts";
import { isFaultOfTxt, isUnquotedText, lostSpaces } from "./txtFaults.ts";
import { removalSpan, textOf } from "./txtValue.ts";
import type { DomainName, Policy, ZoneRecord, ZoneView } from "./zone.ts";

export type SpfPolicy = Policy<SpfRecord>;

/** The numbers of the record types that SPF looks up. */
export const TYPE = { A: 1, MX: 15, TXT: 16, AAAA: 28, SPF: 99 } as const;

/** The faults of one rule, without those that a rule about strings and characters already explains. */
export function faultsOf(policy: SpfPolicy, code: string): readonly SpfFault[] {
  if (!isReadable(policy)) return [];
  const faults = policy.root.faults.filter((it) => it.code === code);
  if (faults.length === 0) return faults;
  const spaces = lostSpaces(policy);
  return faults.filter((fault) => !isFaultOfTxt(policy, fault, spaces));
}

/** The terms that a receiver reads: none of a record of the obsolete type, nor of one whose words have run together. */
export function termsOf(policy: SpfPolicy): readonly SpfTerm[] {
  return isReadable(policy) ? policy.root.terms : [];
}

export function mechanismsOf(policy: SpfPolicy): Mechanism[] {
  return termsOf(policy).filter((term) => term.kind === "mechanism");
}

function isReadable(policy: SpfPolicy): boolean {
  return policy.record.type !== TYPE.SPF && !isUnquotedText(policy);
}

/** A record that receivers take for SPF, whole or broken: rules about what is missing or beyond it ask this first. */
export function isPublished(policy: SpfPolicy): boolean {
  return isReadable(policy) && isSpf(policy.text.value) && lostSpaces(policy).length === 0;
}

/** Takes a term out, with the space before it. */
export function withoutTerm(policy: SpfPolicy, { span: at }: Pick<SpfTerm, "span">): FixEdit[] {
  const before = policy.text.value.slice(0, at.start).trimEnd().length;
  return [{ span: removalSpan(policy, span(before, at.end)), newText: "" }];
}

/** Whether it serves other records: then what it says about all other hosts counts little (RFC 7208 §5.2). */
export function isIncluded({ record, zone }: SpfPolicy): boolean {
  if (record.owner.startsWith("_") || zone.apex === undefined) return record.owner.startsWith("_");
  if (zone.apex === record.owner) return false;
  const [atApex] = spfRecordsAt(zone, zone.apex);
  return (
    atApex !== undefined && leadsTo(spfTree(zone.apex, parseSpf(textOf(atApex)).root, zoneSource(zone)), record.owner)
  );
}

function leadsTo(tree: SpfTree, owner: DomainName): boolean {
  return tree.nodes.some(({ child }) => child !== undefined && (child.owner === owner || leadsTo(child, owner)));
}

/** Which of a rule's messages words a reason; the parser may know more reasons than a rule tells apart. */
export function messageFor<M extends string>(messages: Readonly<Record<M, string>>, reason: string, otherwise: M): M {
  return isKey(messages, reason) ? reason : otherwise;
}

function isKey<M extends string>(messages: Readonly<Record<M, string>>, key: string): key is M {
  return Object.hasOwn(messages, key);
}

/** Several rules ask for the tree of one record; it is made once for each reading of it. */
const TREES = new WeakMap<SpfPolicy, SpfTree>();

export function treeOf(policy: SpfPolicy): SpfTree {
  // Asked for first: who takes the tree depends on the zone, even if another rule had it made.
  const { zone } = policy;
  const known = TREES.get(policy);
  if (known) return known;
  const tree = spfTree(policy.record.owner, policy.root, zoneSource(zone));
  TREES.set(policy, tree);
  return tree;
}

/** The TXT records of an owner that receivers take for SPF. */
export function spfRecordsAt(zone: ZoneView, owner: DomainName): ZoneRecord[] {
  return zone.records(owner, TYPE.TXT).filter((record) => isSpf(textOf(record)));
}

/** What a zone file says of the names that a record looks up. */
export function zoneSource(zone: ZoneView): SpfSource {
  const answer = (name: DomainName, type: number) => follow(zone, name, type);
  return {
    spf: (name) => spfAnswer(answer(name, TYPE.TXT)),
    mailHosts: (name) =>
      answer(name, TYPE.MX)
        ?.flatMap(({ fields }) => fields[1]?.target ?? [])
        .filter((it) => it !== "."),
    hasAddress: (name, family) => {
      const found = [TYPE.A, ...(family === 4 ? [] : [TYPE.AAAA])].map((type) => answer(name, type));
      if (found.some((records) => records && records.length > 0)) return true;
      return found.includes(undefined) ? undefined : false;
    },
  };
}

function spfAnswer(records: readonly ZoneRecord[] | undefined): SpfAnswer {
  if (!records) return { kind: "unknown" };
  const values = records.map(textOf).filter(isSpf);
  const [value] = values;
  if (value === undefined) return { kind: "none" };
  return values.length > 1 ? { kind: "several" } : { kind: "found", root: parseSpf(value).root };
}

/** Aliases that lead on are followed as a resolver does; more than this many are a loop. */
const MOST_ALIASES = 8;

/**
 * The records of a name, aliases inside the zone followed.
 *
 * @returns `undefined` where the zone does not know
 */
export function follow(zone: ZoneView, name: DomainName, type: number): readonly ZoneRecord[] | undefined {
  let at = name;
  for (let step = 0; step < MOST_ALIASES; step++) {
    const answer = zone.answer(at, type);
    if (answer.kind === "found") return answer.records;
    if (answer.kind === "alias") {
      const target = answer.record.fields[0]?.target;
      if (target === undefined) return undefined;
      at = target;
      continue;
    }
    if (answer.kind === "unknown" || zone.isPartial || hasDialect(zone, at)) return undefined;
    return [];
  }
  return undefined;
}

/** ALIAS, ANAME, LUA and their like answer with addresses that no file shows. */
function hasDialect(zone: ZoneView, name: DomainName): boolean {
  const types = zone.records(name).map(({ type }) => recordTypeByCode(type));
  return types.some((type) => type === undefined || type.isOpaque === true);
}
