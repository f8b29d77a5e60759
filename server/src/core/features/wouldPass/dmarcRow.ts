import { registrableDomainOf } from "../../facts/publicSuffix.ts";
import { type Published, textsAt } from "../../model/crossZone.ts";
import { toDomainName } from "../../model/readConfig.ts";
import { type DmarcPolicy, type DmarcRecord, parseDmarc } from "../../syntax/dmarc.ts";
import { tagOf } from "../../syntax/tagList.ts";
import type { PassRow } from "./report.ts";
import type { PassContext } from "./wouldPass.ts";

interface Policy extends Published {
  readonly root: DmarcRecord;
  /** Whether it stands above the From domain, where `sp` counts. */
  readonly isInherited: boolean;
}

/** DMARC for the From domain (RFC 9989): whether SPF or a signature passes for a domain that aligns with it. */
export function dmarcRow({ config, t }: PassContext, from: string, checks: readonly PassRow[]): PassRow {
  const row = { check: "dmarc" as const, subject: from };
  const zone = config.file.zone(toDomainName(from));
  if (zone === undefined) {
    const why = t("The file names no zone of {domain}, so its DMARC record is not known.", { domain: from });
    return { ...row, result: "unknown", why, next: t("Name the zone file under `zones`.") };
  }
  const policy = policyFor(config, from);
  const aligned = checks.filter((it) => isAligned(it, from, policy?.root));
  const passing = aligned.find(({ result }) => result === "pass");
  if (policy === undefined) {
    const why = t("{domain} has no DMARC record.", { domain: from });
    const next = t("Publish one at {name}, such as `v=DMARC1; p=none; rua=mailto:…`.", { name: `_dmarc.${from}` });
    return { ...row, result: "none", why, next };
  }
  const place = config.locate(policy.record, policy.record.span);
  if (passing !== undefined) {
    const values = { check: passing.check.toUpperCase(), domain: from };
    return { ...row, result: "pass", why: t("{check} passes and aligns with {domain}.", values), next: "", place };
  }
  const isOpen = aligned.some(({ result }) => result === "unknown");
  if (isOpen) {
    const why = t("It depends on SPF or DKIM, which the files alone do not tell.");
    return { ...row, result: "unknown", why, next: "", place };
  }
  const foreign = checks.find(({ result }) => result === "pass");
  const why =
    foreign === undefined
      ? t("Neither SPF nor DKIM passes for {domain}.", { domain: from })
      : t("{check} passes for {other}, which does not align with {domain}.", {
          check: foreign.check.toUpperCase(),
          other: domainOf(foreign),
          domain: from,
        });
  const next = t("Sign with a key of {domain}, or let its SPF record list the sending host.", { domain: from });
  return { ...row, result: "fail", why, consequence: consequence(policy, t), next, place };
}

function consequence({ root, isInherited }: Policy, t: PassContext["t"]): string {
  const policy: DmarcPolicy = (isInherited ? root.sp : undefined) ?? root.p ?? "none";
  return CONSEQUENCES[policy](t);
}

const CONSEQUENCES: Readonly<Record<DmarcPolicy, (t: PassContext["t"]) => string>> = {
  reject: (t) => t("Receivers reject the mail (`reject`)."),
  quarantine: (t) => t("Receivers put the mail into spam (`quarantine`)."),
  none: (t) => t("Receivers only report it (`none`)."),
};

/** The record of the domain itself, else the one of its organization; a broken or doubled one is none. */
function policyFor(config: PassContext["config"], from: string): Policy | undefined {
  const organization = registrableDomainOf(from) ?? from;
  for (const domain of new Set([from, organization])) {
    const zone = config.file.zone(toDomainName(domain));
    const found = zone ? textsAt(zone, toDomainName(`_dmarc.${domain}`)) : [];
    const policies = found
      .map((it) => ({ ...it, root: parseDmarc(it.text.value).root, isInherited: domain !== from }))
      .filter(({ root }) => root.isDmarc && root.version.state === "right");
    if (policies.length > 0) return policies.length === 1 ? policies[0] : undefined;
  }
  return undefined;
}

function isAligned(row: PassRow, from: string, policy: DmarcRecord | undefined): boolean {
  const domain = domainOf(row);
  if (domain === from) return true;
  const mode = policy && tagOf(policy, row.check === "spf" ? "aspf" : "adkim")?.value.toLowerCase();
  const organization = registrableDomainOf(from);
  return mode !== "s" && organization !== undefined && registrableDomainOf(domain) === organization;
}

/** The domain that a check speaks for. */
function domainOf({ subject }: PassRow): string {
  return subject.split("._domainkey.").at(-1) ?? subject;
}
