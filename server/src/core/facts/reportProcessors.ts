import { isAtOrBelow } from "../model/domainName.ts";
import type { DomainName } from "../model/zone.ts";

/**
 * Where services that read DMARC reports for others take them. They publish the consent of RFC 9990 §4 for their customers,
 * by a wildcard or by a record each: https://www.uriports.com/blog/dmarc-external-destinations/ and
 * https://agari.zendesk.com/hc/en-us/articles/210577086 say so (read in November 2026). The hosts are those that the
 * `rua` and `ruf` of public zones name.
 */
const PROCESSORS: readonly DomainName[] = [
  "agari.com.",
  "cp-dmarc.com.",
  "dmarc-report.com.",
  "dmarc-reports.cloudflare.net.",
  "dmarc.250ok.net.",
  "dmarc.barracudanetworks.com.",
  "dmarc.brevo.com.",
  "dmarc.cyber.dhs.gov.",
  "dmarc.everest.email.",
  "dmarc.mailgun.org.",
  "dmarc.postmarkapp.com.",
  "dmarc.report-uri.com.",
  "dmarc.service.gov.uk.",
  "dmarcadvisor.com.",
  "dmarcanalyzer.com.",
  "dmarcdigests.com.",
  "dmarcian.com.",
  "dmarcinput.com.",
  "dmarcly.com.",
  "dmp.cisco.com.",
  "easydmarc.com.",
  "easydmarc.eu.",
  "easydmarc.us.",
  "emaildefense.proofpoint.com.",
  "forwardemail.net.",
  "glockapps.com.",
  "mailhardener.com.",
  "ondmarc.com.",
  "onsecureserver.net.",
  "powerdmarc.com.",
  "qq.com.",
  "rua.netcraft.com.",
  "ruf.netcraft.com.",
  "sendforensics.com.",
  "uriports.com.",
  "vali.email.",
];

/** Whether reports to a host need no look at its consent: its operator lives on publishing it. */
export function isReportProcessor(host: DomainName): boolean {
  return PROCESSORS.some((it) => isAtOrBelow(host, it));
}
