import { MECHANISMS } from "../facts/spf.ts";
import type { DomainSpec, Mechanism, Modifier, SpfRecord, SpfTerm } from "../syntax/spf.ts";
import { expandMacros } from "../syntax/spfMacro.ts";
import type { DomainName } from "./zone.ts";

/** What is known of the DNS around a record: from a zone file, or from answers that were fetched. */
export interface SpfSource {
  spf(name: DomainName): SpfAnswer;
  /** The hosts of the MX records: empty where there is none, `undefined` where nobody knows. */
  mailHosts(name: DomainName): readonly DomainName[] | undefined;
  /** Whether the name has an A or an AAAA record (only an A record for `family` 4); `undefined` where nobody knows. */
  hasAddress(name: DomainName, family?: 4): boolean | undefined;
}

export type SpfAnswer =
  | { readonly kind: "found"; readonly root: SpfRecord }
  | { readonly kind: "none" | "several" | "unknown" };

/** A record with all that its terms lead to, as a receiver counts it (RFC 7208 §4.6.4). */
export interface SpfTree {
  readonly owner: DomainName;
  /** The terms that a receiver may come to, in the order in which it reads them; `redirect` last. */
  readonly nodes: readonly SpfNode[];
  /** Lookups of all nodes, below them included. */
  readonly lookups: number;
  /** Lookups that are known to find nothing, likewise. */
  readonly voidLookups: number;
  /** `false` where something is not known: then the counts are the least that is possible. */
  readonly isComplete: boolean;
}

export interface SpfNode {
  readonly term: Mechanism | Modifier;
  /** The name that is looked up; `undefined` where it depends on the message or cannot be read. */
  readonly name: DomainName | undefined;
  /** Its own lookup and those of what it includes. */
  readonly lookups: number;
  readonly voidLookups: number;
  /** The record of an `include` or a `redirect`. */
  readonly child: SpfTree | undefined;
  readonly problem: SpfProblem | undefined;
  readonly isComplete: boolean;
}

export type SpfProblem =
  /** It leads back to a record above: `name` is that record's owner. */
  | "loop"
  /** An include or redirect whose name has no SPF record, or several. */
  | "none"
  | "several"
  /** More than ten hosts behind one `mx`. */
  | "manyHosts"
  /** The lookup finds nothing. */
  | "void";

/** A receiver stops at ten; nobody needs to see more of a tree than this. */
const MOST_NODES = 500;
const MOST_HOSTS = 10;
const MOST_LOOKUPS = 10;
const MOST_VOIDS = 2;

interface Walk {
  readonly source: SpfSource;
  /** The records above, the nearest last. */
  readonly path: readonly DomainName[];
  readonly budget: { left: number };
}

/** Walks a record's terms and what they include. Linear in the nodes shown, at most 500 of them. */
export function spfTree(owner: DomainName, root: SpfRecord, source: SpfSource): SpfTree {
  return walk(root, { source, path: [owner], budget: { left: MOST_NODES } });
}

function walk(root: SpfRecord, at: Walk): SpfTree {
  const nodes = readTerms(root).map((term) => nodeOf(term, at));
  return {
    owner: at.path.at(-1) ?? ".",
    nodes,
    lookups: sum(nodes, "lookups"),
    voidLookups: sum(nodes, "voidLookups"),
    isComplete: nodes.every((it) => it.isComplete),
  };
}

function sum(nodes: readonly SpfNode[], key: "lookups" | "voidLookups"): number {
  return nodes.reduce((total, node) => total + node[key], 0);
}

/** Whether receivers are known to give up on it: over a limit, or an include that fails (RFC 7208 §4.6.4, §5.2, §6.1). */
export function isRejected(tree: SpfTree): boolean {
  return tree.lookups > MOST_LOOKUPS || tree.voidLookups > MOST_VOIDS || hasFatalProblem(tree);
}

function hasFatalProblem({ nodes }: SpfTree): boolean {
  return nodes.some(({ problem, child }) => {
    if (problem !== undefined && problem !== "void") return true;
    return child !== undefined && hasFatalProblem(child);
  });
}

/** What a receiver may evaluate: the mechanisms up to the first `all`, or all of them and then `redirect` (§4.6.2, §6.1). */
export function readTerms(root: SpfRecord): readonly (Mechanism | Modifier)[] {
  const mechanisms = root.terms.filter((term) => term.kind === "mechanism");
  const all = mechanisms.findIndex(({ name }) => name === "all");
  if (all >= 0) return mechanisms.slice(0, all + 1);
  const redirect = root.terms.find(isRedirect);
  return redirect ? [...mechanisms, redirect] : mechanisms;
}

export function isRedirect(term: SpfTerm): term is Modifier {
  return term.kind === "modifier" && term.name === "redirect";
}

function nodeOf(term: Mechanism | Modifier, at: Walk): SpfNode {
  const owner = at.path.at(-1) ?? ".";
  const own = term.kind === "modifier" ? 1 : MECHANISMS[term.name].lookups;
  // A wildcard's own name is whichever name was asked for.
  const name = term.domain ? nameOf(term.domain, owner) : owner.startsWith("*.") ? undefined : owner;
  const node = { term, name, lookups: own, voidLookups: 0, child: undefined, problem: undefined };
  if (own === 0) return { ...node, isComplete: true };
  if (at.budget.left-- <= 0 || name === undefined) return { ...node, isComplete: false };
  if (term.kind === "modifier" || term.name === "include") return withChild({ ...node, isComplete: false }, name, at);
  return { ...node, ...outcomeOf(term, name, at.source) };
}

function withChild(node: SpfNode, name: DomainName, at: Walk): SpfNode {
  if (at.path.includes(name)) return { ...node, problem: "loop", isComplete: true };
  const answer = at.source.spf(name);
  if (answer.kind === "unknown") return node;
  if (answer.kind !== "found") return { ...node, problem: answer.kind, isComplete: true };
  const child = walk(answer.root, { ...at, path: [...at.path, name] });
  const { voidLookups, isComplete } = child;
  return { ...node, child, lookups: node.lookups + child.lookups, voidLookups, isComplete };
}

type Outcome = Pick<SpfNode, "problem" | "voidLookups" | "isComplete">;

function outcomeOf({ name: mechanism }: Mechanism, name: DomainName, source: SpfSource): Outcome {
  const hosts = mechanism === "mx" ? source.mailHosts(name) : undefined;
  if (hosts && hosts.length > MOST_HOSTS) return { problem: "manyHosts", voidLookups: 0, isComplete: true };
  const isFound = mechanism === "mx" ? hosts && hosts.length > 0 : isAnswered(mechanism, name, source);
  if (isFound === false) return { problem: "void", voidLookups: 1, isComplete: true };
  return { problem: undefined, voidLookups: 0, isComplete: isFound === true };
}

function isAnswered(mechanism: string, name: DomainName, source: SpfSource): boolean | undefined {
  if (mechanism === "a") return source.hasAddress(name);
  return mechanism === "exists" ? source.hasAddress(name, 4) : undefined;
}

/** The absolute name, where no macro but `%{d}` stands in it. */
export function nameOf(spec: DomainSpec, owner: DomainName): DomainName | undefined {
  if (spec.isBroken) return undefined;
  const text = expandMacros(spec, { d: owner.replace(/\.$/, "") });
  if (text === undefined || !/^[a-z0-9_*.-]+$/i.test(text)) return undefined;
  return `${text.toLowerCase().replace(/\.$/, "")}.`;
}
