import type { Finding, LintOptions } from "../../engine/finding.ts";
import { registrableDomainOf } from "../../facts/publicSuffix.ts";
import type { Engine, ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { shownName } from "../../model/domainName.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { DomainName } from "../../model/zone.ts";
import { fileNameOf } from "../../text/paths.ts";
import { FILE_START } from "../../text/span.ts";
import { accountRows, accountsOfDomain, concerns, includesFor, keyRows } from "./accounts.ts";
import type { DomainReport, ReportRow, ReportSection } from "./report.ts";
import { OpenFindings, row, shownValue } from "./rows.ts";
import {
  bimiSection,
  dkimSection,
  dmarcSection,
  mxSection,
  reportSection,
  spfSection,
  stsSection,
  type ZoneParts,
} from "./sections.ts";

export type { DomainReport, ReportNode, ReportRow, ReportSection, RowState, SectionId } from "./report.ts";

/** A zone file with more to say is looked at as a file, not in a report about mail. */
const MOST_ZONE_FINDINGS = 50;

/** What the files of the workspace say about a mail domain: its records, its keys, its policy file, its accounts. */
export function domainReport(engine: Engine, written: string, options: LintOptions, t: Translate): DomainReport {
  const domain = toDomainName(written);
  const zone = engine.zoneHolding(domain);
  const all = engine.project.configs();
  const accounts = accountsOfDomain(all, domain);
  const configs = all.filter((it) => concerns(it, domain) || accounts.some(({ config }) => config === it));
  const policies = engine.policiesFor(domain);
  const files = [...(zone ? [zone] : []), ...configs, ...policies];
  const open = new OpenFindings(unique(files.flatMap((it) => it.lint(options))));
  const keys = keyRows(configs, domain, open, t);
  const own = accountRows(accounts, open);
  const lost = open.of(["cross/zone-file-missing"]);
  const policyRows = policies.map((it) =>
    row({
      id: it.path,
      title: fileNameOf(it.path),
      text: t("The policy file."),
      value: shownValue(it.text()),
      place: { path: it.path, range: FILE_START },
      findings: open.ofFile(it.path),
    }),
  );
  const parts = zone && { zone, domain, open, t, includes: includesFor(accounts) };
  const records = parts ? zoneSections(parts, keys, policyRows) : [];
  const others = configs.flatMap((it) => fileRow(it.path, open.ofFile(it.path)));
  return {
    domain: shownName(domain),
    zone: zone?.path,
    sections: [
      zoneSection(zone, domain, lost, open, t),
      ...records,
      accountsSection([...own, ...(parts ? [] : keys), ...others], domain, t),
    ],
  };
}

/** In the order of their dependence: reports come after what they report about. */
function zoneSections(
  parts: ZoneParts,
  keys: readonly ReportRow[],
  policies: readonly ReportRow[],
): readonly ReportSection[] {
  const organization = organizationOf(parts.domain);
  return [
    mxSection(parts),
    spfSection(parts),
    dkimSection(parts, keys),
    dmarcSection(parts, organization),
    stsSection(parts, policies),
    reportSection(parts),
    bimiSection(parts),
  ];
}

function organizationOf(domain: DomainName): DomainName {
  return toDomainName(registrableDomainOf(shownName(domain)) ?? domain);
}

function zoneSection(
  zone: ZoneSource | undefined,
  domain: DomainName,
  lost: readonly Finding[],
  open: OpenFindings,
  t: Translate,
): ReportSection {
  const title = t("The zone file");
  if (zone === undefined) {
    const text = t("No zone file of the workspace holds {domain}. Name it behind `zones:` of a config.", {
      domain: shownName(domain),
    });
    return {
      id: "zone",
      title,
      rows: [row({ id: "zone", state: "unknown", title: shownName(domain), text, findings: lost })],
    };
  }
  const findings = [...lost, ...open.of(["zone", "caa", "srv", "tlsa", "txt"]).slice(0, MOST_ZONE_FINDINGS)];
  const place = { path: zone.path, range: FILE_START };
  return { id: "zone", title, rows: [row({ id: "zone", title: fileNameOf(zone.path), place, findings })] };
}

function accountsSection(rows: readonly ReportRow[], domain: DomainName, t: Translate): ReportSection {
  const title = t("Accounts that send");
  const text = t("No config of the workspace has an account of {domain}.", { domain: shownName(domain) });
  const none = row({ id: "accounts", state: "missing", title: shownName(domain), text });
  return { id: "accounts", title, rows: rows.length > 0 ? rows : [none] };
}

/** What is left of a config's findings, beside its accounts and keys. */
function fileRow(path: string, findings: readonly Finding[]): ReportRow[] {
  if (findings.length === 0) return [];
  return [row({ id: path, title: fileNameOf(path), place: { path, range: FILE_START }, findings })];
}

/** The zone's own findings and those that a config makes there may be the same. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ path, code, range, message }) => {
    const key = JSON.stringify([path, code, range.start, range.end, message]);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
