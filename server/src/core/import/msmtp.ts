import { environmentName } from "../facts/secretNames.ts";
import type { AuthMethod, Security } from "../model/account.ts";
import { REASON } from "./notes.ts";
import type { Imported, ImportedAccount, ImportedAuth, ImportedSecret } from "./settings.ts";
import { accountName, freeName, isSystemAuthorities, LOGIN_METHODS, type Sourced, ValueReader } from "./values.ts";

type Options = Map<string, Sourced>;

interface Block {
  readonly name: string;
  readonly line: number;
  readonly options: Options;
  /** Whether the block says something of its own, beside what it takes over from others. */
  hasOwn: boolean;
  readonly bases: readonly string[];
}

/** What decides who sends where: each is read below. */
const KNOWN: ReadonlySet<string> = new Set([
  ..."host port protocol timeout domain from from_full_name auth user password passwordeval".split(" "),
  ..."tls tls_starttls tls_certcheck tls_trust_file tls_host_override".split(" "),
]);

/** Of the program's own: nothing about the account is lost with it. */
const OWN =
  /^(?:logfile|logfile_time_format|syslog|aliases|set_date_header|add_missing_date_header|remove_bcc_headers)$/;

/** Reads msmtp's configuration, `.msmtprc` (msmtp 1.8). Never throws. */
export function importMsmtp(text: string): Imported {
  const reader = new ValueReader();
  const blocks = readBlocks(text, reader);
  const taken = new Set<string>();
  const accounts = blocks.flatMap((block): ImportedAccount[] => {
    const isAlias = !block.hasOwn && block.bases.length > 0;
    if (isAlias || block.options.size === 0) return [];
    const account = toAccount(block, freeName(accountName(block.name, "default"), taken), reader);
    if (account) taken.add(account.name);
    return account ? [account] : [];
  });
  return { format: "msmtp", accounts, notes: reader.notes };
}

/** `defaults` hold for the accounts behind it; `account a : b` begins with what `b` says. */
function readBlocks(text: string, reader: ValueReader): readonly Block[] {
  const blocks = new Map<string, Block>();
  const defaults: Options = new Map();
  let current: Options = defaults;
  let block: Block | undefined;
  for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    const [, word = "", rest = ""] = /^\s*([^\s#]\S*)(?:\s+(.*))?$/.exec(written) ?? [];
    if (word === "") continue;
    const value = unquote(rest.trim());
    if (word === "defaults") {
      block = undefined;
      current = defaults;
    } else if (word === "account") {
      block = beginAccount(value, line, defaults, blocks);
      current = block.options;
      blocks.set(block.name, block);
    } else {
      if (block) block.hasOwn = true;
      const at = { key: word, value, line };
      if (KNOWN.has(word)) set(current, at);
      else if (word === "eval" || OWN.test(word)) reader.drop(at, word === "eval" ? REASON.computed : REASON.own);
      else reader.drop(at, reasonFor(word));
    }
  }
  return [...blocks.values()];
}

/** A password and a program that prints one take each other's place: what stands further down counts. */
function set(options: Options, at: Sourced): void {
  if (at.key === "password") options.delete("passwordeval");
  if (at.key === "passwordeval") options.delete("password");
  options.set(at.key, at);
}

function beginAccount(value: string, line: number, defaults: Options, blocks: ReadonlyMap<string, Block>): Block {
  const [name = "", ...others] = value.split(":");
  const bases = others
    .join(":")
    .split(",")
    .flatMap((it) => it.trim() || []);
  const options: Options = new Map(defaults);
  for (const base of bases) for (const [key, at] of blocks.get(base)?.options ?? []) options.set(key, at);
  return { name: name.trim(), line, options, bases, hasOwn: false };
}

function reasonFor(word: string): string {
  if (word === "tls_key_file" || word === "tls_cert_file") return REASON.clientCertificate;
  return REASON.noKey;
}

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function toAccount({ options, line }: Block, name: string, reader: ValueReader): ImportedAccount | undefined {
  const at = (key: string) => options.get(key);
  if (at("protocol")?.value === "lmtp") return reader.drop(at("protocol"), REASON.lmtp);
  const host = reader.text(at("host"));
  const security = securityOf(options);
  const timeout = at("timeout")?.value === "off" ? undefined : reader.seconds(at("timeout"));
  return {
    name,
    from: readFrom(at("from"), at("from_full_name"), reader),
    smtp: {
      host,
      // Without `port` msmtp takes 465 for TLS from the first byte, else 25.
      port: reader.port(at("port")) ?? (security === "tls" ? 465 : 25),
      security,
      auth: readAuth(options, name, line, reader),
      tls: {
        servername: reader.text(at("tls_host_override")),
        rejectUnauthorized: at("tls_certcheck")?.value === "off" ? false : undefined,
        caFile: readTrust(at("tls_trust_file"), reader),
      },
      ehloName: at("domain")?.value === "localhost" ? undefined : reader.text(at("domain")),
      timeouts: { connection: timeout, socket: timeout },
    },
  };
}

/** A sender may be a pattern: `*@example.com` allows any, `%U` stands for the user. */
function readFrom(at: Sourced | undefined, name: Sourced | undefined, reader: ValueReader): string | undefined {
  return /[*?%]/.test(at?.value ?? "") ? reader.drop(at, REASON.address) : reader.mailbox(at, name);
}

function securityOf(options: Options): Security {
  if (!/^(?:on)?$/.test(options.get("tls")?.value ?? "off")) return "none";
  return options.get("tls_starttls")?.value === "off" ? "tls" : "starttls";
}

function readTrust(at: Sourced | undefined, reader: ValueReader): string | undefined {
  const file = at?.value ?? "";
  const isBeside = file !== "" && !isSystemAuthorities(file) && !/^[/~\\]|^[a-z]:|\.\.|\$\{/i.test(file);
  return isBeside ? file : reader.authorities(at);
}

function readAuth(options: Options, account: string, line: number, reader: ValueReader): ImportedAuth | undefined {
  const auth = options.get("auth");
  const username = reader.text(options.get("user"));
  const word = auth?.value.toLowerCase() ?? "off";
  if (word === "off") return undefined;
  const method = LOGIN_METHODS.find((it) => it === word) ?? "plain";
  if (word !== "" && word !== "on" && method !== word) reader.drop(auth, REASON.method);
  const secret = readPassword(options, account, line, method, reader);
  return method === "xoauth2" ? { method, username, accessToken: secret } : { method, username, password: secret };
}

/** Programs that print a variable of the environment and nothing else. */
const PRINTS_VARIABLE = /^(?:printenv\s+|echo\s+"?\$|printf\s+(?:'%s'|"%s"|%s)\s+"?\$)\{?([A-Za-z_]\w*)\}?"?$/;

function readPassword(
  options: Options,
  account: string,
  line: number,
  method: AuthMethod,
  reader: ValueReader,
): ImportedSecret {
  const [literal, program] = [options.get("password"), options.get("passwordeval")];
  const name = environmentName(account, "smtp", method === "xoauth2" ? "accessToken" : "password");
  if (literal !== undefined && literal.value !== "") return { literal: literal.value };
  if (program === undefined) {
    reader.drop({ key: "account", value: "", line }, REASON.keyring, { name });
    return { variable: name };
  }
  const variable = PRINTS_VARIABLE.exec(program.value.slice(0, 200))?.[1];
  if (variable !== undefined) return { reference: `\${env:${variable}}` };
  reader.drop(program, REASON.program, { name });
  return { variable: name };
}
