import type { AccountInfo, ServerInfo } from "./account.ts";

/**
 * The SMTP servers of an account in the order in which they are tried. A stand-by that is written as a mere address logs in
 * as the first server does, and takes its time limits and its name in EHLO: it is meant to do the same work.
 */
export function withFallbacks({ smtp, failover }: AccountInfo): readonly ServerInfo[] {
  if (smtp === undefined) return failover;
  return [smtp, ...failover.map((it) => standIn(it, smtp))];
}

/** The name in the certificate is the stand-by's own, and whether it is checked is said for each server. */
function standIn(server: ServerInfo, { auth, ehloName, timeouts, tls }: ServerInfo): ServerInfo {
  const { servername: _name, rejectUnauthorized: _check, ...shared } = tls;
  return {
    ...server,
    ...(server.auth === undefined && auth !== undefined ? { auth } : {}),
    ...(server.ehloName === undefined && ehloName !== undefined ? { ehloName } : {}),
    tls: { ...shared, ...server.tls },
    timeouts: { ...timeouts, ...server.timeouts },
  };
}
