import { defaultPort } from "../facts/ports.ts";
import type { Security } from "../model/account.ts";
import { decodePercent } from "../text/percent.ts";
import { note, REASON } from "./notes.ts";
import type { Imported, ImportedServer } from "./settings.ts";
import { LOGIN_METHODS, type Sourced, ValueReader } from "./values.ts";

/** The schemes of nodemailer, Laravel, Django (django-environ), Symfony and Rails for mail over SMTP. */
const SCHEMES: Readonly<Record<string, Security>> = {
  // With this one programs go on in clear text where the server offers no TLS.
  smtp: "starttls",
  submission: "starttls",
  "smtp+tls": "starttls",
  "smtp+starttls": "starttls",
  smtps: "tls",
  submissions: "tls",
  "smtp+ssl": "tls",
};

const URL_FORM =
  /^([a-z][a-z0-9+]{1,20}):\/\/(?:([^/?#]*)@)?(\[[\da-f:.]+\]|[^:/?#@]*)(?::(\d{0,5}))?(?:\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/i;

/** Whether a text is an address of an SMTP server as programs take it. */
export function isSmtpUrl(text: string): boolean {
  return Object.hasOwn(SCHEMES, schemeOf(text));
}

function schemeOf(text: string): string {
  return /^([a-z][a-z0-9+]{1,20}):\/\//i.exec(text)?.[1]?.toLowerCase() ?? "";
}

/** `smtp://user:password@host:port/?option=value` (RFC 3986 §3.2): user name and password are percent-encoded. */
export function readSmtpUrl(at: Sourced, reader: ValueReader): ImportedServer | undefined {
  const scheme = schemeOf(at.value);
  const [, , login, host = "", port = "", query = ""] = URL_FORM.exec(at.value.trim().slice(0, 4096)) ?? [];
  const usual = SCHEMES[scheme];
  if (usual === undefined || host === "") return reader.drop(at, REASON.unreadable);
  const colon = login?.indexOf(":") ?? -1;
  const username = login === undefined ? "" : decodePercent(colon < 0 ? login : login.slice(0, colon));
  const password = colon < 0 || login === undefined ? "" : decodePercent(login.slice(colon + 1));
  const options = new Map(query.split("&").map((it) => pairOf(it)));
  if (scheme === "smtp" && options.get("requireTLS") !== "true" && !isPortOf(port, 465))
    reader.drop(at, REASON.opportunistic);
  for (const key of options.keys())
    if (key !== "" && !OPTIONS.has(key)) reader.notes.push(note(at.line, key, REASON.noKey));
  // Programs take port 465 for TLS from the first byte, whatever the scheme says (nodemailer, Symfony).
  const security = isPortOf(port, 465) || options.get("secure") === "true" ? "tls" : usual;
  return {
    host: reader.text({ ...at, value: host.replace(/^\[(.*)\]$/, "$1") }),
    port: reader.port({ ...at, value: port }) ?? defaultPort("smtp", security),
    security,
    auth: readLogin(at, username, password, options.get("authMethod"), reader),
    tls: {
      rejectUnauthorized: isOff(options.get("tls.rejectUnauthorized") ?? options.get("verify_peer"))
        ? false
        : undefined,
    },
    ehloName: reader.text({ ...at, value: options.get("name") ?? options.get("local_domain") ?? "" }),
  };
}

const OPTIONS: ReadonlySet<string> = new Set([
  ..."requireTLS secure authMethod tls.rejectUnauthorized verify_peer name local_domain encryption auth_mode".split(
    " ",
  ),
]);

function readLogin(at: Sourced, username: string, password: string, method: string | undefined, reader: ValueReader) {
  if (username === "" && password === "") return undefined;
  const name = reference(username) ?? reader.text({ ...at, value: username });
  const chosen = LOGIN_METHODS.find((it) => it === method?.toLowerCase()) ?? "plain";
  const secret = reference(password) === undefined ? { literal: password } : { reference: reference(password) };
  return { method: chosen, username: name, password: password === "" ? undefined : secret };
}

/** `${NAME}` and `$NAME` inside an address mean a variable of the environment, in .env files and compose files. */
function reference(text: string): string | undefined {
  const name = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))$/.exec(text);
  return name === null ? undefined : `\${env:${name[1] ?? name[2]}}`;
}

function isPortOf(text: string, port: number): boolean {
  return Number(text) === port;
}

function isOff(text: string | undefined): boolean {
  return text === "false" || text === "0" || text === "off";
}

function pairOf(text: string): readonly [string, string] {
  const equals = text.indexOf("=");
  return equals < 0
    ? [decodePercent(text), "true"]
    : [decodePercent(text.slice(0, equals)), decodePercent(text.slice(equals + 1))];
}

/** An address alone, without a file around it. Never throws. */
export function importUrl(text: string): Imported {
  const reader = new ValueReader();
  const line = text.slice(0, Math.max(0, text.search(/\S/))).split("\n").length;
  const at = { key: "URL", value: text.trim(), line };
  const smtp = readSmtpUrl(at, reader);
  if (smtp === undefined) return { format: "url", accounts: [], notes: [note(line, "URL", REASON.unreadable)] };
  return { format: "url", accounts: [{ name: "mail", smtp }], notes: reader.notes };
}
