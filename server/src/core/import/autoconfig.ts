import type { AuthMethod, Protocol, Security } from "../model/account.ts";
import { parseMailbox } from "../syntax/mailbox.ts";
import { note, REASON } from "./notes.ts";
import { type Imported, type ImportedAccount, type ImportedAuth, type ImportedServer, PROTOCOLS } from "./settings.ts";
import { accountName, freeName, type Sourced, ValueReader } from "./values.ts";
import { readXml, type XmlElement } from "./xml.ts";

/**
 * Reads the settings file of a provider for Thunderbird (Mozilla's autoconfig, `config-v1.1.xml`), which K-9 and
 * others read too. Never throws.
 *
 * @param address whose account it is to be; where it is absent a placeholder stands for it
 */
export function importAutoconfig(text: string, address?: string): Imported {
  const reader = new ValueReader();
  const roots = readXml(text);
  const providers = roots.flatMap((it) =>
    it.name === "emailProvider" ? [it] : it.children.filter(({ name }) => name === "emailProvider"),
  );
  const taken = new Set<string>();
  const accounts = providers.flatMap((it): ImportedAccount[] => {
    const domain = domainOf(it);
    const mailbox = parseMailbox(address ?? "") ?? parseMailbox(`you@${domain}`);
    const from = address ?? `you@${domain}`;
    if (mailbox === undefined) return [];
    if (address === undefined) reader.notes.push(note(it.line, "emailProvider", REASON.placeholder, { address: from }));
    const name = freeName(accountName(domain.split(".")[0] ?? "", "mail"), taken);
    taken.add(name);
    return [{ name, from, ...readServers(it, mailbox, reader) }];
  });
  return { format: "autoconfig", accounts, notes: reader.notes };
}

function domainOf(provider: XmlElement): string {
  const written = provider.children.find(
    ({ name, text }) => name === "domain" && parseMailbox(`you@${text}`) !== undefined,
  );
  const id = provider.attributes.get("id") ?? "";
  if (written) return written.text.toLowerCase();
  return parseMailbox(`you@${id}`) === undefined ? "example.com" : id.toLowerCase();
}

type Address = NonNullable<ReturnType<typeof parseMailbox>>;

/** The first server of each protocol: the providers list the best one first. */
function readServers(
  provider: XmlElement,
  address: Address,
  reader: ValueReader,
): Partial<Record<Protocol, ImportedServer>> {
  const servers: Partial<Record<Protocol, ImportedServer>> = {};
  for (const it of provider.children) {
    if (it.name !== "incomingServer" && it.name !== "outgoingServer") continue;
    const type = (it.attributes.get("type") ?? "").toLowerCase();
    const protocol = PROTOCOLS.find((known) => known === type);
    if (protocol === undefined) reader.notes.push(note(it.line, `${it.name} ${type}`, REASON.noKey));
    else if (servers[protocol] !== undefined) reader.notes.push(note(it.line, `${it.name} ${type}`, REASON.second));
    else servers[protocol] = readServer(it, address, reader);
  }
  return servers;
}

function readServer(element: XmlElement, address: Address, reader: ValueReader): ImportedServer {
  const at = (key: string): Sourced | undefined => {
    const found = element.children.find(({ name }) => name === key);
    return found && { key, value: fill(found.text, address), line: found.line };
  };
  return {
    host: reader.text(at("hostname")),
    port: reader.port(at("port")),
    security: readSecurity(at("socketType"), reader),
    auth: readAuth(element, at("username"), reader),
  };
}

/** `%EMAILADDRESS%`, `%EMAILLOCALPART%` and `%EMAILDOMAIN%` stand for the user's address and its parts. */
function fill(text: string, { address, local, domain }: Address): string {
  const parts: Readonly<Record<string, string>> = { EMAILADDRESS: address, EMAILLOCALPART: local, EMAILDOMAIN: domain };
  return text.replace(/%(EMAILADDRESS|EMAILLOCALPART|EMAILDOMAIN)%/g, (sign, name: string) => parts[name] ?? sign);
}

function readSecurity(at: Sourced | undefined, reader: ValueReader): Security | undefined {
  const word = at?.value.toUpperCase() ?? "";
  if (word === "SSL" || word === "TLS") return "tls";
  if (word === "STARTTLS") return "starttls";
  if (word === "PLAIN") return "none";
  return reader.drop(at, REASON.word);
}

/** What the format calls the ways to log in, and what they are here; older files say `plain` and `secure`. */
const METHODS: Readonly<Record<string, AuthMethod | "none">> = {
  "password-cleartext": "plain",
  plain: "plain",
  "password-encrypted": "cram-md5",
  secure: "cram-md5",
  oauth2: "xoauth2",
  none: "none",
  "client-ip-address": "none",
};

/** Several are allowed, the preferred one first; the first that is known here counts. */
function readAuth(element: XmlElement, user: Sourced | undefined, reader: ValueReader): ImportedAuth | undefined {
  const words = element.children.filter(({ name }) => name === "authentication");
  const known = words.filter(({ text }) => Object.hasOwn(METHODS, text.toLowerCase()));
  const method = METHODS[known[0]?.text.toLowerCase() ?? "plain"] ?? "plain";
  for (const it of words) if (!known.includes(it)) reader.notes.push(note(it.line, "authentication", REASON.method));
  if (method === "none") return undefined;
  const username = reader.text(user);
  return method === "xoauth2" ? { method, username, accessToken: {} } : { method, username, password: {} };
}
