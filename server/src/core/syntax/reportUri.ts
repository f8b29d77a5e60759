import { type Span, span } from "../text/span.ts";
import { itemsOf, type Tag, type TagItem } from "./tagList.ts";

/** One address of `rua` or `ruf` (RFC 9989 §4.7, RFC 8460 §3). */
export interface ReportUri extends TagItem {
  /** Lower case; `""` where there is none. */
  readonly scheme: string;
  /** `undefined` where nothing is wrong with it. */
  readonly fault: ReportUriFault | undefined;
  /** The host of the address, lower case, without a final dot; `""` where it cannot be told. */
  readonly host: string;
  /** `!10m` at the end: obsolete, and ignored (RFC 9989 §4.7). */
  readonly sizeSpan: Span | undefined;
}

/**
 * `empty`: nothing between two commas. `scheme`: none, or one that DMARC has never had. `separator`: a blank or a
 * semicolon where a comma belongs. `address`: what follows `mailto:` is no address. `url`: what follows `https:` is no URL.
 */
export type ReportUriFault = "empty" | "scheme" | "separator" | "address" | "url";

/** @param tag its value is the list; `undefined` gives an empty one */
export function parseReportUris(tag: Tag | undefined): readonly ReportUri[] {
  const items = itemsOf(tag, ",");
  if (items.length > 1 && items.at(-1)?.text === "") return items.slice(0, -1).map(toReportUri); // a final comma
  return items.map(toReportUri);
}

function toReportUri(item: TagItem): ReportUri {
  const { text } = item;
  const size = /![0-9]+[kmgt]?$/i.exec(text);
  const uri = size ? text.slice(0, size.index) : text;
  const sizeSpan = size ? span(item.span.start + size.index, item.span.end) : undefined;
  const [, scheme = "", rest = uri] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(uri) ?? [];
  const [, host = ""] =
    scheme.toLowerCase() === "mailto" ? (/@([^@?]*)(?:\?|$)/.exec(rest) ?? []) : (/^\/\/([^/?#]*)/.exec(rest) ?? []);
  const uriParts = { scheme: scheme.toLowerCase(), host: host.toLowerCase().replace(/\.$/, ""), sizeSpan };
  return { ...item, ...uriParts, fault: faultOf(uri, uriParts.scheme, rest) };
}

function faultOf(uri: string, scheme: string, rest: string): ReportUriFault | undefined {
  if (uri === "") return "empty";
  if (/\s/.test(uri)) return "separator";
  if (scheme === "mailto") return isAddress(rest.split("?")[0] ?? "") ? undefined : "address";
  if (scheme === "http" || scheme === "https") return /^\/\/[^/?#\s]+/.test(rest) ? undefined : "url";
  return "scheme";
}

/** `local@domain.tld`, percent-encoded where a URI wants it (RFC 6068 §2); quoted local parts are not used here. */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  return (
    at > 0 && !local.startsWith("/") && local.length <= 256 && /^[^\s<>"(),:;@[\]\\]+$/.test(local) && isHost(domain)
  );
}

function isHost(domain: string): boolean {
  const labels = domain.replace(/\.$/, "").split(".");
  return labels.length > 1 && domain.length < 256 && labels.every((label) => label.length < 64 && isLabel(label));
}

/** Letters of any script: an address may be written in Unicode. */
function isLabel(label: string): boolean {
  return /^[\p{L}\p{N}\p{M}_-]+$/u.test(label) && !label.startsWith("-") && !label.endsWith("-");
}
