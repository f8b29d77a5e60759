import { portFact } from "../../facts/ports.ts";
import type { ConfigFile, Server } from "../../model/config.ts";
import { writePort, writeSecurity } from "../../model/configEdits.ts";
import { distinct, serversIn } from "../../model/configQueries.ts";
import { defineRule, type Fix, type Report } from "../../rule.ts";

type Message = "implicit" | "explicit" | "cleartext";
type Title = "security" | "port";

const PARTNERS: Readonly<Record<number, number>> = {
  465: 587,
  587: 465,
  25: 465,
  993: 143,
  143: 993,
  995: 110,
  110: 995,
};

/** A port that speaks one way, and a configuration that speaks the other (RFC 8314 §3.3). */
export default defineRule({
  code: "config/port-security",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A port and an encryption that do not fit each other.",
  docs: {
    why: "On 465, 993 and 995 the server waits for TLS from the first byte; on 587, 143, 110 and 25 it greets in clear text \
and changes to TLS on request. With the wrong one both sides wait for each other, or the program reports “wrong version number”.",
    bad: "version: 1\naccounts:\n  ops:\n    smtp: { host: smtp.example.com, port: 465, security: starttls }",
    good: "version: 1\naccounts:\n  ops:\n    smtp: { host: smtp.example.com, port: 465, security: tls }",
  },
  references: ["RFC 8314 §3.3", "RFC 3207 §4"],
  messages: {
    implicit:
      "Port {port} expects TLS from the first byte, so STARTTLS will hang. Write `security: tls`, or port {other}.",
    cleartext:
      "Port {port} expects TLS from the first byte, so plain text will hang. Write `security: tls`, or port {other}.",
    explicit:
      "Port {port} begins in clear text, so TLS fails with “wrong version number”. Write `security: starttls`, or port {other}.",
  },
  titles: { security: "Write `security: {security}`", port: "Write port {port}" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, Title>> {
  for (const server of serversIn(file)) {
    const { port, security } = server;
    const fact = portFact(port.value);
    const span = security.span ?? port.span;
    if (!span || fact?.protocol !== server.protocol || fact.security === undefined) continue;
    if (security.value === fact.security || (fact.security === "starttls" && security.value === "none")) continue;
    const other = PARTNERS[port.value] ?? port.value;
    const data = { port: port.value, other };
    const fixes = fixesOf(file, server, fact.security, other);
    const [fix, ...alternatives] = fixes;
    const message = fact.security === "starttls" ? "explicit" : security.value === "none" ? "cleartext" : "implicit";
    yield { message, data, span, ...(fix && { fix }), alternatives };
  }
}

function fixesOf(file: ConfigFile, server: Server, wanted: "tls" | "starttls", other: number): Fix<Title>[] {
  const kind = "suggestion" as const;
  const both: Fix<Title>[] = [
    { kind, title: "security", data: { security: wanted }, edits: writeSecurity(file, server, wanted) },
    {
      kind,
      title: "port",
      data: { port: other },
      edits: server.security.value === "none" ? [] : writePort(file, server, other),
    },
  ];
  return both.filter(({ edits }) => edits.length > 0);
}
