import { environmentName } from "../facts/secretNames.ts";
import type { SecretKey } from "../import/settings.ts";
import type { AccountInfo, Protocol, ServerInfo, Written } from "../model/account.ts";
import { type Mailbox, parseMailbox } from "../syntax/mailbox.ts";

const REFERENCE = /^\$\{(env|secret):([^{}\s]+)\}$/;

/** The environment variable that stands for what the editor's secret storage keeps, outside of the editor. */
export function secretVariable(name: string): string {
  return `MAILCONFIG_SECRET_${name.replace(/[^a-z0-9]/gi, "_").toUpperCase()}`;
}

/**
 * The environment variable that another program reads a secret from: the one that the config names, or one made of the
 * account's name where the config names none, or holds the secret itself.
 */
export function variableFor(
  account: AccountInfo,
  protocol: Protocol,
  key: SecretKey,
  written: Written<string>,
): string {
  const [, kind, name = ""] = REFERENCE.exec(written.value) ?? [];
  if (kind === "env" && /^[A-Za-z_]\w*$/.test(name)) return name;
  return kind === "secret" ? secretVariable(name) : environmentName(account.name, protocol, key);
}

/** The variable that holds what an account logs in to its SMTP server with: its password, else its access token. */
export function loginVariable(account: AccountInfo, { auth }: ServerInfo): string | undefined {
  if (auth?.password !== undefined) return variableFor(account, "smtp", "password", auth.password);
  return auth?.accessToken && variableFor(account, "smtp", "accessToken", auth.accessToken);
}

/** A text for formats of lines: a control character in it would begin another line, or nothing readable. */
export function inOneLine(text: string): string {
  return text.replace(/\p{Cc}|[\u2028\u2029]/gu, " ");
}

export function hostOf(server: ServerInfo): string {
  return inOneLine(server.host?.value ?? "");
}

/** Who logs in: the server's own user, else the one who sends. */
export function usernameOf(account: AccountInfo, server: ServerInfo): string {
  return inOneLine(server.auth?.username?.value ?? account.smtp?.auth?.username?.value ?? "");
}

export function senderOf(account: AccountInfo): Mailbox | undefined {
  return parseMailbox(account.from?.value ?? "");
}

/** The address of the account: its sender, or the name it logs in with where that is an address. */
export function addressOf(account: AccountInfo): Mailbox | undefined {
  return senderOf(account) ?? parseMailbox(account.smtp?.auth?.username?.value ?? "");
}

export function hasLogin({ auth }: ServerInfo): boolean {
  return auth !== undefined && auth.method.value !== "none";
}

/** Whole seconds, at least one. */
export function inSeconds(milliseconds: number): number {
  return Math.max(1, Math.round(milliseconds / 1000));
}
