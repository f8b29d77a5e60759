import type { AuthMethod } from "./authMethods.ts";
import type { PortChoice, Provider, ProviderServer, SecretKind } from "./providers.ts";

/** `465 tls, 587 starttls`; the hosts in the order of preference. */
export type ServerRow = readonly [hosts: string, ports: string];

/** A row of the tables of providers: what is usual is left out. */
export interface ProviderRow {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly mailDomains?: readonly string[];
  readonly smtp: ServerRow;
  readonly imap?: ServerRow;
  readonly pop3?: ServerRow;
  readonly methods?: readonly AuthMethod[];
  readonly secret: SecretKind;
  readonly username?: "address" | "own" | { readonly fixed: string };
  /** Whether mailboxes take the name before the `@` too, though SMTP does not. */
  readonly hasShortMailboxNames?: boolean;
  /** Whether a login of its own domain sends in the names of its customers' domains, and signs for them. */
  readonly signsCustomDomains?: boolean;
  readonly maxConnections?: number;
  /** Mails a day and a minute; of several plans the common one. */
  readonly perDay?: number;
  readonly perMinute?: number;
  /** What its help names first, then names that list the same hosts: older ones, regions. */
  readonly spfInclude?: string | readonly [string, ...string[]];
  readonly hasOwnReturnPath?: boolean;
  readonly dkim?: "cname" | "txt";
  readonly mxSuffixes?: readonly string[];
  readonly help: string;
  readonly asOf: string;
}

export function toProvider(row: ProviderRow): Provider {
  const { username = "address" } = row;
  const [spfInclude, ...otherIncludes] = typeof row.spfInclude === "string" ? [row.spfInclude] : (row.spfInclude ?? []);
  return {
    id: row.id,
    name: row.name,
    aliases: row.aliases ?? [],
    mailDomains: row.mailDomains ?? [],
    smtp: toServer(row.smtp),
    imap: row.imap && toServer(row.imap),
    pop3: row.pop3 && toServer(row.pop3),
    methods: row.methods ?? ["plain", "login"],
    secret: row.secret,
    username: typeof username === "object" ? "fixed" : username,
    fixedUsername: typeof username === "object" ? username.fixed : undefined,
    hasShortMailboxNames: row.hasShortMailboxNames ?? false,
    signsCustomDomains: row.signsCustomDomains ?? false,
    maxConnections: row.maxConnections,
    perDay: row.perDay,
    perMinute: row.perMinute,
    spfInclude,
    otherIncludes,
    hasOwnReturnPath: row.hasOwnReturnPath ?? false,
    dkim: row.dkim,
    mxSuffixes: row.mxSuffixes ?? [],
    help: row.help,
    asOf: row.asOf,
  };
}

function toServer([hosts, ports]: ServerRow): ProviderServer {
  const [host = "", ...otherHosts] = hosts.split(" ");
  return { host, otherHosts, ports: ports.split(", ").map(toPort) };
}

function toPort(text: string): PortChoice {
  const [port, security] = text.split(" ");
  return { port: Number(port), security: security === "tls" || security === "starttls" ? security : "none" };
}
