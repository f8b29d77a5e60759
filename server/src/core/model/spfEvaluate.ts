import type { Mechanism, Modifier, SpfRecord, SpfTerm } from "../syntax/spf.ts";
import { contains, networkAddress } from "../syntax/spfAddress.ts";
import { type ClientAddress, clientAddress } from "./spfClient.ts";
import { domainFor, explanationFor, type Identity, isDomain, validatedNames } from "./spfIdentity.ts";
import { type DnsAnswer, hostNetwork, type SpfResolver, spfRecordsIn } from "./spfResolver.ts";
import { isRedirect } from "./spfTree.ts";

export type SpfResult = "none" | "neutral" | "pass" | "fail" | "softfail" | "temperror" | "permerror";

/** A message on its way in, as a receiver sees it (RFC 7208 §4.1). */
export interface SpfQuery {
  /** The client's address, IPv4 or IPv6. */
  readonly ip: string;
  /** The name given with HELO or EHLO. */
  readonly helo: string;
  /** The address of MAIL FROM; empty for a bounce. */
  readonly sender: string;
  /** The domain to check, where it is not the sender's. */
  readonly domain?: string;
  /** The name of the checking host, for `%{r}`. */
  readonly receiver?: string;
  /** Milliseconds since 1970, for `%{t}`. */
  readonly now: number;
}

export interface SpfVerdict {
  readonly result: SpfResult;
  /** What `exp=` says about a fail; `undefined` where nothing does. */
  readonly explanation: string | undefined;
  /** The terms that decided, from the first record down through includes and redirects. */
  readonly path: readonly SpfStep[];
  readonly lookups: number;
  readonly voidLookups: number;
}

export interface SpfStep {
  /** Whose record holds the term. */
  readonly domain: string;
  readonly term: SpfTerm;
}

interface Check {
  readonly identity: Identity;
  readonly client: ClientAddress;
  readonly resolver: SpfResolver;
  readonly counts: { lookups: number; voids: number };
}

interface Outcome {
  readonly result: SpfResult;
  readonly path: readonly SpfStep[];
  /** Whose record asks for the explanation. */
  readonly explain?: { readonly modifier: Modifier; readonly domain: string } | undefined;
}

const MOST_LOOKUPS = 10;
const MOST_VOIDS = 2;
const MOST_HOSTS = 10;

const RESULTS = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" } as const;

/** Ends a check from any depth; never leaves this file. */
class Stop extends Error {
  readonly result: "temperror" | "permerror";

  constructor(result: "temperror" | "permerror") {
    super(result);
    this.result = result;
  }
}

/** `check_host()` of RFC 7208 §4, with the DNS behind an interface: a zone, a corpus, or the real one. */
export async function evaluateSpf(query: SpfQuery, resolver: SpfResolver): Promise<SpfVerdict> {
  const counts = { lookups: 0, voids: 0 };
  const client = clientAddress(query.ip);
  const local = query.sender.lastIndexOf("@");
  const sender =
    query.sender === ""
      ? `postmaster@${query.helo}`
      : local > 0
        ? query.sender
        : `postmaster@${query.sender.slice(local + 1)}`;
  const domain = query.domain ?? sender.slice(sender.lastIndexOf("@") + 1);
  const end = (outcome: Outcome, explanation?: string): SpfVerdict => {
    return {
      result: outcome.result,
      explanation,
      path: outcome.path,
      lookups: counts.lookups,
      voidLookups: counts.voids,
    };
  };
  if (!client || !isDomain(domain)) return end({ result: "none", path: [] });
  const { helo, receiver = "unknown", now } = query;
  const check: Check = { identity: { sender, helo, receiver, now, client }, client, resolver, counts };
  const outcome = await checkHost(domain, check).catch(ended);
  if (outcome.result !== "fail" || !outcome.explain) return end(outcome);
  const { modifier, domain: at } = outcome.explain;
  return end(outcome, await explanationFor(modifier, at, check.identity, resolver));
}

function ended(error: unknown): Outcome {
  if (error instanceof Stop) return { result: error.result, path: [] };
  throw error;
}

async function checkHost(domain: string, check: Check): Promise<Outcome> {
  const answer = await check.resolver.txt(domain);
  if (answer.kind === "error") return { result: "temperror", path: [] };
  const records = spfRecordsIn(answer);
  const [record] = records;
  if (!record) return { result: "none", path: [] };
  if (records.length > 1 || record.faults.some(isFatal)) return { result: "permerror", path: [] };
  return evaluate(record, domain, check);
}

/** What the grammar takes and no lookup can use makes a term match nothing; all else voids the record (§4.6). */
function isFatal({ code, reason }: SpfRecord["faults"][number]): boolean {
  const isGrammatical = ["url", "at", "emptyLabel", "longLabel", "longName"].includes(reason);
  return !(code === "spf/invalid-domain" && isGrammatical);
}

async function evaluate(record: SpfRecord, domain: string, check: Check): Promise<Outcome> {
  const modifier = record.terms.find((it): it is Modifier => it.kind === "modifier" && it.name === "exp");
  const explain = modifier && { modifier, domain };
  for (const term of record.terms) {
    if (term.kind !== "mechanism") continue;
    const step = { domain, term };
    const below = await matches(term, domain, check);
    if (below) return { result: RESULTS[term.qualifier], path: [step, ...below], explain };
  }
  const redirect = record.terms.find(isRedirect);
  if (!redirect?.domain) return { result: "neutral", path: [] };
  count(check);
  const target = await domainFor(redirect.domain, domain, check.identity, check.resolver);
  const outcome = isDomain(target) ? await checkHost(target, check) : undefined;
  if (!outcome || outcome.result === "none") throw new Stop("permerror");
  return { ...outcome, path: [{ domain, term: redirect }, ...outcome.path] };
}

function count({ counts }: Check): void {
  if (++counts.lookups > MOST_LOOKUPS) throw new Stop("permerror");
}

/** Takes the answer of a lookup that a term asked for (§4.6.4: more than two empty ones void the record). */
function answered<T>(answer: DnsAnswer<T>, { counts }: Check): readonly T[] {
  if (answer.kind === "error") throw new Stop("temperror");
  if (answer.kind === "none" && ++counts.voids > MOST_VOIDS) throw new Stop("permerror");
  return answer.kind === "found" ? answer.values : [];
}

/** @returns the deciding terms below, empty for none; `undefined` where the mechanism does not match */
async function matches(term: Mechanism, domain: string, check: Check): Promise<readonly SpfStep[] | undefined> {
  if (term.name === "all") return [];
  const { client } = check;
  if (term.name === "ip4" || term.name === "ip6") {
    return term.network && contains(term.network, hostNetwork(client)) ? [] : undefined;
  }
  count(check);
  const target = term.domain ? await domainFor(term.domain, domain, check.identity, check.resolver) : domain;
  if (term.name === "include") return includes(target, check);
  if (!isDomain(target)) return undefined;
  const isMatch = await HOSTS[term.name](term, target, check);
  return isMatch ? [] : undefined;
}

async function includes(target: string, check: Check): Promise<readonly SpfStep[] | undefined> {
  const { result, path } = isDomain(target) ? await checkHost(target, check) : { result: "none", path: [] };
  if (result === "temperror") throw new Stop("temperror");
  if (result === "permerror" || result === "none") throw new Stop("permerror");
  return result === "pass" ? path : undefined;
}

type HostCheck = (term: Mechanism, target: string, check: Check) => Promise<boolean>;

const HOSTS: Readonly<Record<"a" | "mx" | "ptr" | "exists", HostCheck>> = {
  async a(term, target, check) {
    return isListed(term, answered(await addressesOf(target, check), check), check);
  },
  async mx(term, target, check) {
    const hosts = answered(await check.resolver.mx(target), check);
    if (hosts.length > MOST_HOSTS) throw new Stop("permerror");
    for (const host of hosts) {
      const answer = await addressesOf(host, check);
      if (answer.kind === "error") throw new Stop("temperror");
      if (answer.kind === "found" && isListed(term, answer.values, check)) return true;
    }
    return false;
  },
  async ptr(_term, target, check) {
    const names = await validatedNames(check.client, check.resolver);
    const suffix = target.toLowerCase().replace(/\.$/, "");
    return names.some((name) => name === suffix || name.endsWith(`.${suffix}`));
  },
  async exists(_term, target, check) {
    return answered(await check.resolver.a(target), check).length > 0;
  },
};

function addressesOf(name: string, { client, resolver }: Check): Promise<DnsAnswer<string>> {
  return client.family === 4 ? resolver.a(name) : resolver.aaaa(name);
}

function isListed(term: Mechanism, addresses: readonly string[], { client }: Check): boolean {
  const prefix = (client.family === 4 ? term.prefix?.length : term.prefix6?.length) ?? (client.family === 4 ? 32 : 128);
  const host = hostNetwork(client);
  return addresses.some((text) => {
    const address = clientAddress(text);
    if (address?.family !== client.family) return false;
    const network = { family: client.family, address: address.address, prefix };
    return contains({ ...network, address: networkAddress(network) }, host);
  });
}
