import { liveReport, reportText } from "../core/features/live/liveReport.ts";
import { publishedZone } from "../core/features/live/publishedZone.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { openLiveDns } from "./nameServers.ts";
import { openZone } from "./openFile.ts";

/**
 * `mailconfig compare`: a zone file beside what the DNS publishes, and what only the network can tell of its mail.
 *
 * @returns 0 where nothing differs; 1 where something does; 2 where the file cannot be compared or no name server answers
 */
export async function compare(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, t } = context;
  const { positionals, value, values } = readArguments("compare", args, t);
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new UsageError(t("Name one file."));
  const zone = publishedZone(openZone(file, value("origin"), context));
  if (zone.apex === undefined) throw new UsageError(t("The zone's name is not known: give it with `--origin`."));
  const report = await liveReport(zone, openLiveDns(values("server"), t), t);
  io.stdout(`${reportText(report, t)}\n`);
  if (report.comparisons.length > 0 && report.comparisons.every(({ outcome }) => outcome === "unknown")) return 2;
  return report.isGood ? 0 : 1;
}
