import { environmentName } from "../facts/secretNames.ts";
import { parseDuration } from "../facts/units.ts";
import type { Security } from "../model/account.ts";
import { note, REASON } from "./notes.ts";
import type { Imported, ImportedAuth } from "./settings.ts";
import { LOGIN_METHODS, type Sourced, ValueReader } from "./values.ts";

type Parameters = ReadonlyMap<string, Sourced>;

const ACCOUNT = "relay";

/** What is read below, or means what the result means without it. */
const READ: ReadonlySet<string> = new Set([
  ..."relayhost default_transport smtp_tls_security_level smtp_use_tls smtp_enforce_tls smtp_tls_wrappermode".split(
    " ",
  ),
  ..."smtp_tls_CAfile smtp_tls_CApath smtp_tls_mandatory_protocols smtp_tls_protocols smtp_helo_name myhostname".split(
    " ",
  ),
  ..."mydomain myorigin smtp_sasl_auth_enable smtp_sasl_password_maps smtp_sasl_mechanism_filter".split(" "),
  ..."smtp_sasl_security_options smtp_sasl_tls_security_options smtp_connect_timeout smtp_helo_timeout".split(" "),
  ..."smtp_destination_concurrency_limit smtp_tls_session_cache_database smtp_tls_loglevel".split(" "),
  ..."smtp_tls_note_starttls_offer smtp_sasl_type compatibility_level".split(" "),
]);

/** Settings that say how mail is sent: each that is lost is noted; all others are Postfix's own business. */
const SENDS = /^(?:smtp_|relay|sender_|transport_maps$|fallback_relay|smtp$|smtpd?_tls_cert|smtp_tls)/;

/** Reads what a Postfix `main.cf` says about the relay that it sends through (postconf(5)). Never throws. */
export function importPostfix(text: string): Imported {
  const reader = new ValueReader();
  const parameters = readParameters(text, reader);
  noteUnread(parameters, reader);
  const at = (name: string) => expanded(parameters, name);
  const relayhost = at("relayhost");
  const [first, ...others] = relayhost?.value.split(/[\s,]+/).filter((it) => it !== "") ?? [];
  if (relayhost === undefined || first === undefined) {
    reader.notes.push(note(relayhost?.line ?? 1, "relayhost", REASON.noRelay));
    return { format: "postfix", accounts: [], notes: reader.notes };
  }
  const relay = readRelay(first);
  if (!relay.isLiteral) reader.drop(relayhost, REASON.mxLookup);
  const security = readSecurity(parameters, reader);
  const server = {
    host: reader.text({ ...relayhost, value: relay.host }),
    port: relay.port,
    security,
    auth: readAuth(parameters, reader),
    tls: {
      minVersion: minVersionOf(at("smtp_tls_mandatory_protocols")),
      caFile: reader.authorities(at("smtp_tls_CAfile")),
    },
    ehloName: reader.text(at("smtp_helo_name") ?? at("myhostname")),
    timeouts: {
      connection: readTime(at("smtp_connect_timeout"), reader),
      greeting: readTime(at("smtp_helo_timeout"), reader),
    },
    pool: { maxConnections: reader.integer(at("smtp_destination_concurrency_limit"), 1, 1000) },
    failover: others.map(readRelay).flatMap(({ host, port }) => {
      const name = reader.text({ ...relayhost, value: host });
      return name === undefined ? [] : `${security === "tls" ? "smtps" : "smtp"}://${hostText(name)}:${port}`;
    }),
  };
  return { format: "postfix", accounts: [{ name: ACCOUNT, smtp: server }], notes: reader.notes };
}

/** A line that begins with a blank goes on with the one before; comments and empty lines between them do not end it. */
function readParameters(text: string, reader: ValueReader): Map<string, Sourced> {
  const parameters = new Map<string, Sourced>();
  let last: string | undefined;
  for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    if (/^\s*(?:#|$)/.test(written)) continue;
    if (/^\s/.test(written)) {
      const before = last === undefined ? undefined : parameters.get(last);
      if (before) parameters.set(before.key, { ...before, value: `${before.value} ${written.trim()}`.trim() });
      else reader.notes.push(note(line, written.trim().split(/[\s=]/)[0] ?? "", REASON.unreadable));
      continue;
    }
    const equals = written.indexOf("=");
    const key = (equals < 0 ? written : written.slice(0, equals)).trim();
    last = equals < 0 ? undefined : key;
    if (equals < 0) reader.notes.push(note(line, key, REASON.unreadable));
    else parameters.set(key, { key, value: written.slice(equals + 1).trim(), line });
  }
  return parameters;
}

function noteUnread(parameters: Parameters, reader: ValueReader): void {
  for (const at of parameters.values()) {
    if (READ.has(at.key)) continue;
    reader.drop(
      at,
      /^smtp_tls_(?:cert|key|chain)|^smtp_tls_[ed]*c?dsa/.test(at.key)
        ? REASON.clientCertificate
        : SENDS.test(at.key)
          ? REASON.noKey
          : REASON.own,
    );
  }
}

const MOST_EXPANSIONS = 50;
const LONGEST = 4096;

/** `$name`, `${name}` and `$(name)` stand for other parameters, `$$` for the sign itself. */
function expanded(parameters: Parameters, name: string): Sourced | undefined {
  const at = parameters.get(name);
  if (at === undefined) return undefined;
  let budget = MOST_EXPANSIONS;
  const expand = (text: string, depth: number): string =>
    text.replace(/\$(?:\$|(\w+)|\{(\w+)\}|\((\w+)\))/g, (sign, bare?: string, braced?: string, round?: string) => {
      const other = bare ?? braced ?? round;
      if (other === undefined) return "$";
      if (depth > 8 || budget-- <= 0) return sign;
      return expand(parameters.get(other)?.value ?? defaultOf(parameters, other), depth + 1).slice(0, LONGEST);
    });
  return { ...at, value: expand(at.value, 0).slice(0, LONGEST) };
}

/** `mydomain` is what stands behind the first dot of `myhostname`. */
function defaultOf(parameters: Parameters, name: string): string {
  const host = parameters.get("myhostname")?.value ?? "";
  if (name !== "mydomain") return "";
  return host.slice(host.indexOf(".") + 1);
}

interface Relay {
  readonly host: string;
  readonly port: number;
  /** In brackets: no MX lookup. */
  readonly isLiteral: boolean;
}

const SERVICES: Readonly<Record<string, number>> = { smtp: 25, submission: 587, submissions: 465, smtps: 465 };

/** `[host]:port`, `host:service`, `[ipv6:…]`; port 25 where none stands. */
function readRelay(written: string): Relay {
  const text = written.replace(/^(?:smtp|relay|inet):(?=.*[^\d])(?=[[a-z])/i, "");
  const closing = text.startsWith("[") ? text.indexOf("]") : -1;
  const colon = closing > 0 ? text.indexOf(":", closing) : text.lastIndexOf(":");
  const service = colon < 0 ? "" : text.slice(colon + 1);
  const host = closing > 0 ? text.slice(1, closing) : colon < 0 ? text : text.slice(0, colon);
  const port = /^\d{1,5}$/.test(service) ? Number(service) : (SERVICES[service.toLowerCase()] ?? 25);
  return { host: host.replace(/^ipv6:/i, ""), port, isLiteral: closing > 0 };
}

function hostText(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function readSecurity(parameters: Parameters, reader: ValueReader): Security {
  const at = expanded(parameters, "smtp_tls_security_level");
  const isOn = (name: string) => /^yes$/i.test(parameters.get(name)?.value ?? "");
  const level = at?.value.toLowerCase() ?? (isOn("smtp_enforce_tls") ? "encrypt" : isOn("smtp_use_tls") ? "may" : "");
  const decides = at ?? parameters.get("smtp_enforce_tls") ?? parameters.get("smtp_use_tls");
  if (level === "encrypt") reader.drop(decides, REASON.unchecked);
  if (level === "may" || level === "dane") reader.drop(decides, REASON.opportunistic);
  if (isOn("smtp_tls_wrappermode")) return "tls";
  return level === "" || level === "none" ? "none" : "starttls";
}

/** `>=TLSv1.2`; a list of what is excluded (`!SSLv2, !TLSv1`) says it too. */
function minVersionOf(at: Sourced | undefined): string | undefined {
  const least = /^>=(TLSv1(?:\.[1-3])?)$/.exec(at?.value ?? "")?.[1];
  if (least !== undefined) return least;
  const excluded = new Set(at?.value.split(/[\s,:]+/).flatMap((it) => (it.startsWith("!") ? it.slice(1) : [])));
  if (!excluded.has("TLSv1") || !excluded.has("TLSv1.1")) return undefined;
  return excluded.has("TLSv1.2") ? "TLSv1.3" : "TLSv1.2";
}

/** `30s`, `5m`; a bare number is seconds. */
function readTime(at: Sourced | undefined, reader: ValueReader): number | undefined {
  const written = at?.value ?? "";
  if (written === "") return undefined;
  const time = /^\d{1,7}[smhdw]?$/.test(written) ? parseDuration(written.replace(/\d$/, "$&s")) : undefined;
  if (time === undefined) return reader.drop(at, REASON.number);
  return time > 0 ? time : undefined;
}

function readAuth(parameters: Parameters, reader: ValueReader): ImportedAuth | undefined {
  if (!/^yes$/i.test(parameters.get("smtp_sasl_auth_enable")?.value ?? "")) return undefined;
  const filter = expanded(parameters, "smtp_sasl_mechanism_filter");
  const words = filter?.value.toLowerCase().split(/[\s,]+/) ?? [];
  const method = LOGIN_METHODS.find((it) => words.includes(it)) ?? "plain";
  if (filter && filter.value !== "" && !words.includes(method)) reader.drop(filter, REASON.method);
  const maps = parameters.get("smtp_sasl_password_maps");
  const [, username, password] = /^(?:static|inline):\{?\s*([^\s:=}]+)(?::([^}]*))?\}?$/.exec(maps?.value ?? "") ?? [];
  const isStatic = maps?.value.startsWith("static:") === true && username !== undefined && password !== undefined;
  if (maps && isStatic)
    return { method, username: reader.text({ ...maps, value: username }), password: { literal: password.trim() } };
  const names = {
    user: `${ACCOUNT.toUpperCase()}_SMTP_USERNAME`,
    password: environmentName(ACCOUNT, "smtp", "password"),
  };
  reader.drop(maps ?? parameters.get("smtp_sasl_auth_enable"), REASON.passwordFile, names);
  return { method, username: `\${env:${names.user}}`, password: { variable: names.password } };
}
