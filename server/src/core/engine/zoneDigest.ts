import { serialNumber } from "../model/soaSerial.ts";
import type { ZoneView } from "../model/zone.ts";
import { DIRECTIVE, TYPE } from "../syntax/zone/characters.ts";
import type { Chunk } from "../syntax/zone/chunks.ts";
import { mix } from "../syntax/zone/names.ts";
import type { ZoneDocument } from "../syntax/zone/zoneDocument.ts";

const SERIAL = 2;

/** The serial of the zone's only SOA; `undefined` where there is none, or none that can be read. */
export function serialOfView(zone: ZoneView): number | undefined {
  const [soa, another] = zone.apex === undefined ? [] : zone.records(zone.apex, TYPE.SOA);
  const field = another === undefined ? soa?.fields[SERIAL] : undefined;
  return field && serialNumber(field.text);
}

/**
 * What the records of a zone come to, in a few numbers: two zones of the same digest have the same records, whatever their
 * order, layout and comments, but for the SOA's serial. Sums of chunks are kept, so that an edit costs one chunk.
 */
export class ZoneDigest {
  readonly #document: ZoneDocument;
  readonly #view: ZoneView;
  readonly #sums = new WeakMap<Chunk, { readonly version: string; readonly first: number; readonly second: number }>();

  constructor(document: ZoneDocument, view: ZoneView) {
    this.#document = document;
    this.#view = view;
  }

  /** As a text, to be compared with another one. */
  get text(): string {
    const { list, inclusions, reader } = this.#document;
    const lists = [list];
    for (const it of inclusions.values()) if (it.kind === "included" || it.kind === "generated") lists.push(it.list);
    const ttls = reader.ttlValues.join();
    let first = 0;
    let second = 0;
    for (const { chunks } of lists) {
      for (const chunk of chunks) {
        const sum = this.#sumOf(chunk, ttls);
        first = (first + sum.first) | 0;
        second = (second + sum.second) | 0;
      }
    }
    const { apex } = this.#view;
    const soas = apex === undefined ? [] : this.#view.records(apex, TYPE.SOA);
    const heads = soas.map(({ ttl, fields }) => {
      const data = fields.map((it, index) => (index === SERIAL ? "" : (it.target ?? it.text.toLowerCase())));
      return `${ttl} ${data.join(" ")}`;
    });
    return `${first} ${second} ${heads.join()}`;
  }

  #sumOf(chunk: Chunk, ttls: string) {
    const version = `${chunk.version} ${ttls}`;
    const known = this.#sums.get(chunk);
    if (known?.version === version) return known;
    const { columns, names, index } = this.#document;
    let first = 0;
    let second = 0;
    for (let at = 0; at < chunk.count; at++) {
      const id = chunk.ids[at] ?? -1;
      const type = columns.type[id] ?? DIRECTIVE;
      if (type === DIRECTIVE || type === TYPE.SOA) continue;
      const owner = Math.max(0, columns.owner[id] ?? 0);
      const data = mix((columns.hash[id] ?? 0) ^ mix(type)) ^ mix(index.seconds(columns.ttl[id] ?? -1));
      // Not the sum of two hashes: the same data at other owners must come to something else.
      first = (first + mix(data ^ (names.h1[owner] ?? 0))) | 0;
      second = (second + mix(Math.imul(data, 0x9e3779b1) ^ (names.h2[owner] ?? 0))) | 0;
    }
    const sum = { version, first, second };
    this.#sums.set(chunk, sum);
    return sum;
  }
}
