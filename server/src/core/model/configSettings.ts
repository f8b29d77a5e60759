import { keysOf, ROOT_TYPE, stepInto } from "../facts/configKeys.ts";
import type { ConfigKey, ValueType } from "../facts/configTypes.ts";
import type { MappingNode, YamlNode } from "../syntax/yaml/nodes.ts";
import type { Setting } from "./config.ts";
import type { Located, Reader } from "./configValues.ts";

type Path = readonly (string | number)[];

/** All keys and list items of a document with what the table says of them; below an unknown key nothing is looked at. */
export function readSettings(reader: Reader): Setting[] {
  const settings: Setting[] = [];
  /** The collections around the place that is visited: an alias may lead back to one of them. */
  const open: YamlNode[] = [];
  let left = 20_000;
  const visit = (path: Path, node: YamlNode, rule: Known, siblings: readonly ConfigKey[], at?: Located): void => {
    const target = reader.follow(node);
    if (!target || open.includes(target) || left-- <= 0) return;
    const { key, type } = rule;
    settings.push({ path, keyNode: at?.key, node: target, parent: at?.parent, pair: at?.pair, key, type, siblings });
    if (type === undefined || target.kind === "scalar") return;
    open.push(target);
    if (target.kind === "mapping") visitPairs(path, target, type);
    else visitItems(path, target.items, type);
    open.pop();
  };
  const visitItems = (path: Path, items: readonly YamlNode[], type: ValueType): void => {
    for (const [index, item] of items.entries()) {
      const inner = stepInto(type, index).type;
      if (inner && !item.isBroken) visit([...path, index], item, { key: undefined, type: inner }, []);
    }
  };
  const visitPairs = (path: Path, mapping: MappingNode, type: ValueType): void => {
    if (type.kind !== "mapping" && type.kind !== "server" && type.kind !== "table") return;
    const siblings = keysOf(type);
    for (const at of reader.pairs(mapping)) {
      const { key, type: inner } = stepInto(type, at.name);
      visit([...path, at.name], at.value, { key, type: inner }, siblings, at);
    }
  };
  visit([], reader.document.root, { key: undefined, type: ROOT_TYPE }, []);
  return settings;
}

interface Known {
  readonly key: ConfigKey | undefined;
  readonly type: ValueType | undefined;
}
