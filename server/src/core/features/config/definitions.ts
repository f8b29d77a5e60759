import type { ConfigSource } from "../../index.ts";
import type { Setting } from "../../model/config.ts";
import { TXT, textOf } from "../../model/policyRecord.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { DomainName, ZoneRecord } from "../../model/zone.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import { isSpf } from "../../syntax/spf.ts";
import type { YamlDocument } from "../../syntax/yaml/nodes.ts";
import { FILE_START, type Position, type Span } from "../../text/span.ts";
import type { FileLink, Place } from "../answers.ts";
import { pathSettings } from "./renames.ts";

const MOST_PLACES = 50;

export function linksOfConfig(config: ConfigSource): readonly FileLink[] {
  return pathSettings(config).flatMap(({ node }) => {
    const target = node.kind === "scalar" && node.value !== "" ? config.file.resolve(node.value) : undefined;
    return target === undefined || node.kind !== "scalar"
      ? []
      : [{ range: config.lines.rangeOf(node.content), target }];
  });
}

/** Where the thing at the cursor stands: a file's beginning, the records of a name, the key of a selector, an anchor. */
export function definitionsInConfig(config: ConfigSource, position: Position): readonly Place[] {
  const { file, lines, path } = config;
  const offset = lines.offsetAt(position);
  for (const { yaml, settings } of file.documents) {
    const anchor = anchorAt(file.text, yaml, offset);
    if (anchor) return [{ path, range: lines.rangeOf(anchor) }];
    for (const setting of settings) {
      const places = placesOf(config, setting, settings, offset);
      if (places) return places.slice(0, MOST_PLACES);
    }
  }
  return [];
}

/** The anchor that the alias at the offset means: the last one of its name before it (YAML 1.2.2 §7.1). */
function anchorAt(text: string, { anchors, span }: YamlDocument, offset: number): Span | undefined {
  if (offset < span.start || offset > span.end) return undefined;
  const start = offset - (/\*?[^\s,[\]{}*]*$/.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0);
  const name = /^\*([^\s,[\]{}]+)/.exec(text.slice(start, start + 400))?.[1];
  if (name === undefined) return undefined;
  return anchors.findLast((it) => it.anchor?.name === name && it.anchor.span.start < start)?.anchor?.span;
}

function placesOf(
  config: ConfigSource,
  { path, keyNode, node, type }: Setting,
  settings: readonly Setting[],
  offset: number,
): readonly Place[] | undefined {
  const { file } = config;
  const [root] = path;
  if (root === "zones" && path.length === 2 && keyNode && touches(keyNode.span, offset)) {
    return recordsAt(config, toDomainName(String(path[1])));
  }
  if (node.kind !== "scalar" || !touches(node.span, offset) || type?.kind !== "text") return undefined;
  if (type.format === "path") {
    const target = file.resolve(node.value);
    return target === undefined ? [] : [{ path: target, range: FILE_START }];
  }
  if (root === "dkim" && (path[2] === "selector" || path[2] === "domain")) {
    const sibling = (key: string) => {
      const it = settings.find((other) => other.path[0] === root && other.path[1] === path[1] && other.path[2] === key);
      return it?.node.kind === "scalar" ? it.node.value : "";
    };
    const key = recordsAt(config, toDomainName(`${sibling("selector")}._domainkey.${sibling("domain")}`));
    return key.length > 0 || path[2] === "selector" ? key : recordsAt(config, toDomainName(node.value));
  }
  if (type.format === "mailbox") {
    const domain = parseMailbox(node.value)?.domain;
    return domain === undefined ? [] : senderRecords(config, toDomainName(domain));
  }
  return type.format === "domain" || type.format === "host" ? recordsAt(config, toDomainName(node.value)) : undefined;
}

/** What the zone says of a name; of an apex its SOA, where the zone begins. */
function recordsAt(config: ConfigSource, name: DomainName): readonly Place[] {
  const zone = config.file.zone(name);
  const records = zone?.records(name) ?? [];
  const soa = records.filter(({ typeName }) => typeName === "SOA");
  return placesIn(config, soa.length > 0 ? soa : records);
}

/** What receivers ask about mail from a domain: its SPF and its DMARC record. */
function senderRecords(config: ConfigSource, domain: DomainName): readonly Place[] {
  const zone = config.file.zone(domain);
  if (!zone) return [];
  const spf = zone.records(domain, TXT).filter((it) => isSpf(textOf(it)));
  const dmarc = zone.records(toDomainName(`_dmarc.${domain}`), TXT);
  return spf.length + dmarc.length > 0 ? placesIn(config, [...spf, ...dmarc]) : recordsAt(config, domain);
}

function placesIn(config: ConfigSource, records: readonly ZoneRecord[]): readonly Place[] {
  return records.map((it) => config.locate(it, it.ownerField?.span ?? it.span));
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
