import { shellWord } from "../../../server/src/core/text/shellWord.ts";
import type { ServerInfo } from "./account.ts";
import { addressOf, certificateName, isAddress, isVerified } from "./server.ts";

/** A test mail as somebody would send it by hand. */
export interface ByHand {
  readonly server: ServerInfo;
  /** The login's name; `""` for none. */
  readonly username: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
}

const SWAKS_METHODS: Readonly<Record<string, string>> = { plain: "PLAIN", login: "LOGIN", "cram-md5": "CRAM-MD5" };

/**
 * The same mail for `swaks`, as a line of a POSIX shell. It holds no password: swaks asks for it.
 *
 * @returns `undefined` where swaks cannot log in that way
 */
export function swaksLine({ server, username, from, to, subject }: ByHand): string | undefined {
  const { host, port, security, auth, tls, ehloName } = server;
  const method = auth?.method.value ?? "none";
  const swaksMethod = SWAKS_METHODS[method];
  if (method !== "none" && swaksMethod === undefined) return undefined;
  const isChecked = security.value !== "none" && isVerified(server);
  return command([
    "swaks",
    ...["--server", host?.value ?? "", "--port", String(port.value)],
    ...{ tls: ["--tls-on-connect"], starttls: ["--tls"], none: [] }[security.value],
    ...(isChecked ? ["--tls-verify"] : []),
    ...(isChecked && tls.caFile ? ["--tls-ca-path", tls.caFile.value] : []),
    ...(security.value !== "none" && tls.servername ? ["--tls-sni", tls.servername.value] : []),
    ...(ehloName ? ["--ehlo", ehloName.value] : []),
    ...(swaksMethod === undefined ? [] : ["--auth", swaksMethod, "--auth-user", username]),
    ...["--from", from, "--to", to, "--h-Subject", subject],
  ]);
}

/** A conversation with the server by `openssl s_client`; `undefined` for one in cleartext. */
export function opensslLine(server: ServerInfo): string | undefined {
  const { host, security, tls, protocol } = server;
  if (security.value === "none" || host === undefined) return undefined;
  const name = certificateName(server);
  const isChecked = isVerified(server);
  const version = VERSIONS[tls.minVersion?.value ?? ""];
  return command([
    ...["openssl", "s_client", "-connect", addressOf(server)],
    ...(security.value === "starttls" ? ["-starttls", protocol] : []),
    ...(isAddress(name) ? [] : ["-servername", name]),
    ...(isChecked ? ["-verify_return_error", isAddress(name) ? "-verify_ip" : "-verify_hostname", name] : []),
    ...(isChecked && tls.caFile ? ["-CAfile", tls.caFile.value] : []),
    ...(version === undefined ? [] : ["-min_protocol", version]),
    // Else a line that begins with Q or R is a command to openssl: QUIT and RCPT do.
    ...["-crlf", "-quiet"],
  ]);
}

const VERSIONS: Readonly<Record<string, string>> = {
  TLSv1: "TLSv1",
  "TLSv1.1": "TLSv1.1",
  "TLSv1.2": "TLSv1.2",
  "TLSv1.3": "TLSv1.3",
};

/** Words as a POSIX shell reads them back; an option's dashes stay bare. */
function command(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}
