import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { ORIGIN } from "./makeZone.ts";
import { hasProgram } from "./processes.ts";

type Command = readonly [command: string, ...args: string[]];

/** nsd is unpacked here and never installed: its package would start a name server. */
const { XDG_CACHE_HOME } = process.env;
const NSD = join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "mailconfig-bench/nsd");

/**
 * The C checkers of Debian: installed by apt where this is root, else those that are there.
 *
 * @returns how each is called on a file
 */
export function checkers(note: (line: string) => void): ReadonlyMap<string, (path: string) => Command> {
  if (!hasProgram("kzonecheck") || !hasProgram("named-checkzone") || !existsSync(NSD)) install(note);
  const found = new Map<string, (path: string) => Command>();
  if (hasProgram("kzonecheck")) found.set("kzonecheck", (path) => ["kzonecheck", "-o", ORIGIN, path]);
  if (hasProgram("named-checkzone")) {
    found.set("named-checkzone", (path) => ["named-checkzone", "-q", "-i", "local", ORIGIN, path]);
  }
  const nsd = join(NSD, "usr/sbin/nsd-checkzone");
  if (existsSync(nsd)) found.set("nsd-checkzone", (path) => [nsd, ORIGIN, path]);
  for (const name of ["kzonecheck", "named-checkzone", "nsd-checkzone"])
    if (!found.has(name)) note(`${name} is not there.`);
  return found;
}

function install(note: (line: string) => void): void {
  if (process.getuid?.() !== 0 || !hasProgram("apt-get")) {
    note("The C checkers come from Debian's knot-dnssecutils, bind9-utils and nsd; only root can install them.");
    return;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", ["-qq", ...args], { env, stdio: "ignore" });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "knot-dnssecutils", "bind9-utils", "libevent-2.1-7");
  const folder = mkdtempSync(join(tmpdir(), "mailconfig-nsd-"));
  try {
    execFileSync("apt-get", ["-qq", "download", "nsd"], { cwd: folder, stdio: "ignore" });
    mkdirSync(NSD, { recursive: true });
    for (const name of readdirSync(folder)) execFileSync("dpkg-deb", ["-x", join(folder, name), NSD]);
  } catch (error) {
    note(`nsd could not be unpacked: ${error instanceof Error ? error.message : error}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
