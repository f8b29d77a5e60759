import { type Span, span } from "../text/span.ts";

/** `Name <local@domain>` or `local@domain` (RFC 5322 §3.4), taken apart; spans count in the text that was read. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
  readonly local: string;
  /** Lower case, without a final dot. */
  readonly domain: string;
  readonly addressSpan: Span;
}

/**
 * One mailbox; `undefined` for a list, a group, a text without an address, or one that mail servers refuse. Letters
 * beyond ASCII are allowed (RFC 6531 §3.3), line breaks and other controls never.
 */
export function parseMailbox(text: string): Mailbox | undefined {
  if (text.length > 1_000 || /\p{Cc}/u.test(text)) return undefined;
  const open = text.lastIndexOf("<");
  const isAngled = open >= 0;
  const end = isAngled ? text.trimEnd().length - 1 : text.length;
  if (isAngled && text[end] !== ">") return undefined;
  const start = isAngled ? open + 1 : 0;
  const written = text.slice(start, end);
  const address = written.trim();
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (at < 1 || address.length > 254 || !isLocalPart(local) || !isMailDomain(domain)) return undefined;
  const name = isAngled ? text.slice(0, open).trim() : "";
  if (/[<>]/.test(name) || (!/^".*"$/.test(name) && /[@,;:]/.test(name))) return undefined;
  const from = start + written.indexOf(address);
  return {
    name: name.replace(/^"(.*)"$/, "$1"),
    address,
    local,
    domain: domain.toLowerCase().replace(/\.$/, ""),
    addressSpan: span(from, from + address.length),
  };
}

function isLocalPart(text: string): boolean {
  if (text.length > 64) return false;
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return true;
  return /^[^\s"(),:;<>@[\\\].]+(?:\.[^\s"(),:;<>@[\\\].]+)*$/.test(text);
}

function isMailDomain(text: string): boolean {
  // `localhost` is what mail catchers of developers take (RFC 6761 §6.3).
  return isDomainName(text) || /^localhost$/i.test(text) || /^\[(?:[\d.]+|IPv6:[\da-f:.]+)\]$/i.test(text);
}

/** A name of at least two labels, in ASCII or in Unicode (RFC 5890 §2.3), with or without its final dot. */
export function isDomainName(text: string): boolean {
  const name = text.replace(/\.$/, "");
  if (name.length > 253 || /^[\d.]+$/.test(name)) return false;
  const labels = name.split(".");
  return (
    labels.length > 1 &&
    labels.every((it) => it.length < 64 && /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u.test(it))
  );
}
