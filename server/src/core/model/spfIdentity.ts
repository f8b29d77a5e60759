import type { DomainSpec, Macro, Modifier, SpfFault } from "../syntax/spf.ts";
import { parseMacros } from "../syntax/spfDomain.ts";
import { expandMacros, type MacroValues } from "../syntax/spfMacro.ts";
import { span } from "../text/span.ts";
import { type ClientAddress, clientAddress, dotted, readable, reverseName } from "./spfClient.ts";
import type { SpfResolver } from "./spfResolver.ts";

/** What the macros of a check stand for (RFC 7208 §7.2). */
export interface Identity {
  /** With a local part, `postmaster` where the message has none (§4.3). */
  readonly sender: string;
  readonly helo: string;
  readonly receiver: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly client: ClientAddress;
}

const MOST_NAMES = 10;

/** Whether a receiver would look the name up: at least two labels, none empty or over 63 octets (RFC 7208 §4.3). */
export function isDomain(name: string): boolean {
  const labels = name.replace(/\.$/, "").split(".");
  return labels.length > 1 && labels.every((it) => it !== "" && it.length <= 63) && !/[[\]]/.test(name);
}

/** The name that a domain-spec means for this message: over 253 characters labels go from the left (RFC 7208 §7.3). */
export async function domainFor(spec: DomainSpec, domain: string, identity: Identity, resolver: SpfResolver) {
  const values = await valuesFor(spec.macros, domain, identity, resolver);
  const labels = (expandMacros(spec, values) ?? "").replace(/\.$/, "").split(".");
  while (labels.join(".").length > 253) labels.shift();
  return labels.join(".");
}

async function valuesFor(macros: readonly Macro[], domain: string, identity: Identity, resolver: SpfResolver) {
  const { sender, helo, receiver, now, client } = identity;
  const at = sender.lastIndexOf("@");
  const needsName = macros.some(({ letter }) => letter.toLowerCase() === "p");
  const values: MacroValues = {
    s: sender,
    l: sender.slice(0, at),
    o: sender.slice(at + 1),
    d: domain,
    i: dotted(client),
    p: needsName ? await validatedName(client, domain, resolver) : "unknown",
    v: client.family === 4 ? "in-addr" : "ip6",
    h: helo,
    c: readable(client),
    r: receiver,
    t: String(Math.floor(now / 1000)),
  };
  return values;
}

/** The reverse name to show: the domain itself, else one below it, else any (RFC 7208 §7.3). */
async function validatedName(client: ClientAddress, domain: string, resolver: SpfResolver): Promise<string> {
  const names = await validatedNames(client, resolver);
  const wanted = domain.toLowerCase().replace(/\.$/, "");
  return names.find((it) => it === wanted) ?? names.find((it) => it.endsWith(`.${wanted}`)) ?? names[0] ?? "unknown";
}

/** Reverse names of the client that lead back to its address; only the first ten are tried (RFC 7208 §5.5). */
export async function validatedNames(client: ClientAddress, resolver: SpfResolver): Promise<string[]> {
  const answer = await resolver.ptr(reverseName(client));
  if (answer.kind !== "found") return [];
  const names: string[] = [];
  for (const name of answer.values.slice(0, MOST_NAMES)) {
    const addresses = await (client.family === 4 ? resolver.a(name) : resolver.aaaa(name));
    if (addresses.kind !== "found") continue;
    const isValid = addresses.values.some((it) => clientAddress(it)?.address === client.address);
    if (isValid) names.push(name.toLowerCase().replace(/\.$/, ""));
  }
  return names;
}

/** The text that `exp=` leads to; a fault on the way means that there is none (RFC 7208 §6.2). */
export async function explanationFor(
  { domain: spec }: Modifier,
  domain: string,
  identity: Identity,
  resolver: SpfResolver,
) {
  if (!spec) return undefined;
  const answer = await resolver.txt(await domainFor(spec, domain, identity, resolver));
  const [text] = answer.kind === "found" ? answer.values : [];
  if (text === undefined || (answer.kind === "found" && answer.values.length > 1)) return undefined;
  const faults: SpfFault[] = [];
  const macros = parseMacros(text, 0, faults, true);
  if (faults.length > 0 || !/^[\0-\x7f]*$/.test(text)) return undefined;
  const values = await valuesFor(macros, domain, identity, resolver);
  return expandMacros({ text, macros, span: span(0, text.length) }, values);
}
