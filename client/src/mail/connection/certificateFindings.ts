import type { Translate } from "../../../../server/src/core/locale.ts";
import type { ServerInfo } from "../account.ts";
import { explainFailure, placeOf } from "../failure.ts";
import { certificateName, isVerified } from "../server.ts";
import { type CertificateInfo, daysLeft } from "./certificate.ts";
import type { Visited } from "./findings.ts";
import type { ConnectionFinding } from "./report.ts";

/** Days before its end at which a certificate should have been renewed: automated renewal begins a month before. */
const SOON_DAYS = 14;
const NEAR_DAYS = 30;
/** Of OpenSSL: what is told by its date or its names is not told again. */
const TOLD_OTHERWISE = /^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/;

/** More are in the tree of the report. */
const MOST_NAMES = 3;

type Found = Omit<ConnectionFinding, "place"> & { readonly part: "certificate" | "host" | "security" };

/** What is wrong, or will soon be wrong, with the certificate that a server showed. */
export function certificateFindings(visited: Visited, t: Translate): readonly ConnectionFinding[] {
  const { account, server, facts, now } = visited;
  const { tls } = facts;
  const [leaf] = tls?.chain ?? [];
  if (tls === undefined || leaf === undefined) return [];
  const isChecked = isVerified(server);
  const told = [...dates(leaf, now, isChecked, t), ...(tls.isForName ? [] : [wrongName(leaf, server, isChecked, t)])];
  const isTold = told.length > 0 && TOLD_OTHERWISE.test(tls.fault);
  const found = [
    ...told,
    ...(tls.fault === "" || isTold ? [] : [trust(visited, tls.fault, isChecked, t)]),
    ...issuersEnd(tls.chain.slice(1), leaf, now, t),
    ...weakness(leaf, tls.version, t),
  ];
  return found.map(({ part, ...it }) => ({ ...it, place: placeOf(part, account, server) }));
}

/** `2026-11-24` */
export function dayOf(time: number): string {
  return Number.isNaN(time) ? "?" : new Date(time).toISOString().slice(0, 10);
}

function dates(leaf: CertificateInfo, now: number, isChecked: boolean, t: Translate): readonly Found[] {
  const days = daysLeft(leaf, now);
  const date = dayOf(leaf.validTo);
  const part = "certificate";
  if (leaf.validFrom > now) {
    const message = t("The certificate is not valid before {date}.", { date: dayOf(leaf.validFrom) });
    return [{ severity: grade(isChecked), message, next: t("Check this machine's clock."), part }];
  }
  if (now > leaf.validTo) {
    const message = t("The certificate expired on {date}.", { date });
    const next = t("Have the server's certificate renewed; check this machine's clock too.");
    return [{ severity: grade(isChecked), message, next, part }];
  }
  if (days >= NEAR_DAYS) return [];
  const message = t("The certificate ends on {date}; days left: {days}.", { date, days });
  const next = t("Have it renewed; automated renewal should have done so by now.");
  if (days < SOON_DAYS) return [{ severity: "warning", message, next, part }];
  return [{ severity: "info", message, next: t("Look whether it is renewed by itself."), part }];
}

/** An authority's certificate that ends before the server's own ends that too. */
function issuersEnd(
  issuers: readonly CertificateInfo[],
  leaf: CertificateInfo,
  now: number,
  t: Translate,
): readonly Found[] {
  const first = issuers.find((it) => daysLeft(it, now) < SOON_DAYS && it.validTo < leaf.validTo);
  if (first === undefined) return [];
  const values = { name: first.subject, date: dayOf(first.validTo) };
  const message = t("The authority's certificate “{name}” ends on {date}, before the server's own.", values);
  return [{ severity: "warning", message, next: t("Have the server send a newer chain."), part: "certificate" }];
}

function wrongName(leaf: CertificateInfo, server: ServerInfo, isChecked: boolean, t: Translate): Found {
  const name = certificateName(server);
  const names = leaf.names.length > 0 ? leaf.names : [leaf.subject];
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), "…"] : names;
  const message = t("The certificate is for {names}, not for `{name}`.", { names: shown.join(", "), name });
  const next = t("Write the name that stands in the certificate as `host` or `tls.servername`.");
  return { severity: grade(isChecked), message, next, part: "host" };
}

/** Who vouches for it, where that is what is wrong. */
function trust({ account, server }: Visited, fault: string, isChecked: boolean, t: Translate): Found {
  const { explanation } = explainFailure({ code: fault, message: fault }, account, server, [], t);
  const message = explanation?.what ?? t("The certificate cannot be verified: {fault}.", { fault });
  return { severity: grade(isChecked), message, next: explanation?.next ?? "", part: "certificate" };
}

function weakness({ key }: CertificateInfo, version: string, t: Translate): readonly Found[] {
  const found: Found[] = [];
  if (/^RSA (?:512|768|1024|1536)$/.test(key)) {
    const next = t("Have the server's certificate renewed with RSA 2048 or EC P-256.");
    found.push({
      severity: "warning",
      message: t("The certificate's key is weak: {key}.", { key }),
      next,
      part: "certificate",
    });
  }
  if (/^(?:SSLv3|TLSv1|TLSv1\.1)$/.test(version)) {
    const message = t("The connection uses {version}, which is no longer safe.", { version });
    const next = t("Have the server support TLS 1.2 or newer; only for a test, lower `tls.minVersion`.");
    found.push({ severity: "warning", message, next, part: "security" });
  }
  return found;
}

/** What the file does not want checked is worth knowing all the same. */
function grade(isChecked: boolean): "error" | "warning" {
  return isChecked ? "error" : "warning";
}
