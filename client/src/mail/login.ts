import type { AccountInfo, AuthInfo, ServerInfo, Written } from "./account.ts";
import { MissingSecret, type ReadSecret, resolveReferences } from "./secretReference.ts";

/** Who logs in and with what, every reference resolved. Never shown and never logged. */
export interface Login {
  readonly method: "plain" | "login" | "cram-md5" | "xoauth2";
  readonly username: string;
  readonly password: string;
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly accessUrl: string;
}

/** A reference that leads nowhere, with the place in the file where it stands. */
export class MissingLogin extends Error {
  override readonly cause: MissingSecret;
  readonly written: Written<string>;

  constructor(cause: MissingSecret, written: Written<string>) {
    super(cause.message);
    this.name = "MissingLogin";
    this.cause = cause;
    this.written = written;
  }
}

/** A value with its references resolved; `""` where there is none. @throws MissingLogin */
async function resolveWritten(written: Written<string> | undefined, read: ReadSecret): Promise<string> {
  if (written === undefined) return "";
  try {
    return await resolveReferences(written.value, read);
  } catch (error) {
    throw error instanceof MissingSecret ? new MissingLogin(error, written) : error;
  }
}

/** @throws MissingLogin */
export async function resolveLogin(auth: AuthInfo | undefined, read: ReadSecret): Promise<Login | undefined> {
  if (auth === undefined || auth.method.value === "none") return undefined;
  return {
    method: auth.method.value,
    username: await resolveWritten(auth.username, read),
    password: await resolveWritten(auth.password, read),
    accessToken: await resolveWritten(auth.accessToken, read),
    clientId: await resolveWritten(auth.clientId, read),
    clientSecret: await resolveWritten(auth.clientSecret, read),
    refreshToken: await resolveWritten(auth.refreshToken, read),
    accessUrl: await resolveWritten(auth.accessUrl, read),
  };
}

/**
 * An account whose sender, recipient and SMTP host hold no references any more. Only the environment may fill these: what
 * the editor keeps is for passwords.
 *
 * @throws MissingLogin
 */
export async function resolveAccount(account: AccountInfo, read: ReadSecret): Promise<AccountInfo> {
  const { from, smtp, failover, test } = account;
  const resolved = async (written: Written<string>) => ({ ...written, value: await resolveWritten(written, read) });
  return {
    ...account,
    ...(from ? { from: await resolved(from) } : {}),
    ...(smtp ? { smtp: await withHost(smtp, read) } : {}),
    failover: await Promise.all(failover.map((it) => withHost(it, read))),
    test: { ...test, ...(test.to ? { to: await resolved(test.to) } : {}) },
  };
}

/** The same for IMAP and POP3, which only a connection test needs. @throws MissingLogin */
export async function resolveMailboxes(account: AccountInfo, read: ReadSecret): Promise<AccountInfo> {
  const { imap, pop3 } = account;
  return {
    ...account,
    ...(imap ? { imap: await withHost(imap, read) } : {}),
    ...(pop3 ? { pop3: await withHost(pop3, read) } : {}),
  };
}

async function withHost(server: ServerInfo, read: ReadSecret): Promise<ServerInfo> {
  const { host } = server;
  return host === undefined ? server : { ...server, host: { ...host, value: await resolveWritten(host, read) } };
}

/** What must never be seen outside. */
export function secretsOf(login: Login | undefined): readonly string[] {
  if (login === undefined) return [];
  return [login.password, login.accessToken, login.clientSecret, login.refreshToken].filter((it) => it !== "");
}
