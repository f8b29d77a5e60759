import type { Translate } from "../locale.ts";
import { shownName } from "../model/domainName.ts";
import { evaluateSpf, type SpfResult, type SpfStep } from "../model/spfEvaluate.ts";
import type { DnsAnswer, SpfResolver } from "../model/spfResolver.ts";
import { nameOf } from "../model/spfTree.ts";
import { zoneResolver } from "../model/spfZoneResolver.ts";
import type { DomainName, ZoneView } from "../model/zone.ts";
import type { Mechanism } from "../syntax/spf.ts";

export interface SpfVerdictReport {
  readonly result: SpfResult;
  readonly lines: readonly string[];
}

/**
 * What a receiver makes of mail that an address sends in the name of `owner`, as far as the zone alone tells: the terms
 * that decide, one a line from the first record down, each with its reason, and what follows.
 *
 * @param ip an IPv4 or IPv6 address
 * @param now milliseconds since 1970
 * @param dns what answers, where more than the zone does
 */
export async function spfVerdictReport(
  zone: ZoneView,
  owner: DomainName,
  ip: string,
  now: number,
  t: Translate,
  dns?: SpfResolver,
): Promise<SpfVerdictReport> {
  const unknown: string[] = [];
  const resolver = noting(dns ?? zoneResolver(zone), unknown);
  const domain = shownName(owner);
  const query = { ip, helo: domain, sender: `postmaster@${domain}`, domain, now };
  const { result, path } = await evaluateSpf(query, resolver);
  const steps = path.map((step, depth) => {
    return `${"  ".repeat(depth + 1)}${shownName(step.domain)}: ${step.term.text} (${reasonOf(step, ip, t)})`;
  });
  const name = unknown.at(-1) ?? domain;
  if (result === "temperror" && dns !== undefined) {
    return { result, lines: [...steps, t("No result: the DNS gives no answer for {name}.", { name })] };
  }
  return { result, lines: [...steps, conclusion(result, path.length > 0, ip, name, t)] };
}

/** Keeps the names that the zone cannot answer for. */
function noting(resolver: SpfResolver, unknown: string[]): SpfResolver {
  const note =
    <T>(ask: (name: string) => Promise<DnsAnswer<T>>) =>
    async (name: string) => {
      const answer = await ask(name);
      if (answer.kind === "error") unknown.push(shownName(name));
      return answer;
    };
  return {
    txt: note(resolver.txt),
    a: note(resolver.a),
    aaaa: note(resolver.aaaa),
    mx: note(resolver.mx),
    ptr: note(resolver.ptr),
  };
}

function reasonOf({ term, domain }: SpfStep, ip: string, t: Translate): string {
  const owner = `${domain.toLowerCase().replace(/\.$/, "")}.`;
  const target = term.kind === "broken" || !term.domain ? owner : (nameOf(term.domain, owner) ?? term.domain.text);
  const name = shownName(target);
  if (term.kind !== "mechanism") return t("no term before decides, so the record of {name} does", { name });
  return REASONS[term.name](ip, name, t);
}

const REASONS: Readonly<Record<Mechanism["name"], (ip: string, name: string, t: Translate) => string>> = {
  all: (ip, _, t) => t("no term before lists {ip}", { ip }),
  ip4: (ip, _, t) => t("{ip} lies in this network", { ip }),
  ip6: (ip, _, t) => t("{ip} lies in this network", { ip }),
  a: (ip, name, t) => t("{ip} is an address of {name}", { ip, name }),
  mx: (ip, name, t) => t("{ip} is an address of a mail host of {name}", { ip, name }),
  ptr: (ip, name, t) => t("{ip} is called by a name below {name}", { ip, name }),
  include: (ip, name, t) => t("the record of {name} lets {ip} pass", { ip, name }),
  exists: (_, name, t) => t("{name} has an address", { name }),
};

function conclusion(result: SpfResult, isDecided: boolean, ip: string, name: string, t: Translate): string {
  switch (result) {
    case "pass":
      return t("Result: pass. {ip} may send for this domain.", { ip });
    case "fail":
      return t("Result: fail. {ip} may not send for this domain, and receivers may reject its mail.", { ip });
    case "softfail":
      return t("Result: softfail. {ip} should not send for this domain; its mail is suspicious.", { ip });
    case "neutral":
      if (isDecided) return t("Result: neutral. The record says nothing for or against {ip}.", { ip });
      return t("Result: neutral. No term lists {ip}, and nothing says what then.", { ip });
    case "none":
      return t("Result: none. There is no SPF record to judge {ip} by.", { ip });
    case "permerror":
      return t("Result: permerror. Receivers cannot use the record: it is broken, or asks for too much.");
    case "temperror":
      return t("No result: {name} lies outside this zone, and the file alone cannot tell.", { name });
  }
}
