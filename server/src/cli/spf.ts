import { dirname, resolve } from "node:path";
import { spfReport } from "../core/features/spfReport.ts";
import { spfVerdictReport } from "../core/features/spfVerdict.ts";
import { clientAddress } from "../core/model/spfClient.ts";
import { spfRecordsAt, zoneSource } from "../core/model/spfPolicy.ts";
import { isRejected, spfTree } from "../core/model/spfTree.ts";
import { textOf } from "../core/model/txtValue.ts";
import type { DomainName, ZoneView } from "../core/model/zone.ts";
import { redact } from "../core/redact.ts";
import { parseSpf } from "../core/syntax/spf.ts";
import { readArguments } from "./args.ts";
import type { CommandContext } from "./context.ts";
import { readContent } from "./fileContent.ts";
import { findFiles, kindOf } from "./findFiles.ts";
import { type ExitCode, UsageError } from "./io.ts";
import { createWorkspace } from "./workspace.ts";

/**
 * `mailconfig spf`: the tree of lookups behind a name's SPF record; with `--ip` which term an address meets, and why.
 *
 * @returns 0 where the record works, with `--ip` where the address passes; 1 where not; 2 where the file cannot tell
 */
export async function spf(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { io, t } = context;
  const { positionals, value } = readArguments(args, { ip: "string", origin: "string", lang: "string" }, t);
  const [file, name, more] = positionals;
  if (file === undefined || name === undefined || more !== undefined) {
    throw new UsageError(t("Name a zone file and a domain: `mailconfig spf example.com.zone example.com`."));
  }
  const ip = value("ip");
  if (ip !== undefined && !clientAddress(ip)) throw new UsageError(t("`{text}` is no IP address.", { text: ip }));
  const zone = openZone(file, value("origin"), context);
  const owner = absolute(name, zone.apex);
  for (const line of spfReport(zone, owner, t)) io.stdout(`${line}\n`);
  if (ip === undefined) return works(zone, owner) ? 0 : 1;
  const { result, lines } = await spfVerdictReport(zone, owner, ip, Date.now(), t);
  io.stdout(`\n${lines.join("\n")}\n`);
  return result === "pass" ? 0 : result === "temperror" ? 2 : 1;
}

function openZone(file: string, origin: string | undefined, { io, createEngine, t }: CommandContext): ZoneView {
  const [path, ...more] = findFiles([file], io.cwd, t);
  if (path === undefined || more.length > 0) throw new UsageError(t("Name one file."));
  const logError = (what: string, error: unknown) => io.stderr(`mailconfig: ${what}: ${redact(String(error))}\n`);
  const workspace = createWorkspace({ cwd: io.cwd, roots: [dirname(resolve(io.cwd, path))], logError });
  const { body } = readContent(workspace.read(path));
  const source = createEngine(workspace.host).open(path, kindOf(path), body, origin === undefined ? {} : { origin });
  if (source.kind !== "zone") throw new UsageError(t("`{path}` is no zone file.", { path }));
  return source.view;
}

/** `@` and what lies not in the zone as written count from its apex, as in the zone file. */
function absolute(name: string, apex: DomainName | undefined): DomainName {
  const lower = name.toLowerCase();
  if (lower.endsWith(".") || apex === undefined) return lower.endsWith(".") ? lower : `${lower}.`;
  if (lower === "@") return apex;
  const isInside = `${lower}.` === apex || `${lower}.`.endsWith(`.${apex}`);
  return isInside || apex === "." ? `${lower}.` : `${lower}.${apex}`;
}

/** One record, that the grammar takes and that stays within the limits, as far as the zone shows. */
function works(zone: ZoneView, owner: DomainName): boolean {
  const [record, ...others] = spfRecordsAt(zone, owner);
  if (!record || others.length > 0) return false;
  const { root } = parseSpf(textOf(record));
  return root.faults.length === 0 && !isRejected(spfTree(owner, root, zoneSource(zone)));
}
