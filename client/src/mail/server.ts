import type tls from "node:tls";
import type { ServerInfo } from "./account.ts";

/** `smtp.example.com:465`, `[2001:db8::1]:465` */
export function addressOf({ host, port }: ServerInfo): string {
  const name = host?.value ?? "";
  return `${name.includes(":") ? `[${name}]` : name}:${port.value}`;
}

/** The name that the certificate must be for. */
export function certificateName({ tls, host }: ServerInfo): string {
  return tls.servername?.value ?? host?.value ?? "";
}

/** Whether the file wants the certificate checked, which it does where it says nothing. */
export function isVerified({ tls }: ServerInfo): boolean {
  return tls.rejectUnauthorized?.value ?? true;
}

/** Whether anybody on the way could read a password that seems protected: nothing is sent there unasked. */
export function isUnprotected(server: ServerInfo): boolean {
  return !isVerified(server) && server.security.value !== "none";
}

/** An address has no name to ask for in the handshake (RFC 6066 §3). */
export function isAddress(name: string): boolean {
  return /^[\d.]+$|:/.test(name);
}

/** @param ca certificates in PEM that are trusted instead of the machine's */
export function tlsOptions(server: ServerInfo, ca: string | undefined): tls.ConnectionOptions {
  const { minVersion } = server.tls;
  const name = certificateName(server);
  return {
    rejectUnauthorized: isVerified(server),
    ...(isAddress(name) ? { host: name } : { servername: name }),
    ...(minVersion === undefined ? {} : { minVersion: minVersion.value as tls.SecureVersion }), // Node refuses other words.
    ...(ca === undefined ? {} : { ca }),
  };
}
