import { readdirSync, readFileSync } from "node:fs";
import { type Certificates, createCertificates } from "./servers/certificates.ts";
import { type DnsServer, startDns } from "./servers/dns.ts";
import { type DovecotServer, startDovecot } from "./servers/dovecot.ts";
import { type EximServer, startExim } from "./servers/exim.ts";
import { type PostfixOptions, type PostfixServer, startPostfix } from "./servers/postfix.ts";
import { exitOnSignals, temporaryFolder } from "./servers/run.ts";

export { whyNoServers } from "../../scripts/lib/mailServers.mjs";

/** Those who may log in to the servers of `startRealServers`. */
export const USERS = { "alice@example.com": "pass word", "bob@example.com": "b/+=%41" } as const;
export const TOKENS = { "alice@example.com": "ya29.token-1" } as const;

/** The zones under `examples/good`, by their names. */
export function exampleZones(): Readonly<Record<string, string>> {
  const names = readdirSync("examples/good").filter((name) => name.endsWith(".zone"));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -".zone".length), readFileSync(`examples/good/${name}`, "utf8")]),
  );
}

/** Debian's servers on loopback ports, with certificates for `mail.example.com` from a CA of their own. */
export interface RealServers {
  readonly folder: string;
  readonly certificates: Certificates;
  readonly dns: DnsServer;
  readonly dovecot: DovecotServer;
  readonly postfix: PostfixServer;
  readonly exim: EximServer;
  /** Stops all of them. @throws where Postfix complained of its own configuration, which often shows nowhere else */
  stop(): Promise<void>;
}

export interface RealServerOptions extends Pick<PostfixOptions, "replies" | "failures" | "maxSizeOctets"> {
  readonly users?: Readonly<Record<string, string>>;
  readonly tokens?: Readonly<Record<string, string>>;
  /** Without them, the example zones. */
  readonly zones?: Readonly<Record<string, string>>;
  /** Certificates of Postfix's further ports, by the names in `postfix.morePorts`. */
  readonly more?: (certificates: Certificates) => PostfixOptions["more"];
}

/** Starts all of them in less than a second. A test asks `whyNoServers()` first and is skipped where they are not installed. */
export async function startRealServers({
  users = USERS,
  tokens = TOKENS,
  zones = exampleZones(),
  more,
  ...options
}: RealServerOptions = {}): Promise<RealServers> {
  exitOnSignals();
  const folder = temporaryFolder();
  const host = "mail.example.com";
  const certificates = createCertificates({ dir: folder, host });
  const common = { dir: folder, certificate: certificates.good, users, tokens };
  const [dns, dovecot, exim] = await Promise.all([
    startDns({ dir: folder, zones, port53: true }),
    startDovecot(common),
    startExim({ ...common, host }),
  ]);
  const further = more?.(certificates) ?? {};
  const postfix = await startPostfix({
    ...options,
    dir: folder,
    dovecot,
    certificate: certificates.good,
    host,
    more: further,
  });
  const stop = async () => {
    const log = postfix.log();
    await Promise.all([dns, dovecot, postfix, exim].map((server) => server.stop()));
    const complaint = /^.*(?:fatal|panic|error: ).*$/m.exec(log)?.[0];
    if (complaint !== undefined) throw new Error(`Postfix complained: ${complaint}`);
  };
  return { folder, certificates, dns, dovecot, postfix, exim, stop };
}
