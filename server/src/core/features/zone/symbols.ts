import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { relativize } from "../../model/domainName.ts";
import type { ZoneEntry, ZoneRecord } from "../../model/zone.ts";
import { FILE_START } from "../../text/span.ts";
import type { OutlineNode } from "../answers.ts";

const MOST_CHARACTERS = 60;

/** Names with their records below them, and directives between, in the order of the text. */
export function symbolsOfZone(source: ZoneSource, limit: number, t: Translate): readonly OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let group: { readonly owner: string; readonly records: OutlineNode[] } | undefined;
  let count = 0;
  const close = () => {
    if (group !== undefined) nodes.push(nameNode(group.owner, group.records, source));
    group = undefined;
  };
  for (const entry of source.entries()) {
    if (entry.path !== source.path) continue;
    if (++count > limit) break;
    if (entry.kind === "directive") {
      close();
      nodes.push(directiveNode(source, entry));
      continue;
    }
    if (group?.owner !== entry.owner) close();
    group ??= { owner: entry.owner, records: [] };
    group.records.push(recordNode(source, entry, t));
  }
  close();
  return nodes;
}

function nameNode(owner: string, records: readonly OutlineNode[], { view }: ZoneSource): OutlineNode {
  const first = records[0]?.range ?? FILE_START;
  const last = records.at(-1)?.range ?? first;
  const name = view.apex === undefined ? owner : relativize(owner, view.apex);
  const types = [...new Set(records.map((it) => it.name))].join(" ");
  const range = { start: first.start, end: last.end };
  return {
    name: name === "@" ? owner : name,
    detail: types,
    kind: "namespace",
    range,
    selectionRange: records[0]?.selectionRange ?? first,
    children: records,
  };
}

function recordNode(source: ZoneSource, entry: ZoneRecord, t: Translate): OutlineNode {
  const values = entry.fields.map((it) => it.text).join(" ");
  return {
    name: entry.typeName || t("unfinished record"),
    detail: clip(values),
    kind: /^(?:TXT|SPF)$/.test(entry.typeName) ? "string" : "field",
    range: source.rangeOf(entry, entry.span),
    selectionRange: source.rangeOf(entry, (entry.typeField ?? entry).span),
    children: [],
  };
}

function directiveNode(source: ZoneSource, entry: Extract<ZoneEntry, { kind: "directive" }>): OutlineNode {
  return {
    name: entry.name,
    detail: clip(entry.args.map((it) => it.text).join(" ")),
    kind: "key",
    range: source.rangeOf(entry, entry.span),
    selectionRange: source.rangeOf(entry, entry.nameField.span),
    children: [],
  };
}

function clip(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}
