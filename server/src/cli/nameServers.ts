import { Resolver } from "node:dns";
import { createLiveDns } from "../../../client/src/mail/liveDns.ts";
import type { LiveDns } from "../core/features/live/liveDns.ts";
import type { Translate } from "../core/locale.ts";
import { UsageError } from "./io.ts";

/** The DNS through the name servers that `--server` names, else through those of this machine. */
export function openLiveDns(servers: readonly string[], t: Translate): LiveDns {
  for (const server of servers) {
    if (isServer(server)) continue;
    throw new UsageError(
      t("`{server}` is no address of a name server. Write one such as `192.0.2.53:53`.", { server }),
    );
  }
  return createLiveDns({ servers });
}

function isServer(text: string): boolean {
  try {
    new Resolver().setServers([text]);
    return true;
  } catch {
    return false;
  }
}
