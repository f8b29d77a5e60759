import type { Values } from "../locale.ts";
import type { AuthMethod, Protocol, Security } from "../model/account.ts";

/** What the programs call the files that can be imported. */
export type ImportFormat = "msmtp" | "postfix" | "dotenv" | "nodemailer" | "url" | "autoconfig";

/** What another program's settings say about mail accounts, in our terms. */
export interface Imported {
  readonly format: ImportFormat;
  readonly accounts: readonly ImportedAccount[];
  /** What could not be kept, in the order of the lines. */
  readonly notes: readonly ImportNote[];
}

/** Something of the source that the result lacks or says otherwise. Never its value: that may be a secret. */
export interface ImportNote {
  /** From 1. */
  readonly line: number;
  /** As the source calls it. */
  readonly key: string;
  /** An English sentence, translated where it is shown. */
  readonly reason: string;
  readonly values?: Values;
}

export interface ImportedAccount {
  readonly name: string;
  readonly provider?: string | undefined;
  readonly from?: string | undefined;
  readonly smtp?: ImportedServer | undefined;
  readonly imap?: ImportedServer | undefined;
  readonly pop3?: ImportedServer | undefined;
}

export interface ImportedServer {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly security?: Security | undefined;
  readonly auth?: ImportedAuth | undefined;
  readonly tls?: ImportedTls | undefined;
  readonly ehloName?: string | undefined;
  /** Milliseconds. */
  readonly timeouts?: { readonly [name in "connection" | "greeting" | "socket"]?: number | undefined } | undefined;
  readonly pool?:
    | { readonly [name in "maxConnections" | "maxMessages" | "ratePerSecond"]?: number | undefined }
    | undefined;
  /** Addresses in the short form, `smtps://host:port`. */
  readonly failover?: readonly string[] | undefined;
}

export interface ImportedTls {
  readonly minVersion?: string | undefined;
  readonly servername?: string | undefined;
  readonly rejectUnauthorized?: boolean | undefined;
  readonly caFile?: string | undefined;
}

export interface ImportedAuth {
  readonly method: AuthMethod;
  readonly username?: string | undefined;
  readonly clientId?: string | undefined;
  readonly accessUrl?: string | undefined;
  readonly password?: ImportedSecret | undefined;
  readonly accessToken?: ImportedSecret | undefined;
  readonly clientSecret?: ImportedSecret | undefined;
  readonly refreshToken?: ImportedSecret | undefined;
}

export const SECRET_KEYS = ["password", "accessToken", "clientSecret", "refreshToken"] as const;
export type SecretKey = (typeof SECRET_KEYS)[number];

/** A secret of the source; its text never gets into the result, a reference stands for it. */
export interface ImportedSecret {
  /** As the source has it; absent where it keeps the secret elsewhere. */
  readonly literal?: string | undefined;
  /** `${env:NAME}` or `${secret:name}`, where the source reads it from there already. */
  readonly reference?: string | undefined;
  /** The environment variable that the source itself uses for it. */
  readonly variable?: string | undefined;
}

export const PROTOCOLS: readonly Protocol[] = ["smtp", "imap", "pop3"];
