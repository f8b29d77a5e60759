import { createLiveDns } from "../../../client/src/mail/liveDns.ts";
import { liveReport, reportText } from "../core/features/live/liveReport.ts";
import { publishedZone } from "../core/features/live/publishedZone.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { openZone } from "./openFile.ts";

/**
 * `mailconfig compare`: a zone file beside what the DNS publishes, and what only the network can tell of its mail.
 *
 * @returns 0 where nothing differs; 1 where something does; 2 where the file cannot be compared
 */
export async function compare(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, t } = context;
  const { positionals, value, values } = readArguments(
    args,
    { origin: "string", server: "strings", lang: "string" },
    t,
  );
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new UsageError(t("Name one file."));
  const zone = publishedZone(openZone(file, value("origin"), context));
  if (zone.apex === undefined) throw new UsageError(t("The zone's name is not known: give it with `--origin`."));
  const report = await liveReport(zone, createLiveDns({ servers: values("server") }), t);
  io.stdout(`${reportText(report, t)}\n`);
  return report.isGood ? 0 : 1;
}
