import type { ServerInfo } from "./account.ts";
import { limitsOf } from "./limits.ts";
import type { Login } from "./login.ts";
import { isVerified } from "./server.ts";

/** A connection that is made when the mail is sent; `connect.ts` makes real ones. */
export interface Transport {
  sendMail(mail: MailToSend): Promise<SentMail>;
  close(): void;
}

export interface MailToSend {
  readonly envelope: Envelope;
  /** The message as it goes out, its lines ended by CRLF. */
  readonly raw: Uint8Array;
  readonly signal: AbortSignal;
}

/** What MAIL and RCPT say (RFC 5321 §4.1.1). */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
  readonly dsn?: { readonly notify: string[]; readonly ret: "HDRS"; readonly envid: string };
}

export interface SentMail {
  readonly response: string;
  /** The server's lines after EHLO, without the first. */
  readonly ehlo?: readonly string[] | undefined;
  /** Absent where the mail went in cleartext. */
  readonly tls?: { readonly version: string; readonly cipher: string } | undefined;
  readonly timing?: Timing | undefined;
}

/** Milliseconds, step by step. */
export interface Timing {
  /** To the last line after EHLO, TLS included. */
  readonly connectMs: number;
  readonly loginMs: number;
  /** MAIL, RCPT and DATA. */
  readonly envelopeMs: number;
  /** The message and the reply to it. */
  readonly messageMs: number;
}

/** Nodemailer's logger: `tnx` says who speaks (`client`, `server`, `network`, `dns`, `smtp`). */
export type TransportLog = (
  entry: { readonly tnx?: string | undefined },
  message: string,
  ...values: readonly unknown[]
) => void;

export type TransportOptions = ReturnType<typeof transportOptions>;
export type Connect = (options: TransportOptions) => Transport;

/**
 * A server and its login as nodemailer takes them. STARTTLS is required where the file asks for it: or who hides it on the
 * way gets the password in the clear. Cleartext means cleartext, so that a test tests what is written.
 *
 * @param ca certificates in PEM that are trusted instead of the machine's
 */
export function transportOptions(
  server: ServerInfo,
  login: Login | undefined,
  { ca, log }: { readonly ca?: string | undefined; readonly log: TransportLog },
) {
  const { security, tls } = server;
  const limits = limitsOf(server);
  const minVersion = tls.minVersion?.value;
  return {
    host: server.host?.value ?? "",
    port: server.port.value,
    secure: security.value === "tls",
    requireTLS: security.value === "starttls",
    ignoreTLS: security.value === "none",
    ...(server.ehloName ? { name: server.ehloName.value } : {}),
    ...(login ? { auth: authOptions(login) } : {}),
    tls: {
      rejectUnauthorized: isVerified(server),
      ...(tls.servername ? { servername: tls.servername.value } : {}),
      ...(minVersion === undefined ? {} : { minVersion: minVersion as "TLSv1.2" }), // Node itself refuses other words
      ...(ca === undefined ? {} : { ca }),
    },
    connectionTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.socket,
    // No reply of a mail server is longer; who sends more wants to fill the memory.
    maxResponseSize: 64 * 1024,
    transactionLog: true,
    logger: { trace: log, debug: log, info: log, warn: log, error: log, fatal: log },
  };
}

function authOptions({ method, username: user, password: pass, accessToken }: Login) {
  return method === "xoauth2" ? { user, accessToken, method: "XOAUTH2" } : { user, pass, method: method.toUpperCase() };
}

/**
 * Sends one mail and hangs up.
 *
 * @param mail its signal ends the connection when the user cancels
 * @throws what the transport throws, unredacted: the caller knows the secrets
 */
export async function send(transport: Transport, mail: MailToSend): Promise<SentMail> {
  try {
    return await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}
