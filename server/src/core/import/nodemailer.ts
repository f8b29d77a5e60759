import { defaultPort, portFact } from "../facts/ports.ts";
import type { Security } from "../model/account.ts";
import { type JsObject, type JsValue, objectsIn } from "./jsLiteral.ts";
import { Members, sourced } from "./jsMembers.ts";
import { type KnownService, serviceOf } from "./nodemailerServices.ts";
import { note, REASON } from "./notes.ts";
import type { Imported, ImportedAccount, ImportedAuth, ImportedServer } from "./settings.ts";
import { isSmtpUrl, readSmtpUrl } from "./smtpUrl.ts";
import { accountName, freeName, LOGIN_METHODS, ValueReader } from "./values.ts";

/** An object that holds the options of a transport, and what around it says who sends. */
interface Transport {
  readonly options: JsObject;
  readonly name: string;
  readonly from: JsValue | undefined;
}

const MAIL_WORD = /mail|smtp|transport|nodemailer/i;
const MOST_NESTED = 20;

/** Reads nodemailer's options out of JSON or a JavaScript program (nodemailer.com/smtp). Nothing is run. Never throws. */
export function importNodemailer(text: string): Imported {
  const reader = new ValueReader();
  const found = objectsIn(text);
  const transports = found.flatMap(({ object, before, end }) => {
    const isArgument = /createTransport\s*\(\s*$/.test(before);
    const [, name = ""] = /([A-Za-z_$][\w$]*)\s*[:=]\s*(?:[\w$.]+\s*\(\s*)?$/.exec(before) ?? [];
    // `createTransport(options, defaults)`
    const defaults = isArgument
      ? found.find((it) => /^\s*,\s*$/.test(text.slice(end, Math.max(end, it.start))))
      : undefined;
    const from = defaults?.object.members.get("from");
    return transportsIn(object, name, isArgument || MAIL_WORD.test(statementOf(before)), from, 0);
  });
  const taken = new Set<string>();
  const accounts = transports.map((it): ImportedAccount => {
    const isPlainWord =
      /^(?:transport|transporter|options|config|default|mail|email|smtp|nodemailer|auth|exports|mailer)?$/i.test(
        it.name,
      );
    const name = freeName(isPlainWord ? "mail" : accountName(it.name, "mail"), taken);
    taken.add(name);
    return readTransport(it, name, reader);
  });
  return { format: "nodemailer", accounts, notes: reader.notes };
}

/** What stands on the line before an object: the name that it is given. */
function statementOf(before: string): string {
  return before.slice(Math.max(before.lastIndexOf(";"), before.lastIndexOf("\n")) + 1);
}

function transportsIn(
  object: JsObject,
  name: string,
  isMail: boolean,
  from: JsValue | undefined,
  depth: number,
): Transport[] {
  if (depth > MOST_NESTED) return [];
  const { members } = object;
  const sender = members.get("from") ?? memberOf(members.get("defaults"), "from") ?? from;
  if (isTransport(object, isMail)) return [{ options: object, name, from: sender }];
  return [...members].flatMap(([key, value]) => {
    if (value.kind !== "object") return [];
    const isWrapper = /^(?:options|connection|settings|providerOptions|config)$/i.test(key);
    return transportsIn(value, isWrapper && name !== "" ? name : key, isMail || MAIL_WORD.test(key), sender, depth + 1);
  });
}

/** A host with a login, a port of mail or a name for it: a database has a host too. */
function isTransport({ members }: JsObject, isMail: boolean): boolean {
  const has = (key: string) => members.has(key) && members.get(key)?.kind !== "object";
  if (has("url") && isSmtpUrl(textOf(members.get("url")))) return true;
  if (has("service") && members.get("auth")?.kind === "object") return true;
  const port = members.get("port");
  const isMailPort = port?.kind === "number" && portFact(port.value)?.protocol === "smtp";
  const hasAuth = members.get("auth")?.kind === "object";
  return (
    has("host") && (isMailPort || (isMail && (hasAuth || has("port") || has("secure"))) || (hasAuth && has("secure")))
  );
}

function memberOf(value: JsValue | undefined, key: string): JsValue | undefined {
  return value?.kind === "object" ? value.members.get(key) : undefined;
}

function textOf(value: JsValue | undefined): string {
  return value?.kind === "string" ? value.value : "";
}

const READ: ReadonlySet<string> = new Set([
  ..."host port secure requireTLS ignoreTLS service auth authMethod name tls url from to subject pool opportunisticTLS".split(
    " ",
  ),
  ..."maxConnections maxMessages rateLimit rateDelta connectionTimeout greetingTimeout socketTimeout dkim".split(" "),
  ..."logger debug transactionLog transport type".split(" "),
]);

function readTransport({ options, from }: Transport, name: string, reader: ValueReader): ImportedAccount {
  const members = new Members(options, "", reader);
  const url = members.string("url");
  const service = readService(members, reader);
  for (const [key, { line }] of options.members) if (!READ.has(key)) reader.notes.push(note(line, key, REASON.noKey));
  const dkim = options.members.get("dkim");
  if (dkim) reader.notes.push(note(dkim.line, "dkim", REASON.dkimKey));
  const server = url && isSmtpUrl(url.value) ? readSmtpUrl(url, reader) : readServer(members, service);
  const sender = from && sourced("from", from, reader);
  return {
    name,
    provider: service?.provider,
    from: sender && (from?.kind === "environment" ? sender.value : reader.mailbox(sender)),
    smtp: server,
  };
}

function readService(members: Members, reader: ValueReader): KnownService | undefined {
  const at = members.string("service");
  return at === undefined ? undefined : (serviceOf(at.value) ?? reader.drop(at, REASON.service));
}

function readServer(members: Members, service: KnownService | undefined): ImportedServer {
  const { reader } = members;
  // Where `service` is known nodemailer takes host and port from its own list; so does the provider here.
  const isImplied = service !== undefined;
  const host = isImplied ? service.host : members.text("host");
  const security = isImplied ? undefined : readSecurity(members);
  const tls = members.inner("tls");
  const [limit, span] = [members.number("rateLimit", 1, 1_000_000), members.number("rateDelta", 1, 86_400_000)];
  const rate = limit === undefined ? undefined : Math.max(1, Math.round((limit * 1000) / (span ?? 1000)));
  const ca = tls?.value("ca") ?? tls?.value("key") ?? tls?.value("cert");
  if (ca) reader.notes.push(note(ca.line, "tls.ca", REASON.caFile));
  members.noteOthers("tls", ["minVersion", "servername", "rejectUnauthorized", "ca", "key", "cert"]);
  const isPooled = members.boolean("pool") === true;
  return {
    host,
    port: security && (members.number("port", 1, 65535) ?? defaultPort("smtp", security)),
    security,
    auth: readAuth(members),
    tls: {
      minVersion: tls?.text("minVersion"),
      servername: tls?.text("servername"),
      rejectUnauthorized: tls?.boolean("rejectUnauthorized") === false ? false : undefined,
    },
    ehloName: members.text("name"),
    timeouts: {
      connection: members.number("connectionTimeout", 1, 86_400_000),
      greeting: members.number("greetingTimeout", 1, 86_400_000),
      socket: members.number("socketTimeout", 1, 86_400_000),
    },
    pool: {
      maxConnections: members.number("maxConnections", 1, 1000) ?? (isPooled ? 5 : undefined),
      maxMessages: members.number("maxMessages", 1, 1_000_000),
      ratePerSecond: rate,
    },
  };
}

/** `secure` is TLS from the first byte; without it STARTTLS is used where the server offers it, unless it is required. */
function readSecurity(members: Members): Security {
  const port = members.value("port");
  const secure = members.value("secure");
  const isImplicit =
    secure === undefined ? port?.kind === "number" && port.value === 465 : members.boolean("secure") === true;
  // A computed `secure` most often compares the port with 465.
  const isComputed = secure?.kind === "code" || secure?.kind === "environment";
  if (isImplicit || (isComputed && port?.kind === "number" && port.value === 465)) return "tls";
  if (members.boolean("ignoreTLS") === true) return "none";
  if (members.boolean("requireTLS") !== true) {
    const at = secure ?? port ?? members.value("host");
    if (at) members.reader.notes.push(note(at.line, secure ? "secure" : "host", REASON.opportunistic));
  }
  return "starttls";
}

function readAuth(members: Members): ImportedAuth | undefined {
  const auth = members.inner("auth");
  if (auth === undefined) return undefined;
  const username = auth.text("user");
  if (auth.string("type")?.value.toLowerCase() === "oauth2") {
    return {
      method: "xoauth2",
      username,
      accessToken: auth.secret("accessToken"),
      clientId: auth.text("clientId"),
      clientSecret: auth.secret("clientSecret"),
      refreshToken: auth.secret("refreshToken"),
      accessUrl: auth.text("accessUrl"),
    };
  }
  const written = members.string("authMethod");
  const method = LOGIN_METHODS.find((it) => it === written?.value.toLowerCase());
  if (written && method === undefined) members.reader.drop(written, REASON.method);
  return { method: method ?? "plain", username, password: auth.secret("pass") };
}
