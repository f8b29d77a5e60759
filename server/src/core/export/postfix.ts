import type { AccountInfo, ServerInfo } from "../model/account.ts";
import { shellWord } from "../text/shellWord.ts";
import type { Export, ExportContext } from "./target.ts";
import { hasLogin, hostOf, inOneLine, inSeconds, loginVariable, usernameOf } from "./values.ts";

const PASSWORDS = "/etc/postfix/sasl_passwd";
const AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";

/** The lines of `main.cf` for a relay (postconf(5)), and how its password gets into its place. */
export const exportPostfix: Export = (account, { t }) => {
  const { smtp } = account;
  if (smtp === undefined || hostOf(smtp) === "") {
    return { refused: t("The account `{account}` has no SMTP server.", { account: account.name }) };
  }
  const lines = [
    comment(t("Relay through the account `{account}`: lines for main.cf.", { account: inOneLine(account.name) })),
    ...lost(account, smtp, t).map(comment),
    parameter("relayhost", relaysOf(account, smtp).map(nexthop).join(", ")),
    ...security(smtp, t),
    ...(hasLogin(smtp) ? login(account, smtp, t) : []),
    ...more(smtp),
  ];
  return { text: `${lines.join("\n")}\n`, fileName: "main.cf", language: "properties" };
};

function comment(text: string): string {
  return `# ${text}`;
}

function lost(account: AccountInfo, smtp: ServerInfo, t: ExportContext["t"]): readonly string[] {
  const { pool, auth } = smtp;
  const relays = relaysOf(account, smtp);
  return [
    ...(relays.length > 1 ? [t("Several relays need Postfix 3.5 or later.")] : []),
    ...(relays.length <= account.failover.length ? [t("Stand-by servers with another encryption are not kept.")] : []),
    ...(pool?.ratePerSecond === undefined ? [] : [t("The limit of mails a second is not kept.")]),
    ...(auth?.method.value === "xoauth2" ? [t("XOAUTH2 needs a SASL plug-in; Postfix has none of its own.")] : []),
  ];
}

/** Postfix has one way to encrypt for all of them. */
function relaysOf({ failover }: AccountInfo, smtp: ServerInfo): readonly ServerInfo[] {
  return [smtp, ...failover.filter((it) => hostOf(it) !== "" && it.security.value === smtp.security.value)];
}

/** Brackets: the host itself, not its MX. */
function nexthop(server: ServerInfo): string {
  return `[${hostOf(server).replace(/[[\],\s]/g, "")}]:${server.port.value}`;
}

function security({ security: { value }, tls, host }: ServerInfo, t: ExportContext["t"]): readonly string[] {
  if (value === "none") return [parameter("smtp_tls_security_level", "none")];
  const isChecked = tls.rejectUnauthorized?.value !== false;
  const name = tls.servername?.value ?? "";
  const own =
    tls.caFile === undefined
      ? []
      : [comment(t("Copy {file} there, and write its path.", { file: inOneLine(tls.caFile.value) }))];
  return [
    ...(value === "tls" ? [parameter("smtp_tls_wrappermode", "yes")] : []),
    parameter("smtp_tls_security_level", isChecked ? "secure" : "encrypt"),
    ...(isChecked && name !== "" && name !== host?.value ? [parameter("smtp_tls_secure_cert_match", name)] : []),
    ...(isChecked ? [...own, parameter("smtp_tls_CAfile", AUTHORITIES)] : []),
    ...(tls.minVersion === undefined ? [] : [parameter("smtp_tls_mandatory_protocols", `>=${tls.minVersion.value}`)]),
  ];
}

function login(account: AccountInfo, smtp: ServerInfo, t: ExportContext["t"]): readonly string[] {
  const { auth } = smtp;
  const words = [shellWord(usernameOf(account, smtp)), `"$${loginVariable(account, smtp) ?? "PASSWORD"}"`].join(" ");
  const entries = relaysOf(account, smtp).map((it) => `printf '%s %s:%s\\n' ${shellWord(nexthop(it))} ${words}`);
  return [
    parameter("smtp_sasl_auth_enable", "yes"),
    parameter("smtp_sasl_password_maps", `hash:${PASSWORDS}`),
    // The default refuses PLAIN, which is fine inside TLS.
    parameter("smtp_sasl_security_options", "noanonymous"),
    parameter("smtp_sasl_tls_security_options", "noanonymous"),
    ...(auth === undefined || auth.method.value === "plain"
      ? []
      : [parameter("smtp_sasl_mechanism_filter", auth.method.value)]),
    comment(t("User name and password stand in {file}. As root, with the variable set:", { file: PASSWORDS })),
    comment(`  (umask 077; { ${entries.join("; ")}; } >> ${PASSWORDS})`),
    comment(`  postmap ${PASSWORDS}`),
  ];
}

function more({ ehloName, timeouts, pool }: ServerInfo): readonly string[] {
  const { connection, greeting } = timeouts;
  return [
    ...(ehloName === undefined ? [] : [parameter("smtp_helo_name", ehloName.value)]),
    ...(connection === undefined ? [] : [parameter("smtp_connect_timeout", `${inSeconds(connection.value)}s`)]),
    ...(greeting === undefined ? [] : [parameter("smtp_helo_timeout", `${inSeconds(greeting.value)}s`)]),
    ...(pool?.maxConnections === undefined
      ? []
      : [parameter("smtp_destination_concurrency_limit", String(pool.maxConnections.value))]),
  ];
}

/** A `$` would begin the name of another parameter. */
function parameter(name: string, value: string): string {
  return `${name} = ${inOneLine(value).trim().replaceAll("$", "$$$$")}`;
}
