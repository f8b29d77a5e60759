import type { Finding } from "../../engine/finding.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { shownName } from "../../model/domainName.ts";
import { policiesAmong, TXT, textOf } from "../../model/policyRecord.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { DomainName, PolicyKind, ZoneRecord } from "../../model/zone.ts";
import { spfOutline } from "../spfReport.ts";
import { policyInWords } from "../zone/policyWords.ts";
import type { ReportRow, ReportSection } from "./report.ts";
import { type OpenFindings, recordRow, row, withFindings, writeText } from "./rows.ts";

/** What a section of the zone's records is made from. */
export interface ZoneParts {
  readonly zone: ZoneSource;
  readonly domain: DomainName;
  readonly open: OpenFindings;
  /** `include` terms of the services that the accounts send through. */
  readonly includes: readonly string[];
  readonly t: Translate;
}

const MX = 15;
const CNAME = 5;

/** Whether the domain says that it takes no mail (RFC 7505). */
function takesNoMail({ zone, domain }: ZoneParts): boolean {
  const records = zone.view.records(domain, MX);
  return records.length > 0 && records.every(({ fields }) => fields[1]?.target === ".");
}

export function mxSection(parts: ZoneParts): ReportSection {
  const { zone, domain, open, t } = parts;
  const rows = zone.view.records(domain, MX).map((record) => {
    const isNull = record.fields[1]?.target === ".";
    const text = isNull ? t("The domain takes no mail.") : "";
    return recordRow(zone, record, open, { text });
  });
  const missing = t("No MX: mail goes to the address of the domain itself, or nowhere.");
  return section("mx", t("Where mail arrives (MX)"), parts, rows, absent(parts, domain, MX, missing), "mx");
}

export function spfSection(parts: ZoneParts): ReportSection {
  const { zone, domain, includes, t } = parts;
  const rows = policyRows(parts, domain, "spf", (record) => ({ tree: spfOutline(zone.view, record, t) }));
  const terms = includes.length > 0 ? includes.map((it) => `include:${it}`).join(" ") : "mx";
  const value = takesNoMail(parts) && includes.length === 0 ? "v=spf1 -all" : `v=spf1 ${terms} ~all`;
  const missing = t("No SPF: receivers cannot tell which hosts may send for the domain.");
  const none = absent(parts, domain, TXT, missing, value);
  return section("spf", t("Who may send (SPF)"), parts, rows, none, "spf");
}

export function dkimSection(parts: ZoneParts, fromConfigs: readonly ReportRow[]): ReportSection {
  const { zone, domain, t } = parts;
  const below = `._domainkey.${domain}`;
  const records = recordsBelow(zone, below);
  const rows = records.map((record) => policyRow(parts, record));
  const published = new Map(rows.map((it) => [it.title, it]));
  const others: ReportRow[] = [];
  for (const it of fromConfigs) {
    const own = published.get(it.title);
    if (own) published.set(it.title, withFindings(own, it.findings));
    else others.push(it);
  }
  const all = [...rows.map((it) => published.get(it.title) ?? it), ...others];
  const missing = t("No DKIM key: mail of the domain cannot be signed, and DMARC rests on SPF alone.");
  const none: ReportRow = row({ id: "dkim", state: "missing", title: shownName(`*${below}`), text: missing });
  const unknown = zone.view.isPartial ? { ...none, state: "unknown" as const } : none;
  return section("dkim", t("Keys that sign (DKIM)"), parts, all, unknown, "dkim");
}

export function dmarcSection(parts: ZoneParts, organization: DomainName): ReportSection {
  const { domain, t } = parts;
  const own = policyRows(parts, toDomainName(`_dmarc.${domain}`), "dmarc");
  const isOwn = own.length > 0 || domain === organization;
  const holder = toDomainName(`_dmarc.${isOwn ? domain : organization}`);
  const rows = isOwn ? own : policyRows(parts, holder, "dmarc");
  const value = `v=DMARC1; p=none; rua=mailto:dmarc-reports@${shownName(organization)}`;
  const missing = t("No DMARC: anyone may write the domain into From.");
  const none = absent(parts, holder, TXT, missing, value);
  return section("dmarc", t("What becomes of forged mail (DMARC)"), parts, rows, none, "dmarc");
}

export function stsSection(parts: ZoneParts, policies: readonly ReportRow[]): ReportSection {
  const { domain, t } = parts;
  const owner = toDomainName(`_mta-sts.${domain}`);
  const rows = [...policyRows(parts, owner, "mtaSts"), ...policies];
  const missing = t("No MTA-STS: senders may be talked into delivering without TLS.");
  const none = notNeeded(parts, owner) ?? absent(parts, owner, TXT, missing);
  return section("mta-sts", t("TLS on the way in (MTA-STS)"), parts, rows, none, "mta-sts");
}

export function reportSection(parts: ZoneParts): ReportSection {
  const { domain, t } = parts;
  const owner = toDomainName(`_smtp._tls.${domain}`);
  const value = `v=TLSRPTv1; rua=mailto:tls-reports@${shownName(domain)}`;
  const missing = t("No TLS reports: nobody tells when TLS fails on the way in.");
  const none = notNeeded(parts, owner) ?? absent(parts, owner, TXT, missing, value);
  const rows = policyRows(parts, owner, "tlsRpt");
  return section("tls-rpt", t("Reports about TLS (TLS-RPT)"), parts, rows, none, "tls-rpt");
}

export function bimiSection(parts: ZoneParts): ReportSection {
  const { zone, domain, t } = parts;
  const rows = recordsBelow(zone, `._bimi.${domain}`).map((record) => policyRow(parts, record));
  const missing = t("No logo: optional, and shown only beside mail that passes an enforced DMARC policy.");
  const none = absent(parts, toDomainName(`default._bimi.${domain}`), TXT, missing);
  return section("bimi", t("A logo beside the mail (BIMI)"), parts, rows, none, "bimi");
}

/** The rows, or the one that stands for nothing; what the group's rules say at other records of the domain goes to the first. */
function section(
  id: ReportSection["id"],
  title: string,
  { zone, domain, open }: ZoneParts,
  rows: readonly ReportRow[],
  none: ReportRow,
  group: string,
): ReportSection {
  const [first = none, ...others] = rows;
  // What is missing is found at some record of the domain; what stands at other names is another domain's.
  const isOfDomain = ({ path, range }: Finding) => {
    const entry = path === zone.path ? zone.entryAt(range.start)?.entry : undefined;
    return entry?.kind === "record" && entry.owner === domain;
  };
  return { id, title, rows: [withFindings(first, open.of([group], isOfDomain)), ...others] };
}

function policyRows(
  parts: ZoneParts,
  owner: DomainName,
  kind: PolicyKind,
  more: (record: ZoneRecord) => Partial<ReportRow> = () => ({}),
): ReportRow[] {
  const { zone } = parts;
  const records = policiesAmong(zone.view.records(owner, TXT), kind);
  const aliases = kind === "spf" ? [] : zone.view.records(owner, CNAME);
  return [...records, ...aliases].map((record) => policyRow(parts, record, more(record)));
}

function policyRow({ zone, open, t }: ZoneParts, record: ZoneRecord, more: Partial<ReportRow> = {}): ReportRow {
  const isAlias = record.type === CNAME;
  const text = isAlias ? t("An alias: the record stands where it leads.") : (policyInWords(record, t) ?? "");
  return recordRow(zone, record, open, { text, ...more });
}

/** TXT and CNAME records below a name such as `._domainkey.example.com.`, in the order of the text. */
function recordsBelow(zone: ZoneSource, below: string): ZoneRecord[] {
  const found: ZoneRecord[] = [];
  for (const entry of zone.find([below.split(".")[1] ?? ""])) {
    if (entry.kind !== "record" || !entry.owner.endsWith(below)) continue;
    if (entry.type === CNAME || (entry.type === TXT && textOf(entry) !== "")) found.push(entry);
  }
  return found;
}

/** The row for what is not there: missing, unless the files cannot tell. */
function absent({ zone, t }: ZoneParts, owner: DomainName, type: number, text: string, value?: string): ReportRow {
  const { view } = zone;
  const { kind } = view.answer(owner, type);
  const title = shownName(owner);
  if (view.isPartial || kind === "unknown" || kind === "alias") {
    return row({ id: owner, state: "unknown", title, text: t("This zone file does not tell.") });
  }
  return row({
    id: owner,
    state: "missing",
    title,
    text,
    fix: value === undefined ? undefined : writeText(zone, owner, value, t),
  });
}

function notNeeded(parts: ZoneParts, owner: DomainName): ReportRow | undefined {
  if (!takesNoMail(parts)) return undefined;
  return row({ id: owner, title: shownName(owner), text: parts.t("Not needed: the domain takes no mail.") });
}
