import type { Span } from "../../text/span.ts";
import {
  type AliasNode,
  issue,
  type MappingNode,
  type Pair,
  type ScalarNode,
  type YamlDocument,
  type YamlIssue,
  type YamlNode,
} from "./nodes.ts";

/** The node that an alias stands for: the last one of its name that begins before it, as YAML has it. */
export function resolveAlias({ anchors }: YamlDocument, { name, span }: AliasNode): YamlNode | undefined {
  return anchors.findLast((it) => it.anchor?.name === name && it.anchor.span.start < span.start);
}

/** Reports duplicate keys and aliases without anchor in one walk that follows no alias. @returns all scalars, keys too */
export function checkReferences(document: YamlDocument, issues: YamlIssue[]): ScalarNode[] {
  const scalars: ScalarNode[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === "scalar") scalars.push(node);
    else if (node.kind === "sequence") node.items.forEach(visit);
    else if (node.kind === "alias") {
      if (!resolveAlias(document, node)) issues.push(issue("undefinedAlias", node.span, node.name));
    } else {
      const seen = new Map<string, Span>();
      for (const { key, value } of node.pairs) {
        visit(key);
        visit(value);
        if (key.kind !== "scalar") continue;
        const first = seen.get(key.value);
        if (first) issues.push(issue("duplicateKey", key.span, key.value, first));
        else seen.set(key.value, key.span);
      }
    }
  };
  visit(document.root);
  return scalars;
}

/** A pair of a mapping as it counts, wherever it was written. */
export interface EffectivePair extends Pair {
  /** The aliases that led to it, outermost first; empty for a pair that stands here. Both places are shown to the user. */
  readonly via: readonly AliasNode[];
}

/** How many pairs and nodes may be visited: what an alias bomb may cost. */
function newBudget() {
  return { left: 20_000 };
}

/**
 * The pairs of a mapping with merge keys (`<<`) resolved: its own first, then those of merged mappings that have no pair
 * of that key before them. Stops when the budget is spent; an alias into itself is left out.
 */
export function effectivePairs(document: YamlDocument, mapping: MappingNode, budget = newBudget()): EffectivePair[] {
  const found = new Map<string, EffectivePair>();
  const add = (node: YamlNode, via: readonly AliasNode[], open: readonly YamlNode[]): void => {
    if (budget.left-- <= 0 || open.includes(node) || open.length > 100) return;
    if (node.kind === "alias") {
      const target = resolveAlias(document, node);
      if (target) add(target, [...via, node], [...open, node]);
    } else if (node.kind === "sequence") {
      for (const item of node.items) add(item, via, [...open, node]);
    } else if (node.kind === "mapping") {
      const isMerge = ({ key }: Pair) => key.kind === "scalar" && key.style === "plain" && key.value === "<<";
      for (const pair of node.pairs) {
        const key = pair.key.kind === "scalar" ? pair.key.value : `\0${pair.key.span.start}`;
        if (!isMerge(pair) && !found.has(key) && budget.left-- > 0) found.set(key, { ...pair, via });
      }
      for (const pair of node.pairs) if (isMerge(pair)) add(pair.value, via, [...open, node]);
    }
  };
  add(mapping, [], []);
  return [...found.values()];
}

export interface Found {
  readonly node: YamlNode;
  /** The key that it has; absent for the root and for list items. */
  readonly key: YamlNode | undefined;
  readonly via: readonly AliasNode[];
}

/** Follows keys and list indexes, over aliases and merge keys, from the root of a document. */
export function lookUp(document: YamlDocument, path: readonly (string | number)[]): Found | undefined {
  let found: Found | undefined = follow(document, { node: document.root, key: undefined, via: [] });
  for (const step of path) {
    const node: YamlNode | undefined = found?.node;
    const via: readonly AliasNode[] = found?.via ?? [];
    if (node?.kind === "mapping") {
      const pair: EffectivePair | undefined = effectivePairs(document, node).find(
        ({ key }) => key.kind === "scalar" && key.value === String(step),
      );
      found = pair && follow(document, { node: pair.value, key: pair.key, via: [...via, ...pair.via] });
    } else if (node?.kind === "sequence") {
      const item = node.items[Number(step)];
      found = item && follow(document, { node: item, key: undefined, via });
    } else return undefined;
  }
  return found;
}

function follow(document: YamlDocument, found: Found): Found {
  if (found.node.kind !== "alias") return found;
  const target = resolveAlias(document, found.node);
  return target && target.kind !== "alias" ? { ...found, node: target, via: [...found.via, found.node] } : found;
}

/**
 * Visits every node with its path as a consumer sees it: aliases and merges expanded. For rules.
 * @returns false if the budget was spent before the end
 */
export function visitEffective(
  document: YamlDocument,
  visit: (path: readonly (string | number)[], found: Found) => void,
): boolean {
  const budget = newBudget();
  const walk = (path: readonly (string | number)[], found: Found, open: readonly YamlNode[]): boolean => {
    const it = follow(document, found);
    if (open.includes(it.node)) return true;
    if (budget.left-- <= 0) return false;
    visit(path, it);
    const { node, via } = it;
    if (node.kind === "sequence")
      return node.items.every((item, index) =>
        walk([...path, index], { node: item, key: undefined, via }, [...open, node]),
      );
    if (node.kind !== "mapping") return true;
    return effectivePairs(document, node, budget).every((pair) => {
      const step = pair.key.kind === "scalar" ? pair.key.value : "?";
      return walk([...path, step], { node: pair.value, key: pair.key, via: [...via, ...pair.via] }, [...open, node]);
    });
  };
  return walk([], { node: document.root, key: undefined, via: [] }, []);
}
