import type { FindingFix } from "../../core/engine/finding.ts";
import type { Place } from "../../core/features/answers.ts";
import { domainReport, type ReportRow } from "../../core/features/report/domainReport.ts";
import { domainsOf } from "../../core/features/report/domains.ts";
import {
  DOMAIN_REPORT_REQUEST,
  DOMAINS_REQUEST,
  type DomainReportParams,
  type DomainReportResult,
  type DomainsParams,
  type DomainsResult,
  REPORT_CHANGED_NOTIFICATION,
  type ReportFixResult,
  type ReportPlace,
  type ReportRowResult,
} from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard, tellClient } from "../guard.ts";
import { toWrittenEdits } from "../toLsp.ts";

/** Many edits in a row are told once. */
const PAUSE_MS = 200;

/** The report of a domain, and the domains that there are. */
export function registerReport(context: ServerContext): void {
  const { connection, documents, engine, t, log } = context;
  connection.onRequest(
    DOMAINS_REQUEST,
    guard(log, "domains", [] as DomainsResult, ({ textDocument }: DomainsParams) =>
      domainsOf(engine, textDocument && documents.get(textDocument.uri)?.source),
    ),
  );
  let isWatched = false;
  connection.onRequest(
    DOMAIN_REPORT_REQUEST,
    guard(log, "domain report", null, async ({ domain }: DomainReportParams): Promise<DomainReportResult | null> => {
      isWatched = true;
      const { zone, sections, ...report } = domainReport(engine, domain, await context.lintOptions(), t);
      return {
        ...report,
        ...(zone !== undefined && { zone: context.uriOf(zone) }),
        sections: sections.map(({ rows, ...section }) => ({ ...section, rows: rows.map(toRow) })),
      };
    }),
  );

  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    if (!isWatched) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      tellClient(log, "report", () => connection.sendNotification(REPORT_CHANGED_NOTIFICATION));
    }, PAUSE_MS);
  };
  documents.onDidChangeContent(changed);
  documents.onDidClose(changed);
  context.onOtherChange(changed);

  const toPlace = ({ path, range }: Place): ReportPlace => ({ uri: context.uriOf(path), range });
  const toFix = ({ title, edits }: FindingFix): ReportFixResult => ({
    title,
    edits: toWrittenEdits(edits, context.uriOf),
  });
  const toRow = ({ id, state, title, text, value, place, tree, findings, fix }: ReportRow): ReportRowResult => ({
    id,
    state,
    title,
    text,
    tree,
    ...(value !== undefined && { value }),
    ...(place && { place: toPlace(place) }),
    ...(fix && { fix: toFix(fix) }),
    findings: findings.map(({ code, severity, message, path, range, fixes }) => ({
      code,
      severity,
      message,
      place: toPlace({ path, range }),
      fixes: fixes.map(toFix),
    })),
  });
}
