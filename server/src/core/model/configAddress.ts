import { mapScalar } from "../syntax/yaml/mapScalar.ts";
import type { ScalarNode } from "../syntax/yaml/nodes.ts";
import type { MappedText } from "../text/mappedText.ts";
import type { Part, ServerAddress } from "./config.ts";

/**
 * Takes `protocol://[user[:password]@]host[:port]` apart (RFC 3986 §3.2). An IPv6 address stands in brackets, which its
 * part leaves out.
 *
 * @param text of the document
 * @returns `undefined` for a text without `://`
 */
export function readAddress(text: string, node: ScalarNode): ServerAddress | undefined {
  const mapped = mapScalar(text, node);
  const { value } = mapped;
  const mark = value.indexOf("://");
  if (mark < 1 || !/^[a-z][a-z0-9+.-]*$/i.test(value.slice(0, mark))) return undefined;
  const start = mark + 3;
  const end = firstOf(value, "/?#", start);
  const at = value.lastIndexOf("@", end - 1);
  const hostStart = at < start ? start : at + 1;
  const colon = value.indexOf(":", start);
  const passwordAt = colon >= start && colon < at ? colon : -1;
  const { host, port } = readHostAndPort(mapped, hostStart, end);
  return {
    scheme: part(mapped, 0, mark),
    user: at < start ? undefined : part(mapped, start, passwordAt < 0 ? at : passwordAt),
    password: passwordAt < 0 ? undefined : part(mapped, passwordAt + 1, at),
    host,
    port,
    rest: end < value.length && value.slice(end) !== "/" ? part(mapped, end, value.length) : undefined,
  };
}

/** `host[:port]` within a value; shared with hosts that bear a port by mistake. */
export function readHostAndPort(mapped: MappedText, start: number, end: number): { host: Part; port?: Part } {
  const { value } = mapped;
  const closing = value[start] === "[" ? value.indexOf("]", start) : -1;
  if (closing > 0 && closing < end) {
    const host = part(mapped, start + 1, closing);
    return value[closing + 1] === ":" && closing + 2 < end ? { host, port: part(mapped, closing + 2, end) } : { host };
  }
  const colon = value.lastIndexOf(":", end - 1);
  const isPort = colon >= start && value.indexOf(":", start) === colon;
  if (!isPort) return { host: part(mapped, start, end) };
  return { host: part(mapped, start, colon), port: part(mapped, colon + 1, end) };
}

function part(mapped: MappedText, start: number, end: number): Part {
  return { value: mapped.value.slice(start, end), span: mapped.spanOf({ start, end }) };
}

function firstOf(text: string, marks: string, from: number): number {
  for (let at = from; at < text.length; at++) if (marks.includes(text[at] ?? "")) return at;
  return text.length;
}
