import { LineIndex } from "../text/span.ts";

/** An element of a small XML document, with its text. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text and that of CDATA sections, trimmed. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
}

const MOST_ELEMENTS = 10_000;
const TAG = /<(\/?)([^\s<>/="']{1,100})((?:\s+[^\s<>/="']{1,100}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s<>/="']{1,100})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * Reads XML as far as the settings of mail programs need it: elements, attributes, text, CDATA, the five entities and
 * character references. A document type is passed over, so nothing outside is read and no entity grows. Never throws.
 *
 * @returns the outermost elements; what is not closed ends with the text
 */
export function readXml(text: string): readonly XmlElement[] {
  const roots: XmlElement[] = [];
  const open: Open[] = [];
  const lines = new LineIndex(text);
  let at = 0;
  const close = () => {
    const element = open.pop();
    if (element) (open.at(-1)?.children ?? roots).push({ ...element, text: decode(element.text).trim() });
  };
  for (let count = 0; at < text.length && count < MOST_ELEMENTS; ) {
    const sign = text.indexOf("<", at);
    const end = sign < 0 ? text.length : sign;
    const inside = open.at(-1);
    if (inside) inside.text += text.slice(at, end);
    at = end;
    const skipped = passOver(text, at);
    if (skipped !== undefined) {
      // Text that is not to be decoded: its ampersands are written out first.
      if (inside && text.startsWith("<![CDATA[", at))
        inside.text += text.slice(at + 9, skipped - 3).replaceAll("&", "&amp;");
      at = skipped;
      continue;
    }
    TAG.lastIndex = at;
    const [tag, slash, name = "", attributes = "", isEmpty] = TAG.exec(text) ?? [];
    if (tag === undefined) {
      at++;
      continue;
    }
    count++;
    const local = name.slice(name.indexOf(":") + 1);
    if (slash === "/") {
      const index = open.findLastIndex((it) => it.name === local);
      while (index >= 0 && open.length > index) close();
    } else {
      const line = lines.positionAt(at).line + 1;
      open.push({ name: local, attributes: readAttributes(attributes), children: [], text: "", line });
      if (isEmpty === "/") close();
    }
    at += tag.length;
  }
  while (open.length > 0) close();
  return roots;
}

/** Where a comment, a CDATA section, a processing instruction or a document type ends. */
function passOver(text: string, at: number): number | undefined {
  for (const [start, end] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
    ["<?", "?>"],
  ] as const) {
    if (!text.startsWith(start, at)) continue;
    const closing = text.indexOf(end, at + start.length);
    return closing < 0 ? text.length : closing + end.length;
  }
  if (!text.startsWith("<!", at)) return undefined;
  const subset = text.indexOf("[", at);
  const plain = text.indexOf(">", at);
  if (subset < 0 || plain < subset) return plain < 0 ? text.length : plain + 1;
  const closing = text.indexOf("]>", subset);
  return closing < 0 ? text.length : closing + 2;
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = "", double, single]) => [name, decode(double ?? single ?? "")]),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(
    /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (sign, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? sign;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0x10ffff || code === 0 ? "\uFFFD" : String.fromCodePoint(code);
    },
  );
}
