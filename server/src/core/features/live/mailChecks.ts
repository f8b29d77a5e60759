import { say, type Translate, type Values } from "../../locale.ts";
import { shownName } from "../../model/domainName.ts";
import { isRejected } from "../../model/spfTree.ts";
import { covers } from "../../model/stsPolicyFile.ts";
import { parseSpf } from "../../syntax/spf.ts";
import { parseStsPolicy } from "../../syntax/stsPolicy.ts";
import { exchangeOf, type LiveDns } from "./liveDns.ts";
import { liveSpfTree } from "./liveSpf.ts";
import { type PublishedZone, spfOwners } from "./publishedZone.ts";

/** Something that only the network can tell of a zone. */
export interface MailCheck {
  /** The host or domain that it is about. */
  readonly subject: string;
  readonly verdict: "good" | "bad" | "unknown";
  readonly text: string;
}

const TEXTS = {
  hostGood: say("The mail host has an address."),
  hostBad: say("The mail host has no address: mail for this domain is not delivered to it."),
  hostUnknown: say("Nobody tells the address of the mail host: {reason}."),
  spf: say("SPF asks {lookups} of 10 lookups, {voids} of 2 that find nothing."),
  spfBad: say(
    "Receivers refuse the SPF record: {lookups} of 10 lookups, {voids} of 2 that find nothing, or a broken include.",
  ),
  spfPartly: say("SPF asks at least {lookups} of 10 lookups; not every answer came."),
  policyGood: say("The MTA-STS policy is served and covers every mail host."),
  policyBad: say("The MTA-STS policy cannot be fetched: {reason}."),
  policyBroken: say("The MTA-STS policy that is served is broken: senders ignore it."),
  policyUncovered: say(
    "The MTA-STS policy does not cover the mail host {host}: with `enforce`, senders hold mail back.",
  ),
  consentGood: say("The receiver of the reports has agreed to them."),
  consentBad: say("There is no TXT `v=DMARC1` here: no reports are sent to that receiver."),
  consentUnknown: say("Nobody tells whether reports may be sent there: {reason}."),
} as const;

/** Mail hosts, SPF lookups, MTA-STS policies and consents to DMARC reports, in this order. */
export async function mailChecks(zone: PublishedZone, live: LiveDns, t: Translate): Promise<readonly MailCheck[]> {
  const parts = await Promise.all([
    ...mailHostsOf(zone).map((host) => checkHost(host, live, t)),
    ...spfOwners(zone).map((record) => checkSpf(record, live, t)),
    ...policyDomainsOf(zone).map((domain) => checkPolicy(domain, zone, live, t)),
    ...zone.consents.map((owner) => checkConsent(owner, live, t)),
  ]);
  return parts;
}

function mailHostsOf({ sets }: PublishedZone, domain?: string): readonly string[] {
  const exchanges = sets
    .filter(({ owner, type }) => type === "MX" && (domain === undefined || owner === domain))
    .flatMap(({ values }) => values.map(({ value }) => exchangeOf(value)));
  return [...new Set(exchanges)].filter((it) => it !== ".");
}

async function checkHost(host: string, live: LiveDns, t: Translate): Promise<MailCheck> {
  const answers = await Promise.all([live.ask(host, "A"), live.ask(host, "AAAA")]);
  const subject = shownName(host);
  if (answers.some(({ kind }) => kind === "found")) return { subject, verdict: "good", text: t(TEXTS.hostGood) };
  const failed = answers.find((it) => it.kind === "error");
  if (failed === undefined) return { subject, verdict: "bad", text: t(TEXTS.hostBad) };
  return { subject, verdict: "unknown", text: t(TEXTS.hostUnknown, { reason: failed.reason }) };
}

async function checkSpf(
  { owner, text }: { owner: string; text: string },
  live: LiveDns,
  t: Translate,
): Promise<MailCheck> {
  const tree = await liveSpfTree(owner, parseSpf(text).root, live);
  const values: Values = { lookups: tree.lookups, voids: tree.voidLookups };
  const subject = shownName(owner);
  if (isRejected(tree)) return { subject, verdict: "bad", text: t(TEXTS.spfBad, values) };
  if (!tree.isComplete) return { subject, verdict: "unknown", text: t(TEXTS.spfPartly, values) };
  return { subject, verdict: "good", text: t(TEXTS.spf, values) };
}

const STS_OWNER = /^_mta-sts\.(?=.)/;

function policyDomainsOf({ sets }: PublishedZone): readonly string[] {
  const owners = sets.filter(({ owner, type }) => (type === "TXT" || type === "CNAME") && STS_OWNER.test(owner));
  return owners.map(({ owner }) => owner.replace(STS_OWNER, ""));
}

async function checkPolicy(domain: string, zone: PublishedZone, live: LiveDns, t: Translate): Promise<MailCheck> {
  const subject = `mta-sts.${shownName(domain)}`;
  const answer = await live.fetchStsPolicy(shownName(domain));
  if (answer.kind !== "found") {
    const reason = answer.kind === "error" ? answer.reason : "404";
    return { subject, verdict: "bad", text: t(TEXTS.policyBad, { reason }) };
  }
  const { root, issues } = parseStsPolicy(answer.values[0] ?? "");
  if (issues.length > 0 || root.fields.length === 0) return { subject, verdict: "bad", text: t(TEXTS.policyBroken) };
  const open = mailHostsOf(zone, domain)
    .map(shownName)
    .find((host) => !root.mx.some(({ value }) => covers(value, host)));
  if (open !== undefined) return { subject, verdict: "bad", text: t(TEXTS.policyUncovered, { host: open }) };
  return { subject, verdict: "good", text: t(TEXTS.policyGood) };
}

async function checkConsent(owner: string, live: LiveDns, t: Translate): Promise<MailCheck> {
  const answer = await live.ask(owner, "TXT");
  const subject = shownName(owner);
  if (answer.kind === "error") {
    return { subject, verdict: "unknown", text: t(TEXTS.consentUnknown, { reason: answer.reason }) };
  }
  const isThere = answer.kind === "found" && answer.values.some((it) => /^v=DMARC1\b/i.test(it));
  return { subject, verdict: isThere ? "good" : "bad", text: t(isThere ? TEXTS.consentGood : TEXTS.consentBad) };
}
