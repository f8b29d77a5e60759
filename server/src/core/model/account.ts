import type { Range } from "../text/span.ts";

/**
 * What a `.mailconfig.yaml` says about sending and fetching, as plain data for those who connect: short forms, aliases,
 * providers and defaults are already resolved. Nothing of it is secret except literals that the file holds itself.
 */
export interface AccountInfo {
  readonly name: string;
  /** The key under `accounts`. */
  readonly nameRange: Range;
  /** The key and all below it: findings inside it concern this account. */
  readonly range: Range;
  readonly from?: Written<string>;
  readonly smtp?: ServerInfo;
  readonly imap?: ServerInfo;
  readonly pop3?: ServerInfo;
  /** Tried in order after `smtp`. */
  readonly failover: readonly ServerInfo[];
  /** The file's, the same for all of its accounts. */
  readonly test: TestInfo;
  /** The file's keys that are written whole, the same for all of its accounts. */
  readonly dkim: readonly DkimKeyInfo[];
}

/**
 * A value and the text that decides it. Where a default or a provider decides, the range is that of the nearest key where
 * it could be written.
 */
export interface Written<T> {
  readonly value: T;
  readonly range: Range;
}

export type Protocol = "smtp" | "imap" | "pop3";

/** `tls`: TLS from the first byte; `starttls`: required, never skipped; `none`: cleartext. */
export type Security = "tls" | "starttls" | "none";

export interface ServerInfo {
  readonly protocol: Protocol;
  /** The server's key with its value, or the address of a short form. */
  readonly range: Range;
  /** Absent where neither the file nor a provider names one. */
  readonly host?: Written<string>;
  readonly port: Written<number>;
  readonly security: Written<Security>;
  /** Absent where no login is configured. */
  readonly auth?: AuthInfo;
  readonly tls: TlsInfo;
  readonly ehloName?: Written<string>;
  /** Milliseconds. */
  readonly timeouts: {
    readonly connection?: Written<number>;
    readonly greeting?: Written<number>;
    readonly socket?: Written<number>;
  };
  /** Absent where the file has no `pool`. */
  readonly pool?: PoolInfo;
}

export interface PoolInfo {
  readonly maxConnections?: Written<number>;
  readonly maxMessages?: Written<number>;
  readonly ratePerSecond?: Written<number>;
}

export type AuthMethod = "plain" | "login" | "cram-md5" | "xoauth2" | "none";

/** Secrets stand here as they are written: `${env:NAME}`, `${secret:name}` or a literal. */
export interface AuthInfo {
  readonly range: Range;
  readonly method: Written<AuthMethod>;
  readonly username?: Written<string>;
  readonly password?: Written<string>;
  readonly accessToken?: Written<string>;
  readonly clientId?: Written<string>;
  readonly clientSecret?: Written<string>;
  readonly refreshToken?: Written<string>;
  readonly accessUrl?: Written<string>;
}

export interface TlsInfo {
  readonly minVersion?: Written<string>;
  readonly servername?: Written<string>;
  readonly rejectUnauthorized?: Written<boolean>;
  /** Relative to the file. */
  readonly caFile?: Written<string>;
}

export interface TestInfo {
  readonly to?: Written<string>;
  readonly subject?: Written<string>;
  readonly text?: Written<string>;
  readonly html?: Written<string>;
  /** Paths relative to the file. */
  readonly attachments: readonly Written<string>[];
  /** RFC 3461 NOTIFY words, lower case. */
  readonly dsn?: Written<readonly string[]>;
  readonly readReceipt?: Written<boolean>;
}

/** A key that signs outgoing mail. */
export interface DkimKeyInfo {
  readonly domain: Written<string>;
  readonly selector: Written<string>;
  /** Relative to the file. */
  readonly privateKeyFile: Written<string>;
}
