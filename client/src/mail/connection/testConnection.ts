import type { AccountInfo, ServerInfo } from "../account.ts";
import { addressOf } from "../server.ts";
import { withFallbacks } from "../standIn.ts";
import type { ConnectionReport, ServerReport } from "./report.ts";
import { type ConnectionTools, type ServerJob, testServer } from "./testServer.ts";

/** A server of an account with its login and certificates. */
export type Destination = Omit<ServerJob, "account">;

/**
 * Servers of an account, one after another.
 *
 * @param destinations `serversOf` names them all
 * @param progress is told which server is being tried
 */
export async function testConnection(
  account: AccountInfo,
  destinations: readonly Destination[],
  tools: ConnectionTools,
  progress: (server: ServerInfo) => void = () => {},
): Promise<ConnectionReport> {
  const servers: ServerReport[] = [];
  for (const destination of destinations) {
    const { server } = destination;
    if (tools.signal.aborted) break;
    progress(server);
    tools.transcript(`* ${server.protocol.toUpperCase()} ${addressOf(server)} (${server.security.value})`);
    servers.push(await testServer({ account, ...destination }, tools));
  }
  return { account: account.name, servers, isCancelled: tools.signal.aborted };
}

/** The servers of an account in the order of the test: SMTP, its stand-bys, IMAP, POP3; those without a host are left out. */
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
