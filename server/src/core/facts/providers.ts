import type { AuthMethod } from "./authMethods.ts";
import type { Protocol } from "./configTypes.ts";
import { MAILBOX_PROVIDERS } from "./mailboxProviders.ts";
import { SENDING_PROVIDERS } from "./sendingProviders.ts";

/** What a provider wants in the place of a password. */
export type SecretKind =
  | "password"
  /** Made in the account's settings for one program; the account's own password is refused. */
  | "app-password"
  /** QQ, 163 and others call it 授权码. */
  | "authorisation-code"
  /** OAuth 2.0 alone; passwords are refused. */
  | "oauth"
  | "api-key"
  /** User name and password made for SMTP alone. */
  | "smtp-credentials"
  /** Shown by the program that runs on this machine. */
  | "bridge";

export interface PortChoice {
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
}

export interface ProviderServer {
  /** What completion and the defaults write. */
  readonly host: string;
  /** Others that are as good: regions, older names. */
  readonly otherHosts: readonly string[];
  /** The best first. */
  readonly ports: readonly PortChoice[];
}

/** A provider of mailboxes or of sending, as its own help pages describe it. */
export interface Provider {
  /** What stands behind `provider:`. */
  readonly id: string;
  readonly name: string;
  /** Other words for `provider:`. */
  readonly aliases: readonly string[];
  /** Of the addresses that it gives its users: `gmail.com`. */
  readonly mailDomains: readonly string[];
  readonly smtp: ProviderServer;
  readonly imap: ProviderServer | undefined;
  readonly pop3: ProviderServer | undefined;
  /** Preferred first. */
  readonly methods: readonly AuthMethod[];
  readonly secret: SecretKind;
  /** `address`: the whole mail address; `fixed`: always `fixedUsername`; `own`: something that the provider gave. */
  readonly username: "address" | "fixed" | "own";
  readonly fixedUsername: string | undefined;
  /** Whether IMAP and POP3 take the name before the `@` too. */
  readonly hasShortMailboxNames: boolean;
  /** Whether a login of its own domain sends in the names of its customers' domains, and signs for them. */
  readonly signsCustomDomains: boolean;
  /** Connections to SMTP at once, where the provider says so. */
  readonly maxConnections: number | undefined;
  /** Mails that one account may send, where the provider says so. */
  readonly perDay: number | undefined;
  readonly perMinute: number | undefined;
  /** What a domain that sends through it has in its SPF. */
  readonly spfInclude: string | undefined;
  /** Other names that list the same hosts. */
  readonly otherIncludes: readonly string[];
  /** Whether the return path is the provider's own domain or one below the sender's: then the sender's SPF is not asked. */
  readonly hasOwnReturnPath: boolean;
  /** How its keys are published: a CNAME to the provider, or a TXT that it shows. */
  readonly dkim: "cname" | "txt" | undefined;
  /** The end of its MX hosts' names. */
  readonly mxSuffixes: readonly string[];
  readonly help: string;
  /** When the facts were true: year and month. */
  readonly asOf: string;
}

export const PROVIDERS: readonly Provider[] = [...MAILBOX_PROVIDERS, ...SENDING_PROVIDERS];

const BY_NAME: ReadonlyMap<string, Provider> = new Map(
  PROVIDERS.flatMap((it) => [it.id, ...it.aliases].map((name) => [name, it] as const)),
);

/** By its id or another word for it, in any letter case. */
export function providerOf(name: string): Provider | undefined {
  return BY_NAME.get(name.toLowerCase());
}

export function providerServer(provider: Provider, protocol: Protocol): ProviderServer | undefined {
  return provider[protocol];
}

export function hostsOf(server: ProviderServer): readonly string[] {
  return [server.host, ...server.otherHosts];
}

const SES_HOST = /^email-smtp(?:-fips)?\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com(?:\.cn)?$/;

export function isHostOf(server: ProviderServer, host: string): boolean {
  return hostsOf(server).includes(host) || (server.host.startsWith("email-smtp.") && SES_HOST.test(host));
}

/** The provider whose server a host is; the first of those that share it. */
export function providerOfHost(host: string, protocol?: Protocol): Provider | undefined {
  const wanted: readonly Protocol[] = protocol ? [protocol] : ["smtp", "imap", "pop3"];
  const owners = wanted.flatMap((it) => byHost().get(`${it} ${SES_HOST.test(host) ? SES : host}`) ?? []);
  return owners.length > 1 ? PROVIDERS.find((it) => owners.includes(it)) : owners[0];
}

const SES = "email-smtp.";

let hostOwners: ReadonlyMap<string, Provider> | undefined;

/** By protocol and host, made when the first host is looked for. */
function byHost(): ReadonlyMap<string, Provider> {
  if (hostOwners) return hostOwners;
  const found = new Map<string, Provider>();
  const protocols: readonly Protocol[] = ["smtp", "imap", "pop3"];
  for (const provider of PROVIDERS) {
    for (const protocol of protocols) {
      const server = providerServer(provider, protocol);
      if (!server) continue;
      const hosts = server.host.startsWith(SES) ? [...hostsOf(server), SES] : hostsOf(server);
      for (const host of hosts) if (!found.has(`${protocol} ${host}`)) found.set(`${protocol} ${host}`, provider);
    }
  }
  hostOwners = found;
  return found;
}

/** Every host of every provider, for one protocol. */
export function knownHosts(protocol: Protocol): readonly string[] {
  const servers = PROVIDERS.flatMap((it) => providerServer(it, protocol) ?? []);
  return [...new Set(servers.flatMap(hostsOf))];
}

/** Whether a provider takes mail for its customers there: between servers, on port 25 alone. */
export function isMxHostOfProvider(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, "");
  return PROVIDERS.some(({ mxSuffixes }) => mxSuffixes.some((it) => name === it || name.endsWith(`.${it}`)));
}
