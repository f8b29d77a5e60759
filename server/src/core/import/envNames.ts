import type { Sourced } from "./values.ts";

/** What a variable says about a mail server. */
export type EnvField =
  | "host"
  | "port"
  | "username"
  | "password"
  | "from"
  | "fromName"
  | "fromDomain"
  | "security"
  | "isTls"
  | "isStartTls"
  | "isVerified"
  | "method"
  | "ehloName"
  | "timeout"
  | "address"
  | "driver"
  | "service"
  | "caFile"
  | "accessToken"
  | "clientId"
  | "clientSecret"
  | "refreshToken";

/** The variables that say something about one server. */
export type EnvFields = Map<EnvField, Sourced>;

/** `""` where none says it. */
export function textOf(fields: EnvFields | undefined, field: EnvField): string {
  return fields?.get(field)?.value ?? "";
}

/** A variable's name taken apart. */
export interface EnvName {
  /** What stands before: `MARKETING` of `MARKETING_SMTP_HOST`; `""` for the usual names. */
  readonly group: string;
  /** `SMTP`, `MAIL`, `EMAIL`: two of them in one file may be two servers, or say each a part of one. */
  readonly family: string;
  readonly protocol: "smtp" | "imap" | "pop3";
  readonly field: EnvField;
}

/**
 * Names behind `SMTP_`, `MAIL_`, `EMAIL_` and their like, as Laravel, Django, Rails, Mastodon, Nextcloud, WordPress
 * (Bitnami, WP Mail SMTP), Ghost, Gitea, Grafana, Vaultwarden, GitLab and Symfony use them. `__` counts as `_`.
 */
const FIELDS: Readonly<Record<string, EnvField>> = {
  ...names(
    "host",
    "HOST HOSTNAME SERVER ADDR SMTP_ADDR SMTP_HOST SMTP_SERVER SMTPHOST RELAY RELAY_HOST SERVER_HOST SERVER_NAME",
  ),
  ...names("port", "PORT SMTP_PORT SMTPPORT SERVER_PORT"),
  ...names(
    "username",
    "USER USERNAME USER_NAME LOGIN NAME ACCOUNT HOST_USER AUTH_USER AUTH_USERNAME SMTP_USER SMTP_USERNAME SMTPNAME USERID",
  ),
  ...names(
    "password",
    "PASS PASSWORD PASSWD PWD HOST_PASSWORD AUTH_PASS AUTH_PASSWORD SMTP_PASS SMTP_PASSWORD SMTPPASSWORD USER_PASSWORD SECRET AUTH_CODE APP_PASSWORD API_KEY KEY TOKEN",
  ),
  ...names(
    "from",
    "FROM FROM_ADDRESS FROM_EMAIL FROM_MAIL FROM_ADDR SENDER SENDER_ADDRESS SENDER_EMAIL DEFAULT_FROM DEFAULT_SENDER DEFAULT_FROM_EMAIL REPLY_FROM",
  ),
  ...names("fromName", "FROM_NAME SENDER_NAME FROMNAME"),
  ...names("fromDomain", "MAIL_DOMAIN FROM_DOMAIN"),
  ...names(
    "security",
    "ENCRYPTION SECURITY SECURE SCHEME PROTOCOL SSL_MODE TLS_MODE CONNECTION_SECURITY SMTPSECURE SMTP_SECURE STARTTLS_POLICY SECURE_CONNECTION ENCRYPTION_TYPE",
  ),
  ...names("isTls", "SSL USE_SSL SSL_ENABLED ENABLE_SSL FORCE_SSL IMPLICIT_TLS IMPLICITTLS"),
  ...names(
    "isStartTls",
    "TLS USE_TLS STARTTLS USE_STARTTLS ENABLE_STARTTLS ENABLE_STARTTLS_AUTO STARTTLS_AUTO TLS_ENABLED ENABLE_TLS REQUIRE_TLS REQUIRETLS FORCE_TLS STARTTLS_ENABLE AUTOTLS",
  ),
  ...names(
    "isVerified",
    "TLS_REJECT_UNAUTHORIZED REJECT_UNAUTHORIZED VERIFY_PEER VERIFY_SSL TLS_VERIFY SSL_VERIFY OPENSSL_VERIFY_MODE SKIP_VERIFY TLS_SKIP_VERIFY IGNORE_TLS_ERRORS ACCEPT_INVALID_CERTS FORCE_TRUST_SERVER_CERT",
  ),
  ...names("method", "AUTH_METHOD AUTHENTICATION AUTHTYPE AUTH_TYPE AUTH_MECHANISM AUTHMETHOD SMTPAUTHTYPE"),
  ...names(
    "ehloName",
    "DOMAIN EHLO_DOMAIN EHLO_NAME HELO HELO_NAME HELO_DOMAIN HELO_HOSTNAME LOCAL_DOMAIN EHLO_IDENTITY EHLO",
  ),
  ...names("timeout", "TIMEOUT CONNECTION_TIMEOUT"),
  ...names("address", "URL URI DSN CONNECTION_STRING CONNECTION_URL"),
  ...names("driver", "MAILER DRIVER BACKEND TRANSPORT MODE SMTPMODE DELIVERY_METHOD EMAIL_BACKEND"),
  ...names("service", "SERVICE PROVIDER"),
  ...names("caFile", "CA_FILE CAFILE CA_CERT TLS_CA SSL_CA_FILE"),
  ...names("accessToken", "ACCESS_TOKEN OAUTH_ACCESS_TOKEN"),
  ...names("clientId", "CLIENT_ID OAUTH_CLIENT_ID"),
  ...names("clientSecret", "CLIENT_SECRET OAUTH_CLIENT_SECRET"),
  ...names("refreshToken", "REFRESH_TOKEN OAUTH_REFRESH_TOKEN"),
};

/** The word that says that a variable is about mail, the longest ones first. */
const FAMILIES =
  /(?:^|_)(WORDPRESS_SMTP|WPMS_SMTP|WPMS_MAIL|MAILER|EMAIL|SMTP|MAIL|IMAP|POP3|POP|NODEMAILER|WPMS)_(.+)$/;
/** Words before the family that name a program, not an account. */
const PROGRAMS =
  /^(?:GITEA|FORGEJO|GF|DISCOURSE|DJANGO|AUTHENTIK|GITLAB|NEXTCLOUD|WORDPRESS|GHOST|APP|SPRING|VAULTWARDEN|PAPERLESS|MM|OUTLINE|STRAPI|CONFIG|ZABBIX|KC|SENTRY|REACT_APP|DEFAULT|MY)$/;

/** @returns `undefined` for a variable that is not about a mail server */
export function readEnvName(name: string): EnvName | undefined {
  const plain = name
    .toUpperCase()
    .replace(/[_.-]+/g, "_")
    .replace(/^_/, "")
    .slice(0, 200);
  if (plain === "DEFAULT_FROM_EMAIL" || plain === "SERVER_EMAIL") {
    return { group: "", family: "EMAIL", protocol: "smtp", field: "from" };
  }
  // Only the first family counts: in MAIL_SMTP_HOST the second word is part of what follows.
  const family = FAMILIES.exec(plain);
  if (family === null) return undefined;
  const [, word = "", rest = ""] = family;
  const field = fieldOf(word, rest.replace(/^OPTIONS_/, ""));
  if (field === undefined) return undefined;
  const before = plain.slice(0, family.index);
  const protocol = word === "IMAP" ? "imap" : word.startsWith("POP") ? "pop3" : "smtp";
  return { group: PROGRAMS.test(before) ? "" : before, family: word, protocol, field };
}

function fieldOf(word: string, rest: string): EnvField | undefined {
  // Rails calls the host SMTP_ADDRESS; for others MAIL_ADDRESS is the sender.
  if (rest === "ADDRESS") return word === "SMTP" ? "host" : "from";
  // Nextcloud puts MAIL_FROM_ADDRESS together with MAIL_DOMAIN.
  if (word === "MAIL" && rest === "DOMAIN") return "fromDomain";
  if (Object.hasOwn(FIELDS, rest)) return FIELDS[rest];
  const short = rest.replace(/^SMTP_?/, "");
  return Object.hasOwn(FIELDS, short) ? FIELDS[short] : undefined;
}

function names(field: EnvField, words: string): Record<string, EnvField> {
  return Object.fromEntries(words.split(" ").map((word) => [word, field]));
}

/** Whether a variable sounds as if it were about mail, so that leaving it out is told. */
export function soundsLikeMail(name: string): boolean {
  return !/ENABLED?$/i.test(name) && FAMILIES.test(name.toUpperCase().replace(/[_.-]+/g, "_"));
}
