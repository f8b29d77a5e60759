// An authoritative name server (Knot DNS) on a high port of 127.0.0.1, for the zones of a test.
import { execFile, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import path from "node:path";
import { promisify } from "node:util";
import { freePorts, makeFolder, plain, runServer, writeFile } from "./run.ts";

/** A root zone with nothing in it: whatever lies outside the given zones does not exist, instead of being refused. */
const EMPTY_ROOT = ". 60 SOA ns.invalid. hostmaster.invalid. 1 3600 600 864000 60\n. 60 NS ns.invalid.\n";

export interface DnsOptions {
  readonly dir: string;
  /** Names, and the texts of their zone files. */
  readonly zones: Readonly<Record<string, string>>;
  /** Other names get NXDOMAIN; without it REFUSED, as from a server that does not know them. */
  readonly onlyTheseExist?: boolean;
  /** Also listen on port 53 of an odd loopback address, for `run()`. */
  readonly port53?: boolean;
}

export type DnsServer = Awaited<ReturnType<typeof startDns>>;

export async function startDns({ dir, zones, onlyTheseExist = false, port53 = false }: DnsOptions) {
  const folder = makeFolder(path.join(dir, "knot"));
  const [port = 0] = await freePorts(1);
  const address53 = `127.53.${randomInt(256)}.${randomInt(1, 255)}`;
  const all: Record<string, string> = { ...(onlyTheseExist ? { ".": EMPTY_ROOT } : {}), ...zones };
  const fileOf = (zone: string) => path.join(folder, `${plain(zone) === "." ? "root" : zone}.zone`);
  for (const [zone, text] of Object.entries(all)) writeFile(fileOf(zone), text);
  const configuration = writeFile(
    path.join(folder, "knot.conf"),
    `
server:
  rundir: ${folder}
  listen: [127.0.0.1@${port}${port53 ? `, ${address53}@53` : ""}]
  udp-workers: 1
  tcp-workers: 1
  background-workers: 1
log:
  - target: stderr
    any: info
database:
  storage: ${folder}
template:
  - id: default
    storage: ${folder}
    zonefile-load: whole
    journal-content: none
    semantic-checks: off
zone:
${Object.keys(all)
  .map((zone) => `  - domain: "${zone}"\n    file: ${fileOf(zone)}\n`)
  .join("")}`,
  );
  const resolvConf = writeFile(
    path.join(folder, "resolv.conf"),
    `nameserver ${address53}\noptions timeout:1 attempts:1\n`,
  );
  const server = await runServer({ name: "knotd", command: ["/usr/sbin/knotd", "-c", configuration], ports: [port] });

  return {
    ...server,
    port,
    address: `127.0.0.1:${port}`, // for Resolver.setServers
    /** A resolver of node:dns/promises that asks this server only, and once: asking again would bring the same answer. */
    resolver() {
      const resolver = new Resolver({ timeout: 1000, tries: 1 });
      resolver.setServers([`127.0.0.1:${port}`]);
      return resolver;
    },
    /**
     * Runs a program that asks the system's resolver, and lets it ask this server: in a mount namespace of its own, where
     * /etc/resolv.conf is another file. Needs port53, root, and in containers CAP_SYS_ADMIN.
     */
    async run(command: readonly string[], input: string | Uint8Array = "") {
      if (!port53) throw new Error("startDns needs port53: true for this.");
      const script = 'mount --bind "$1" /etc/resolv.conf && shift && exec "$@"';
      const child = spawn("unshare", ["--mount", "/bin/sh", "-c", script, "sh", resolvConf, ...command]);
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text) => {
          output += text;
        });
      child.stdin.on("error", () => {}).end(input);
      const [status] = await once(child, "close");
      return { status, output };
    },
    /** Serves another text for a zone from now on. */
    async setZone(zone: string, text: string) {
      writeFile(fileOf(zone), text);
      await promisify(execFile)("/usr/sbin/knotc", ["-c", configuration, "-b", "zone-reload", zone]);
    },
  };
}
