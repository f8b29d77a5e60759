import type { MappingNode, Pair, ScalarNode, YamlDocument, YamlNode } from "../syntax/yaml/nodes.ts";
import { effectivePairs, resolveAlias } from "../syntax/yaml/references.ts";
import type { Value } from "./config.ts";

/** Reads keys of mappings over aliases and merge keys; what is broken is as if it were not there. */
export class Reader {
  readonly document: YamlDocument;
  readonly #budget = { left: 20_000 };
  /** Each mapping's pairs are put together once: every key of it is asked for. */
  readonly #pairs = new Map<MappingNode, Pairs>();

  constructor(document: YamlDocument) {
    this.document = document;
  }

  /** The node that counts: an alias's target. */
  follow(node: YamlNode | undefined): Exclude<YamlNode, { kind: "alias" }> | undefined {
    const target = node?.kind === "alias" ? resolveAlias(this.document, node) : node;
    return target && target.kind !== "alias" && !target.isBroken ? target : undefined;
  }

  mapping(node: YamlNode | undefined): MappingNode | undefined {
    const target = this.follow(node);
    return target?.kind === "mapping" ? target : undefined;
  }

  pairs(mapping: MappingNode | undefined): readonly Located[] {
    return mapping ? this.#pairsOf(mapping).all : [];
  }

  get(mapping: MappingNode | undefined, key: string): Located | undefined {
    return mapping && this.#pairsOf(mapping).byName.get(key);
  }

  #pairsOf(mapping: MappingNode): Pairs {
    const known = this.#pairs.get(mapping);
    if (known) return known;
    const pairs = this.#ownPairs(mapping) ?? this.#mergedPairs(mapping);
    this.#pairs.set(mapping, pairs);
    return pairs;
  }

  /** The usual mapping; `undefined` for one that merges others. */
  #ownPairs(mapping: MappingNode): Pairs | undefined {
    const all: Located[] = [];
    const byName = new Map<string, Located | undefined>();
    for (const pair of mapping.pairs) {
      const { key } = pair;
      if (key.kind !== "scalar" || (key.value === "<<" && key.style === "plain")) return undefined;
      if (byName.has(key.value) || this.#budget.left-- <= 0) continue;
      const at = pair.isBroken ? undefined : locate(mapping, pair, pair);
      if (at) all.push(at);
      byName.set(key.value, at);
    }
    return { all, byName };
  }

  #mergedPairs(mapping: MappingNode): Pairs {
    const found = this.#budget.left > 0 ? effectivePairs(this.document, mapping, this.#budget) : [];
    const own = new Map(mapping.pairs.map((pair) => [pair.key, pair]));
    const all = found.filter(({ isBroken }) => !isBroken).map((pair) => locate(mapping, pair, own.get(pair.key)));
    return { all, byName: new Map(all.map((it) => [it.name, it])) };
  }

  value(mapping: MappingNode | undefined, key: string): Value | undefined {
    const pair = this.get(mapping, key);
    return pair && this.toValue(pair.value, pair);
  }

  toValue(node: YamlNode | undefined, at?: Located): Value | undefined {
    const scalar = this.follow(node);
    if (scalar?.kind !== "scalar" || isNothing(scalar)) return undefined;
    return { value: scalar.value, span: scalar.span, node: scalar, parent: at?.parent, pair: at?.pair };
  }

  items(node: YamlNode | undefined): readonly YamlNode[] {
    const target = this.follow(node);
    return target?.kind === "sequence" ? target.items.filter(({ isBroken }) => !isBroken) : [];
  }
}

/** A pair with its key's text and the mapping where a fix would write. */
export interface Located {
  readonly name: string;
  readonly key: YamlNode;
  readonly value: YamlNode;
  readonly parent: MappingNode;
  readonly pair: Pair;
}

interface Pairs {
  readonly all: readonly Located[];
  readonly byName: ReadonlyMap<string, Located | undefined>;
}

function locate(parent: MappingNode, pair: Pair, own: Pair | undefined): Located {
  const name = pair.key.kind === "scalar" ? pair.key.value : "";
  return { name, key: pair.key, value: pair.value, parent, pair: own ?? pair };
}

/** An empty value, `~` or `null`: YAML's word for nothing. */
export function isNothing(node: ScalarNode): boolean {
  if (node.value === "" && node.style === "plain") return true;
  return node.style === "plain" && /^(?:~|null|Null|NULL)$/.test(node.value);
}

/** `true`, `false` and their other cases as the core schema has them; `undefined` for anything else. */
export function booleanOf(node: ScalarNode): boolean | undefined {
  if (node.style !== "plain") return undefined;
  if (/^(?:true|True|TRUE)$/.test(node.value)) return true;
  return /^(?:false|False|FALSE)$/.test(node.value) ? false : undefined;
}

/** A whole number as it is written in decimal digits, quotes or not. */
export function integerOf(text: string): number | undefined {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** `${env:NAME}` or `${secret:name}`, alone. */
export function isReference(text: string): boolean {
  return /^\$\{(?:env|secret):[^{}\s]+\}$/.test(text.trim());
}
