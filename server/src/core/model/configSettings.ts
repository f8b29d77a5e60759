import { keysOf, ROOT_TYPE, stepInto } from "../facts/configKeys.ts";
import type { ConfigKey, ValueType } from "../facts/configTypes.ts";
import type { MappingNode, YamlNode } from "../syntax/yaml/nodes.ts";
import type { Setting } from "./config.ts";
import type { Located, Reader } from "./configValues.ts";

interface Step {
  readonly path: readonly (string | number)[];
  readonly node: YamlNode;
  readonly key: ConfigKey | undefined;
  readonly type: ValueType | undefined;
  readonly siblings: readonly ConfigKey[];
  readonly at: Located | undefined;
  readonly open: readonly YamlNode[];
}

/** All keys and list items of a document with what the table says of them; below an unknown key nothing is looked at. */
export function readSettings(reader: Reader): Setting[] {
  const settings: Setting[] = [];
  let left = 20_000;
  const visit = ({ path, node, key, type, siblings, at, open }: Step): void => {
    const target = reader.follow(node);
    if (!target || open.includes(target) || left-- <= 0) return;
    settings.push({ path, keyNode: at?.key, node: target, parent: at?.parent, pair: at?.pair, key, type, siblings });
    if (type === undefined) return;
    const below = [...open, target];
    if (target.kind === "sequence") {
      target.items.forEach((item, index) => {
        const inner = stepInto(type, index).type;
        if (inner && !item.isBroken)
          visit({
            path: [...path, index],
            node: item,
            key: undefined,
            type: inner,
            siblings: [],
            at: undefined,
            open: below,
          });
      });
    }
    if (target.kind === "mapping") visitPairs(target, { path, type, open: below });
  };
  const visitPairs = (mapping: MappingNode, { path, type, open }: Pick<Step, "path" | "type" | "open">): void => {
    if (type?.kind !== "mapping" && type?.kind !== "server" && type?.kind !== "table") return;
    for (const at of reader.pairs(mapping)) {
      const known = stepInto(type, at.name);
      const step = { path: [...path, at.name], node: at.value, at, open, siblings: keysOf(type) };
      visit({ ...step, key: known.key, type: known.type });
    }
  };
  const root = { path: [], key: undefined, type: ROOT_TYPE, siblings: [], at: undefined, open: [] };
  visit({ ...root, node: reader.document.root });
  return settings;
}
