import type { LiveDns } from "../core/features/live/liveDns.ts";
import { liveSpfResolver, liveSpfTree } from "../core/features/live/liveSpf.ts";
import { spfReport, treeReport } from "../core/features/spfReport.ts";
import { spfVerdictReport } from "../core/features/spfVerdict.ts";
import type { Translate } from "../core/locale.ts";
import { absolutize, isAtOrBelow } from "../core/model/domainName.ts";
import { clientAddress } from "../core/model/spfClient.ts";
import { spfRecordsAt, zoneSource } from "../core/model/spfPolicy.ts";
import { isRejected, type SpfTree, spfTree } from "../core/model/spfTree.ts";
import { zoneResolver } from "../core/model/spfZoneResolver.ts";
import { textOf } from "../core/model/txtValue.ts";
import type { DomainName, ZoneView } from "../core/model/zone.ts";
import { parseSpf } from "../core/syntax/spf.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { openLiveDns } from "./nameServers.ts";
import { openZone } from "./openFile.ts";

/**
 * `mailconfig spf`: the tree of lookups behind a name's SPF record; with `--ip` which term an address meets, and why;
 * with `--live` what lies outside the zone is asked for in the DNS.
 *
 * @returns 0 where the record works, with `--ip` where the address passes; 1 where not; 2 where the file cannot tell
 */
export async function spf(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, t } = context;
  const { positionals, value, has, values } = readArguments("spf", args, t);
  const [file, name, more] = positionals;
  if (file === undefined || name === undefined || more !== undefined) {
    throw new UsageError(t("Name a zone file and a domain: `mailconfig spf example.com.zone example.com`."));
  }
  const ip = value("ip");
  if (ip !== undefined && !clientAddress(ip)) throw new UsageError(t("`{text}` is no IP address.", { text: ip }));
  if (has("server") && !has("live")) throw new UsageError(t("`--server` goes with `--live`."));
  const zone = openZone(file, value("origin"), context).view;
  const owner = absolute(name, zone.apex);
  const live = has("live") ? openLiveDns(values("server"), t) : undefined;
  const tree = live && (await liveTreeOf(zone, owner, live));
  for (const line of tree ? treeReport(tree, t) : spfReport(zone, owner, t)) io.stdout(`${line}\n`);
  const fault = faultOf(zone, owner, t);
  if (fault !== undefined) io.stdout(`${fault}\n`);
  if (ip === undefined) return fault === undefined && isWithinLimits(zone, owner, tree) ? 0 : 1;
  const dns = live && liveSpfResolver(live, zoneResolver(zone));
  const { result, lines } = await spfVerdictReport(zone, owner, ip, Date.now(), t, dns);
  io.stdout(`\n${lines.join("\n")}\n`);
  return result === "pass" ? 0 : result === "temperror" ? 2 : 1;
}

/** `@` and what lies not in the zone as written count from its apex, as in the zone file. */
function absolute(name: string, apex: DomainName | undefined): DomainName {
  const lower = name.toLowerCase();
  return apex === undefined || isAtOrBelow(`${lower}.`, apex) ? absolutize(lower, ".") : absolutize(lower, apex);
}

/** The tree with what lies outside the zone asked for in the DNS. */
async function liveTreeOf(zone: ZoneView, owner: DomainName, live: LiveDns): Promise<SpfTree | undefined> {
  const [record] = spfRecordsAt(zone, owner);
  return record && liveSpfTree(owner, parseSpf(textOf(record)).root, live, zoneSource(zone));
}

/** What the tree does not show, and why receivers take no record here all the same. */
function faultOf(zone: ZoneView, owner: DomainName, t: Translate): string | undefined {
  const records = spfRecordsAt(zone, owner);
  if (records.length > 1) return t("{count} SPF records at this name: receivers take none.", { count: records.length });
  const isFaulty = records.some((it) => parseSpf(textOf(it)).root.faults.length > 0);
  return isFaulty ? t("Something in this record is wrong: `mailconfig check` says what.") : undefined;
}

/** Within the limits, as far as is known. */
function isWithinLimits(zone: ZoneView, owner: DomainName, tree?: SpfTree): boolean {
  const [record] = spfRecordsAt(zone, owner);
  return record !== undefined && !isRejected(tree ?? spfTree(owner, parseSpf(textOf(record)).root, zoneSource(zone)));
}
