import { say } from "../locale.ts";
import type { Protocol } from "./configTypes.ts";

type Security = "tls" | "starttls" | "none";

/** One way to write a server on one line: `scheme://[user@]host[:port]`. */
export interface Scheme {
  readonly scheme: string;
  readonly protocol: Protocol;
  /** Where the address names none. */
  readonly port: number;
  readonly security: Security;
  readonly doc: string;
  readonly reference: string;
}

export const SCHEMES: readonly Scheme[] = [
  {
    scheme: "smtps",
    protocol: "smtp",
    port: 465,
    security: "tls",
    doc: say("Submission of mail inside TLS from the first byte, port 465. Prefer it."),
    reference: "RFC 8314 §3.3",
  },
  {
    scheme: "submissions",
    protocol: "smtp",
    port: 465,
    security: "tls",
    doc: say("Submission of mail inside TLS from the first byte, port 465: the registered name of `smtps`."),
    reference: "RFC 8314 §7.3",
  },
  {
    scheme: "smtp",
    protocol: "smtp",
    port: 587,
    security: "starttls",
    doc: say("Submission of mail that begins in clear text and must change to TLS with STARTTLS, port 587."),
    reference: "RFC 3207 §4",
  },
  {
    scheme: "submission",
    protocol: "smtp",
    port: 587,
    security: "starttls",
    doc: say("Submission of mail that begins in clear text and must change to TLS with STARTTLS, port 587."),
    reference: "RFC 6409 §3.1",
  },
  {
    scheme: "imaps",
    protocol: "imap",
    port: 993,
    security: "tls",
    doc: say(
      "Reading mail inside TLS from the first byte, port 993. Mail stays on the server, every device sees the same.",
    ),
    reference: "RFC 8314 §3.2",
  },
  {
    scheme: "imap",
    protocol: "imap",
    port: 143,
    security: "starttls",
    doc: say(
      "Reading mail over a connection that begins in clear text and must change to TLS with STARTTLS, port 143.",
    ),
    reference: "RFC 9051 §6.2.1",
  },
  {
    scheme: "pop3s",
    protocol: "pop3",
    port: 995,
    security: "tls",
    doc: say("Fetching mail inside TLS from the first byte, port 995. Mail is usually deleted on the server."),
    reference: "RFC 8314 §3.2",
  },
  {
    scheme: "pop3",
    protocol: "pop3",
    port: 110,
    security: "starttls",
    doc: say("Fetching mail over a connection that begins in clear text and must change to TLS with STLS, port 110."),
    reference: "RFC 2595 §4",
  },
];

export const SECURITY_VALUES: readonly {
  readonly value: Security;
  readonly doc: string;
  readonly reference: string;
}[] = [
  {
    value: "tls",
    doc: say("Implicit TLS: the connection is encrypted from its first byte. For ports 465, 993 and 995."),
    reference: "RFC 8314 §3",
  },
  {
    value: "starttls",
    doc: say(
      "The connection begins in clear text and must change to TLS before anything else; without it nothing is sent. For ports 587, 143 and 110.",
    ),
    reference: "RFC 3207 §4",
  },
  {
    value: "none",
    doc: say("No encryption: whoever stands between reads and changes everything. For a server on this machine only."),
    reference: "RFC 8314 §4.1",
  },
];

export function schemeOf(name: string): Scheme | undefined {
  return SCHEMES.find(({ scheme }) => scheme === name.toLowerCase());
}
