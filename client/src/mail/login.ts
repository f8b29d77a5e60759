import type { AuthInfo, Written } from "./account.ts";
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

/** @throws MissingLogin */
export async function resolveLogin(auth: AuthInfo | undefined, read: ReadSecret): Promise<Login | undefined> {
  if (auth === undefined || auth.method.value === "none") return undefined;
  const resolved = async (written: Written<string> | undefined) => {
    if (written === undefined) return "";
    try {
      return await resolveReferences(written.value, read);
    } catch (error) {
      throw error instanceof MissingSecret ? new MissingLogin(error, written) : error;
    }
  };
  return {
    method: auth.method.value,
    username: await resolved(auth.username),
    password: await resolved(auth.password),
    accessToken: await resolved(auth.accessToken),
    clientId: await resolved(auth.clientId),
    clientSecret: await resolved(auth.clientSecret),
    refreshToken: await resolved(auth.refreshToken),
    accessUrl: await resolved(auth.accessUrl),
  };
}

/** What must never be seen outside. */
export function secretsOf(login: Login | undefined): readonly string[] {
  if (login === undefined) return [];
  return [login.password, login.accessToken, login.clientSecret, login.refreshToken].filter((it) => it !== "");
}
