import { textsAt } from "../../model/crossZone.ts";
import { toDomainName } from "../../model/readConfig.ts";
import { evaluateSpf, type SpfResult, type SpfVerdict } from "../../model/spfEvaluate.ts";
import { follow, TYPE } from "../../model/spfPolicy.ts";
import { zoneResolver } from "../../model/spfZoneResolver.ts";
import type { ZoneView } from "../../model/zone.ts";
import { isSpf } from "../../syntax/spf.ts";
import type { Place } from "../answers.ts";
import type { PassRow } from "./report.ts";
import type { PassContext } from "./wouldPass.ts";

/** SPF for the envelope sender (RFC 7208), from the address that hands the mail over. */
export async function spfRow({ config, query, now, t }: PassContext): Promise<PassRow> {
  const { sender } = query;
  const domain = sender.slice(sender.lastIndexOf("@") + 1).toLowerCase();
  const row = { check: "spf" as const, subject: domain };
  const zone = config.file.zone(toDomainName(domain));
  if (zone === undefined) {
    const why = t("The file names no zone of {domain}, so its SPF record is not known.", { domain });
    return { ...row, result: "unknown", why, next: t("Name the zone file under `zones`.") };
  }
  const ip = query.ip ?? addressOf(config, query.host ?? "");
  if (ip === undefined) {
    const why = t("It is not known which address hands the mail over: the provider's servers do.");
    const next = t("See what arrives: the receiver writes it into Authentication-Results.");
    return { ...row, result: "unknown", why, next, place: spfPlace(config, zone, domain) };
  }
  const verdict = await evaluateSpf({ ip, helo: domain, sender, now }, zoneResolver(zone));
  const { result } = verdict;
  const values = { ip, domain };
  return {
    ...row,
    result: result === "temperror" ? "unknown" : result,
    why: WHY[result](values, t),
    next: result === "pass" ? "" : NEXT[result](values, t),
    place: decidingPlace(config, zone, verdict) ?? spfPlace(config, zone, domain),
  };
}

/** The address of an own server: a provider's, outside the zone, hands mail over from other hosts. */
function addressOf({ file }: PassContext["config"], host: string): string | undefined {
  const name = toDomainName(host);
  const zone = host === "" ? undefined : file.zone(name);
  const records = zone && [TYPE.A, TYPE.AAAA].flatMap((type) => follow(zone, name, type) ?? []);
  return records?.[0]?.fields[0]?.value.value;
}

type Sentence = (values: { readonly ip: string; readonly domain: string }, t: PassContext["t"]) => string;

const WHY: Readonly<Record<SpfResult, Sentence>> = {
  pass: (values, t) => t("{ip} may send for {domain}.", values),
  fail: (values, t) => t("{ip} may not send for {domain}.", values),
  softfail: (values, t) => t("{ip} should not send for {domain}.", values),
  neutral: (values, t) => t("The SPF record of {domain} says nothing about {ip}.", values),
  none: (values, t) => t("{domain} has no SPF record.", values),
  permerror: (values, t) => t("The SPF record of {domain} cannot be used: it is broken, or asks for too much.", values),
  temperror: (values, t) =>
    t("The SPF record of {domain} goes on outside this zone, where the file cannot tell.", values),
};

const LIST: Sentence = ({ ip }, t) =>
  t("List the sending host in the record: `ip4:` or `ip6:` with {ip}, or the provider's `include:`.", { ip });

const NEXT: Readonly<Record<Exclude<SpfResult, "pass">, Sentence>> = {
  fail: LIST,
  softfail: LIST,
  neutral: LIST,
  none: ({ domain }, t) => t("Publish one, such as `v=spf1 mx -all`, at {domain}.", { domain }),
  permerror: (_, t) => t("Mend what is reported at the record."),
  temperror: (_, t) => t("See what arrives: the receiver writes it into Authentication-Results."),
};

/** The deepest term on the way to the verdict that stands in this zone. */
function decidingPlace(config: PassContext["config"], zone: ZoneView, { path }: SpfVerdict): Place | undefined {
  for (const { domain, term } of [...path].reverse()) {
    const published = textsAt(zone, toDomainName(domain)).find(({ text }) => isSpf(text.value));
    if (published) return config.locate(published.record, published.text.spanOf(term.span));
  }
  return undefined;
}

function spfPlace(config: PassContext["config"], zone: ZoneView, domain: string): Place | undefined {
  const published = textsAt(zone, toDomainName(domain)).find(({ text }) => isSpf(text.value));
  return published && config.locate(published.record, published.record.span);
}
