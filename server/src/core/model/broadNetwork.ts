import { specialKindOf } from "../facts/specialNetworks.ts";
import { PROVIDER_NETWORKS } from "../facts/spfProviders.ts";
import { contains } from "../syntax/spfAddress.ts";
import type { Mechanism } from "../syntax/spfRecord.ts";

/** Whether a term passes millions of strangers. Networks that nobody routes are `spf/private-network`, whatever their size. */
export function isBroad({ network, qualifier }: Mechanism): boolean {
  if (!network || qualifier !== "+" || network.prefix >= (network.family === 4 ? 16 : 32)) return false;
  return specialKindOf(network) === undefined && !PROVIDER_NETWORKS.some((it) => contains(it, network));
}
