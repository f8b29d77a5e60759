import type { AccountInfo, ServerInfo } from "../account.ts";
import type { Login } from "../login.ts";
import { addressOf } from "../server.ts";
import { withFallbacks } from "../standIn.ts";
import type { ConnectionReport, ServerReport } from "./report.ts";
import { type ConnectionTools, testServer } from "./testServer.ts";

/** What a server needs beside what the file says of it. */
export interface ServerAccess {
  readonly login: Login | undefined;
  readonly ca?: string | undefined;
}

/**
 * All servers of an account, one after another: SMTP, its stand-bys, IMAP, POP3.
 *
 * @param progress is told which server is being tried
 */
export async function testConnection(
  account: AccountInfo,
  access: (server: ServerInfo) => ServerAccess,
  tools: ConnectionTools,
  progress: (server: ServerInfo) => void = () => {},
): Promise<ConnectionReport> {
  const servers: ServerReport[] = [];
  for (const { server, isFailover } of serversOf(account)) {
    if (tools.signal.aborted) break;
    progress(server);
    tools.transcript(`* ${server.protocol.toUpperCase()} ${addressOf(server)} (${server.security.value})`);
    servers.push(await testServer({ account, server, isFailover, ...access(server) }, tools));
  }
  return { account: account.name, servers, isCancelled: tools.signal.aborted };
}

/** The servers of an account in the order of the test; those without a host are left out. */
export function serversOf(account: AccountInfo): readonly { server: ServerInfo; isFailover: boolean }[] {
  const { smtp, imap, pop3 } = account;
  const main = (server: ServerInfo | undefined) => (server === undefined ? [] : [{ server, isFailover: false }]);
  const standIns = withFallbacks(account).slice(1);
  const all = [
    ...main(smtp),
    ...standIns.map((server) => ({ server, isFailover: true })),
    ...main(imap),
    ...main(pop3),
  ];
  return all.filter(({ server }) => (server.host?.value ?? "") !== "");
}
