import type { Translate } from "../../../server/src/core/locale.ts";
import type { ServerInfo } from "./account.ts";
import type { Login } from "./login.ts";

/** The part of nodemailer 10 that is used: `nodemailer.createTransport` fits `Connect`. */
export interface Transport {
  sendMail(mail: TestMail & { readonly signal: AbortSignal }): Promise<SentMail>;
  close(): void;
}

export interface SentMail {
  readonly response: string;
  readonly messageId: string;
  /** The server's lines after EHLO, without the first. */
  readonly ehlo?: readonly string[] | undefined;
}

export interface TestMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly dsn?: { readonly notify: string[]; readonly return: "headers" };
  readonly headers?: Readonly<Record<string, string>>;
}

/** Nodemailer's logger: `tnx` says who speaks (`client`, `server`, `network`, `dns`, `smtp`). */
export type TransportLog = (
  entry: { readonly tnx?: string | undefined },
  message: string,
  ...values: readonly unknown[]
) => void;

export type TransportOptions = ReturnType<typeof transportOptions>;
export type Connect = (options: TransportOptions) => Transport;

/** Milliseconds, where the file sets none: a person waits for this mail. */
const TIMEOUTS = { connection: 10_000, greeting: 10_000, socket: 60_000 };

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
  const { security, tls, timeouts } = server;
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
      rejectUnauthorized: tls.rejectUnauthorized?.value ?? true,
      ...(tls.servername ? { servername: tls.servername.value } : {}),
      ...(minVersion === undefined ? {} : { minVersion: minVersion as "TLSv1.2" }), // Node itself refuses other words
      ...(ca === undefined ? {} : { ca }),
    },
    connectionTimeout: timeouts.connection?.value ?? TIMEOUTS.connection,
    greetingTimeout: timeouts.greeting?.value ?? TIMEOUTS.greeting,
    socketTimeout: timeouts.socket?.value ?? TIMEOUTS.socket,
    disableFileAccess: true,
    disableUrlAccess: true,
    transactionLog: true,
    logger: { trace: log, debug: log, info: log, warn: log, error: log, fatal: log },
  };
}

function authOptions(login: Login) {
  const { method, username: user, password: pass } = login;
  if (method !== "xoauth2") return { user, pass, method: method.toUpperCase() };
  const { accessToken, clientId, clientSecret, refreshToken, accessUrl } = login;
  const given = Object.entries({ accessToken, clientId, clientSecret, refreshToken, accessUrl });
  return { type: "OAuth2" as const, user, ...Object.fromEntries(given.filter(([, value]) => value !== "")) };
}

/** The mail that a config's `test` describes, with texts of ours where it has none. */
export function testMail(
  from: string,
  to: string,
  test: {
    readonly subject?: string | undefined;
    readonly text?: string | undefined;
    readonly dsn?: readonly string[] | undefined;
    readonly readReceipt?: boolean | undefined;
  },
  t: Translate,
): TestMail {
  const notify = (test.dsn ?? []).map((it) => it.toUpperCase());
  return {
    from,
    to,
    subject: test.subject ?? t("Mailconfig test mail"),
    text: test.text ?? t("It works. Mailconfig sent this mail to test the configuration."),
    ...(notify.length > 0 ? { dsn: { notify, return: "headers" as const } } : {}),
    ...(test.readReceipt ? { headers: { "Disposition-Notification-To": from } } : {}),
  };
}

/**
 * Sends one mail and hangs up.
 *
 * @param signal ends the connection when the user cancels
 * @throws what the transport throws, unredacted: the caller knows the secrets
 */
export async function send(transport: Transport, mail: TestMail, signal: AbortSignal): Promise<SentMail> {
  try {
    return await transport.sendMail({ ...mail, signal });
  } finally {
    transport.close();
  }
}
