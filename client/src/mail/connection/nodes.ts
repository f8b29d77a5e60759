import { capabilityFact, capabilityName, saslFact } from "../../../../server/src/core/facts/capabilities.ts";
import { say, type Translate } from "../../../../server/src/core/locale.ts";
import type { Range } from "../../../../server/src/core/text/span.ts";
import { addressOf } from "../server.ts";
import { type CertificateInfo, daysLeft } from "./certificate.ts";
import { dayOf } from "./certificateFindings.ts";
import type { ConnectionFinding, ConnectionReport, ServerFacts, ServerReport, Step, StepName } from "./report.ts";

/** How a part of a report is marked; `none` for what is neither good nor bad. */
export type Level = "ok" | "info" | "warning" | "error" | "skipped" | "none";

/** A report as a tree: the view, the page and the command line all show these. */
export interface ReportNode {
  readonly label: string;
  /** Beside the label. */
  readonly description: string;
  /** What it means, or what to do; `""` where the label says all. */
  readonly meaning: string;
  readonly level: Level;
  /** The text of the config that it speaks of. */
  readonly place?: Range;
  readonly children: readonly ReportNode[];
}

const STEP_NAMES: Readonly<Record<StepName, string>> = {
  dns: say("Name (DNS)"),
  tcp: say("Connection (TCP)"),
  tls: say("Encryption (TLS)"),
  greeting: say("Greeting"),
  starttls: say("Offer of TLS (STARTTLS)"),
  capabilities: say("Capabilities"),
  login: say("Login"),
};

/** @param now milliseconds since 1970 */
export function nodesOf({ servers }: ConnectionReport, now: number, t: Translate): readonly ReportNode[] {
  return servers.map((it) => serverNode(it, now, t));
}

function serverNode(report: ServerReport, now: number, t: Translate): ReportNode {
  const { server, isFailover, steps, findings } = report;
  const { protocol, security } = server;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const role = isFailover ? ` (${t("stand-by")})` : "";
  const ms = steps.reduce((sum, it) => sum + it.ms, 0);
  const words = [security.value, errors > 0 ? t("errors: {count}", { count: errors }) : ""];
  if (warnings > 0) words.push(t("warnings: {count}", { count: warnings }));
  return {
    label: `${protocol.toUpperCase()} ${addressOf(server)}${role}`,
    description: [...words, time(ms)].filter((it) => it !== "").join(" · "),
    meaning: "",
    level: errors > 0 ? "error" : warnings > 0 ? "warning" : "ok",
    place: server.host?.range ?? server.range,
    children: [...findings.map(findingNode), ...steps.map((it) => stepNode(it, report, now, t))],
  };
}

function findingNode({ severity, message, next, place }: ConnectionFinding): ReportNode {
  return node(message, { meaning: next, level: severity, place });
}

function stepNode(step: Step, report: ServerReport, now: number, t: Translate): ReportNode {
  const { name, state, ms, failure } = step;
  const label = t(STEP_NAMES[name]);
  if (state === "skipped") return node(label, { description: skippedWords(step, report, t), level: "skipped" });
  const reply = failure?.reply ?? "";
  const replied = reply === "" ? [] : [node(reply, { description: t("reply") })];
  return node(label, {
    description: [summaryOf(name, report.facts, t), time(ms)].filter((it) => it !== "").join(" · "),
    level: state === "failed" ? "error" : "ok",
    children: [...replied, ...detailsOf(name, report, now, t)],
  });
}

function skippedWords({ name }: Step, { steps, server, facts }: ServerReport, t: Translate): string {
  if (steps.some(({ state }) => state === "failed")) return t("not reached");
  if (name !== "login") return "";
  if (server.auth === undefined || server.auth.method.value === "none") return t("none configured");
  return facts.methods?.length === 0 ? t("none offered") : "";
}

function summaryOf(name: StepName, facts: ServerFacts, t: Translate): string {
  if (name === "dns") return (facts.addresses ?? []).slice(0, 3).join(", ");
  if (name === "tcp") return facts.address ?? "";
  if (name === "tls") return facts.tls?.version ?? "";
  if (name === "capabilities") return t("offered: {count}", { count: facts.capabilities?.length ?? 0 });
  return "";
}

function detailsOf(name: StepName, { facts, server }: ServerReport, now: number, t: Translate): readonly ReportNode[] {
  const { addresses = [], tls, greeting, offered, capabilities, loginReply } = facts;
  const { protocol } = server;
  const list = (words: readonly string[] | undefined) => (words ?? []).map((it) => capabilityNode(protocol, it, t));
  const details: Readonly<Record<StepName, readonly ReportNode[]>> = {
    dns: addresses.map((it) => node(it)),
    tcp: [],
    greeting: greeting === undefined ? [] : greeting.split("\n").map((it) => node(it)),
    starttls: list(offered),
    tls: tls === undefined ? [] : [node(tls.cipher), ...tls.chain.map((it, at) => certificateNode(it, at, now, t))],
    capabilities: list(capabilities),
    login: loginReply === undefined ? [] : [node(loginReply)],
  };
  return details[name];
}

function capabilityNode(protocol: "smtp" | "imap" | "pop3", written: string, t: Translate): ReportNode {
  const known = capabilityFact(protocol, written);
  const name = capabilityName(written);
  const isAuth = name === "AUTH" || name === "SASL";
  const words = isAuth ? written.split(/[\s=]+/).slice(1) : [];
  const methods = words.map((it) => ({ it, known: saslFact(it) }));
  const [only] = methods;
  // IMAP lists each method by itself.
  if (methods.length === 1 && only?.known !== undefined) {
    return node(written, { description: t(only.known.what), meaning: only.known.reference });
  }
  return node(written, {
    description: known === undefined ? t("no standard that is known here") : t(known.what),
    meaning: known?.reference ?? "",
    children: methods.map(({ it, known: method }) =>
      node(it, method === undefined ? {} : { description: t(method.what), meaning: method.reference }),
    ),
  });
}

function certificateNode(certificate: CertificateInfo, at: number, now: number, t: Translate): ReportNode {
  const { subject, issuer, names, validFrom, validTo, key, fingerprint } = certificate;
  const days = daysLeft(certificate, now);
  const left = now > validTo ? t("expired") : t("days left: {days}", { days });
  const rows: readonly (readonly [string, string])[] = [
    [t("Issued by"), issuer],
    [t("Names"), names.join(", ")],
    [t("Valid"), `${dayOf(validFrom)} – ${dayOf(validTo)}`],
    [t("Key"), key],
    ["SHA-256", fingerprint],
  ];
  return node(at === 0 ? `${t("Certificate")}: ${subject}` : `${t("Issuer")}: ${subject}`, {
    description: left,
    level: now > validTo ? "error" : "none",
    children: rows.filter(([, value]) => value !== "").map(([label, value]) => node(label, { description: value })),
  });
}

function node(label: string, more: Partial<Omit<ReportNode, "label">> = {}): ReportNode {
  return { description: "", meaning: "", level: "none", children: [], ...more, label };
}

function time(ms: number): string {
  return `${Math.round(ms)} ms`;
}
