import type { SecretKey } from "../import/settings.ts";
import type { AccountInfo, AuthInfo, ServerInfo, Written } from "../model/account.ts";
import type { Export, ExportContext } from "./target.ts";
import { hasLogin, inOneLine, variableFor } from "./values.ts";

/** A member of an object: its value is code. */
type Member = readonly [key: string, code: string | undefined];

/** A module that makes the transport (nodemailer.com/smtp); secrets come from the environment. */
export const exportNodemailer: Export = (account, { t }) => {
  const { smtp } = account;
  if (smtp === undefined)
    return { refused: t("The account `{account}` has no SMTP server.", { account: account.name }) };
  const caFile = smtp.tls.caFile?.value;
  const defaults = account.from === undefined ? [] : [`  { from: ${code(account.from.value)} },`];
  const lines = [
    ...comments(account, t),
    'import nodemailer from "nodemailer";',
    ...(caFile === undefined ? [] : ['import { readFileSync } from "node:fs";']),
    "",
    "export const transport = nodemailer.createTransport(",
    "  {",
    ...options(account, smtp).flatMap(([key, value]) => (value === undefined ? [] : [`    ${key}: ${value},`])),
    "  },",
    ...defaults,
    ");",
  ];
  return { text: `${lines.join("\n")}\n`, fileName: "transport.mjs", language: "javascript" };
};

function comments({ name, failover }: AccountInfo, t: ExportContext["t"]): string[] {
  const title = t("The account `{account}`. Secrets are read from the environment.", { account: inOneLine(name) });
  const lost = failover.length === 0 ? [] : [t("Stand-by servers are not kept: nodemailer knows one server.")];
  return [title, ...lost].map((it) => `// ${it}`);
}

function options(account: AccountInfo, server: ServerInfo): readonly Member[] {
  const { host, port, security, ehloName, timeouts, auth } = server;
  return [
    ["host", host && code(host.value)],
    ["port", String(port.value)],
    ["secure", String(security.value === "tls")],
    ["requireTLS", security.value === "starttls" ? "true" : undefined],
    ["ignoreTLS", security.value === "none" ? "true" : undefined],
    ["name", ehloName && code(ehloName.value)],
    ["authMethod", methodOf(auth)],
    ["auth", auth && hasLogin(server) ? object(login(account, auth)) : undefined],
    ["tls", object(tlsOf(server))],
    ["connectionTimeout", timeouts.connection && String(timeouts.connection.value)],
    ["greetingTimeout", timeouts.greeting && String(timeouts.greeting.value)],
    ["socketTimeout", timeouts.socket && String(timeouts.socket.value)],
    ...poolOf(server),
  ];
}

/** `plain` is what nodemailer takes first by itself. */
function methodOf(auth: AuthInfo | undefined): string | undefined {
  const method = auth?.method.value;
  return method === "login" || method === "cram-md5" ? code(method.toUpperCase()) : undefined;
}

function login(account: AccountInfo, auth: AuthInfo): readonly Member[] {
  const secret = (key: SecretKey, written: Written<string> | undefined) =>
    written && `process.env.${variableFor(account, "smtp", key, written)}`;
  const user = auth.username && code(auth.username.value);
  if (auth.method.value !== "xoauth2")
    return [
      ["user", user],
      ["pass", secret("password", auth.password)],
    ];
  return [
    ["type", '"OAuth2"'],
    ["user", user],
    ["accessToken", secret("accessToken", auth.accessToken)],
    ["clientId", auth.clientId && code(auth.clientId.value)],
    ["clientSecret", secret("clientSecret", auth.clientSecret)],
    ["refreshToken", secret("refreshToken", auth.refreshToken)],
    ["accessUrl", auth.accessUrl && code(auth.accessUrl.value)],
  ];
}

function tlsOf({ tls }: ServerInfo): readonly Member[] {
  return [
    ["minVersion", tls.minVersion && code(tls.minVersion.value)],
    ["servername", tls.servername && code(tls.servername.value)],
    ["rejectUnauthorized", tls.rejectUnauthorized?.value === false ? "false" : undefined],
    ["ca", tls.caFile && `readFileSync(${code(tls.caFile.value)})`],
  ];
}

function poolOf({ pool }: ServerInfo): readonly Member[] {
  if (pool === undefined) return [];
  const { maxConnections, maxMessages, ratePerSecond } = pool;
  return [
    ["pool", "true"],
    ["maxConnections", maxConnections && String(maxConnections.value)],
    ["maxMessages", maxMessages && String(maxMessages.value)],
    ["rateDelta", ratePerSecond && "1000"],
    ["rateLimit", ratePerSecond && String(ratePerSecond.value)],
  ];
}

/** On one line; nothing for an object without members. */
function object(members: readonly Member[]): string | undefined {
  const written = members.flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]));
  return written.length === 0 ? undefined : `{ ${written.join(", ")} }`;
}

const REFERENCE = /\$\{env:([A-Za-z_]\w*)\}/g;

/** A string literal; references become variables, between them the text stays. */
function code(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const found of text.matchAll(REFERENCE)) {
    if (found.index > at) pieces.push(literal(text.slice(at, found.index)));
    pieces.push(`process.env.${found[1]}`);
    at = found.index + found[0].length;
  }
  if (at < text.length || pieces.length === 0) pieces.push(literal(text.slice(at)));
  return pieces.join(" + ");
}

function literal(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (sign) => (sign === "\u2028" ? "\\u2028" : "\\u2029"));
}
