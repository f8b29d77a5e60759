import { say } from "../locale.ts";
import type { Protocol } from "./configTypes.ts";

/** A TCP port of mail: what hover, `explain` and the port rules know of it. */
export interface PortFact {
  readonly port: number;
  /** As IANA registers it, or as it is commonly called. */
  readonly service: string;
  /** Whose key it belongs under; `undefined` for a port that no account uses. */
  readonly protocol: Protocol | undefined;
  /** What it expects; `undefined` where both ways are in use. */
  readonly security: "tls" | "starttls" | undefined;
  /** Whether a registry or a standard names it for this use. */
  readonly isRegistered: boolean;
  readonly what: string;
  readonly encryption: string;
  readonly when: string;
  readonly reference: string;
}

export const PORTS: readonly PortFact[] = [
  {
    port: 25,
    service: "smtp",
    protocol: "smtp",
    security: "starttls",
    isRegistered: true,
    what: say("relay of mail from server to server"),
    encryption: say("It begins in clear text; servers change to TLS with STARTTLS where the other side offers it."),
    when: say(
      "Use it for an MX host that receives mail. Do not submit mail here: most networks block it; use 465 or 587.",
    ),
    reference: "RFC 5321 §4.5.4.2",
  },
  {
    port: 465,
    service: "submissions",
    protocol: "smtp",
    security: "tls",
    isRegistered: true,
    what: say("submission of mail by its author's program, inside TLS"),
    encryption: say("Implicit TLS: it expects TLS from the first byte, so write `security: tls`."),
    when: say("Use it first wherever the provider offers it: nothing is ever sent in clear text."),
    reference: "RFC 8314 §3.3",
  },
  {
    port: 587,
    service: "submission",
    protocol: "smtp",
    security: "starttls",
    isRegistered: true,
    what: say("submission of mail by its author's program"),
    encryption: say(
      "STARTTLS: it begins in clear text and changes to TLS, so write `security: starttls`, which requires it.",
    ),
    when: say(
      "Use it to send mail with a login where 465 is not offered, as at Microsoft 365. It is not for relay between servers.",
    ),
    reference: "RFC 6409 §3.1",
  },
  {
    port: 2525,
    service: "smtp-alt",
    protocol: "smtp",
    security: "starttls",
    isRegistered: false,
    what: say("a second door for submission that many sending services open"),
    encryption: say("STARTTLS, as on 587. No standard names this port."),
    when: say("Use it where a network blocks 587 and 465, and the provider says that it listens here."),
    reference: "RFC 6409 §3.1",
  },
  {
    port: 143,
    service: "imap",
    protocol: "imap",
    security: "starttls",
    isRegistered: true,
    what: say("reading mail that stays on the server"),
    encryption: say("STARTTLS: it begins in clear text and changes to TLS, so write `security: starttls`."),
    when: say("Use it only where 993 is not offered."),
    reference: "RFC 9051 §2.1",
  },
  {
    port: 993,
    service: "imaps",
    protocol: "imap",
    security: "tls",
    isRegistered: true,
    what: say("reading mail that stays on the server, inside TLS"),
    encryption: say("Implicit TLS: it expects TLS from the first byte, so write `security: tls`."),
    when: say("Use it for every mailbox that is read from several devices."),
    reference: "RFC 8314 §3.2",
  },
  {
    port: 110,
    service: "pop3",
    protocol: "pop3",
    security: "starttls",
    isRegistered: true,
    what: say("fetching mail, which is then usually deleted on the server"),
    encryption: say("STARTTLS (the command is STLS): it begins in clear text, so write `security: starttls`."),
    when: say("Use it only where 995 is not offered."),
    reference: "RFC 1939 §3",
  },
  {
    port: 995,
    service: "pop3s",
    protocol: "pop3",
    security: "tls",
    isRegistered: true,
    what: say("fetching mail inside TLS; it is then usually deleted on the server"),
    encryption: say("Implicit TLS: it expects TLS from the first byte, so write `security: tls`."),
    when: say("Use it for one program that fetches everything; for several devices use IMAP on 993."),
    reference: "RFC 8314 §3.2",
  },
  {
    port: 24,
    service: "lmtp",
    protocol: undefined,
    security: undefined,
    isRegistered: false,
    what: say("local delivery from a mail server to the mailbox store (LMTP)"),
    encryption: say("Usually none: it stays inside one machine or one network."),
    when: say("Use it between your own servers, never to send mail."),
    reference: "RFC 2033 §5",
  },
  {
    port: 4190,
    service: "sieve",
    protocol: undefined,
    security: undefined,
    isRegistered: true,
    what: say("managing mail filters on the server (ManageSieve)"),
    encryption: say("STARTTLS: it begins in clear text and changes to TLS."),
    when: say("Use it in mail programs that edit Sieve filters; no mail goes over it."),
    reference: "RFC 5804 §1.8",
  },
];

export function portFact(port: number): PortFact | undefined {
  return PORTS.find((it) => it.port === port);
}

/** The port that a protocol uses with an encryption, where nobody names one. */
export function defaultPort(protocol: Protocol, security: "tls" | "starttls" | "none"): number {
  if (protocol === "imap") return security === "tls" ? 993 : 143;
  if (protocol === "pop3") return security === "tls" ? 995 : 110;
  return security === "tls" ? 465 : 587;
}
