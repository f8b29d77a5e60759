import { say } from "../locale.ts";
import { AUTH_METHODS } from "./authMethods.ts";
import type { ConfigKey, Protocol } from "./configTypes.ts";
import { SECURITY_VALUES } from "./protocols.ts";

const TLS_VERSIONS = [
  { value: "TLSv1", doc: say("Obsolete and broken; receivers and auditors refuse it.") },
  { value: "TLSv1.1", doc: say("Obsolete and broken; receivers and auditors refuse it.") },
  { value: "TLSv1.2", doc: say("The oldest version that is still safe.") },
  { value: "TLSv1.3", doc: say("The newest version; some older servers do not offer it.") },
];

const AUTH_KEYS: readonly ConfigKey[] = [
  {
    name: "method",
    type: { kind: "choice", values: AUTH_METHODS },
    default: "plain",
    doc: say(
      "How the account proves who it is. This, not EHLO, authenticates the client: EHLO only greets and lists what the server can do.",
    ),
    reference: "RFC 4954 §4",
  },
  {
    name: "username",
    type: { kind: "text" },
    doc: say("The login name. Most providers want the whole mail address."),
    snippet: "${1:ops@example.com}",
  },
  {
    name: "password",
    type: { kind: "text", format: "secret" },
    doc: say(
      "A reference, never the password itself: `${env:NAME}` reads the environment, `${secret:name}` the editor's secret storage.",
    ),
    snippet: '"\\${env:${1:SMTP_PASSWORD}\\}"',
  },
  {
    name: "accessToken",
    type: { kind: "text", format: "secret" },
    doc: say("An OAuth 2.0 access token, as a reference. It is good for about an hour; a refresh token lasts."),
    snippet: '"\\${env:${1:ACCESS_TOKEN}\\}"',
    reference: "RFC 6749 §1.4",
  },
  {
    name: "clientId",
    type: { kind: "text" },
    doc: say("The OAuth 2.0 client identifier that the provider gave your application."),
    reference: "RFC 6749 §2.2",
  },
  {
    name: "clientSecret",
    type: { kind: "text", format: "secret" },
    doc: say("The OAuth 2.0 client secret, as a reference."),
    snippet: '"\\${env:${1:CLIENT_SECRET}\\}"',
    reference: "RFC 6749 §2.3.1",
  },
  {
    name: "refreshToken",
    type: { kind: "text", format: "secret" },
    doc: say("The OAuth 2.0 refresh token, as a reference: it fetches a new access token whenever one is needed."),
    snippet: '"\\${env:${1:REFRESH_TOKEN}\\}"',
    reference: "RFC 6749 §1.5",
  },
  {
    name: "accessUrl",
    type: { kind: "text", format: "url" },
    doc: say("Where access tokens are fetched: the provider's token endpoint."),
    snippet: "${1:https://oauth2.googleapis.com/token}",
    reference: "RFC 6749 §3.2",
  },
];

const TLS_KEYS: readonly ConfigKey[] = [
  {
    name: "minVersion",
    type: { kind: "choice", values: TLS_VERSIONS },
    default: "TLSv1.2",
    doc: say("The oldest TLS version that is accepted."),
    reference: "RFC 8996 §1",
  },
  {
    name: "servername",
    type: { kind: "text", format: "host" },
    doc: say("The name that the certificate must bear, where it is not `host`: for a tunnel or an address."),
    reference: "RFC 6066 §3",
  },
  {
    name: "rejectUnauthorized",
    type: { kind: "boolean" },
    default: "true",
    doc: say("Whether the certificate is checked. Without the check the password goes to anyone who answers."),
    reference: "RFC 8314 §5.1",
  },
  {
    name: "caFile",
    type: { kind: "text", format: "path" },
    doc: say(
      "The certificate (PEM) of a private authority to trust, relative to this file: the safe way for self-signed servers.",
    ),
    snippet: "${1:ca.pem}",
  },
];

const TIMEOUT_KEYS: readonly ConfigKey[] = [
  {
    name: "connection",
    type: { kind: "duration" },
    default: "10s",
    doc: say("How long to wait until the server takes the connection."),
  },
  {
    name: "greeting",
    type: { kind: "duration" },
    default: "10s",
    doc: say("How long to wait for the server's first line. A server that delays it on purpose is fending off spam."),
    reference: "RFC 5321 §4.5.3.2.1",
  },
  {
    name: "socket",
    type: { kind: "duration" },
    default: "60s",
    doc: say("How long nothing may come before the connection is given up."),
    reference: "RFC 5321 §4.5.3.2",
  },
];

const POOL_KEYS: readonly ConfigKey[] = [
  {
    name: "maxConnections",
    type: { kind: "integer", min: 1, max: 1000 },
    default: "5",
    doc: say("How many connections are open at once. Most providers allow 5 to 20."),
  },
  {
    name: "maxMessages",
    type: { kind: "integer", min: 1, max: 1_000_000 },
    default: "100",
    doc: say("How many mails go over one connection before a new one is made."),
  },
  {
    name: "ratePerSecond",
    type: { kind: "integer", min: 1, max: 100_000 },
    doc: say(
      "How many mails a second are sent at most. Servers answer 421 or 450 to those who go faster than allowed.",
    ),
  },
];

const COMMON_SERVER_KEYS: readonly ConfigKey[] = [
  {
    name: "auth",
    type: { kind: "mapping", keys: AUTH_KEYS },
    doc: say("How to log in. Without it nothing is sent to prove who you are, and submission servers refuse the mail."),
    snippet:
      '\n  method: ${1|plain,login,xoauth2|}\n  username: ${2:ops@example.com}\n  password: "\\${env:${3:SMTP_PASSWORD}\\}"',
    reference: "RFC 4954 §4",
  },
  {
    name: "tls",
    type: { kind: "mapping", keys: TLS_KEYS },
    doc: say("What is asked of the encrypted connection. The defaults are safe."),
    reference: "RFC 8314 §3",
  },
  {
    name: "timeouts",
    type: { kind: "mapping", keys: TIMEOUT_KEYS },
    doc: say("How long to wait for the server."),
  },
];

const SMTP_KEYS: readonly ConfigKey[] = [
  {
    name: "ehloName",
    type: { kind: "text", format: "host" },
    doc: say(
      "The name that greets the server after EHLO: the full name of this host. EHLO lists extensions, it does not authenticate.",
    ),
    snippet: "${1:mail.example.com}",
    reference: "RFC 5321 §4.1.1.1",
  },
  {
    name: "keepAlive",
    type: { kind: "duration" },
    doc: say(
      "After how much silence TCP asks whether the server is still there, so that firewalls keep the connection.",
    ),
    snippet: "${1:30s}",
  },
  {
    name: "pool",
    type: { kind: "mapping", keys: POOL_KEYS },
    doc: say("Keeps connections open for many mails. Mail has no HTTP/2: a pool is how it goes faster."),
    snippet: "{ maxConnections: ${1:5}, maxMessages: ${2:100} }",
  },
];

function serverKeys(protocol: Protocol, ports: string, own: readonly ConfigKey[]): readonly ConfigKey[] {
  return [
    {
      name: "host",
      type: { kind: "text", format: "host" },
      doc: say("The server's name alone: no scheme, no port. Known providers fill it in."),
      snippet: `\${1:${protocol}.example.com}`,
    },
    {
      name: "port",
      type: { kind: "integer", min: 1, max: 65535 },
      default: ports,
      doc: say(
        "The TCP port. It has to fit `security`: some ports expect TLS from the first byte, others begin in clear text.",
      ),
      reference: "RFC 8314 §7.3",
    },
    {
      name: "security",
      type: { kind: "choice", values: SECURITY_VALUES },
      default: "tls",
      doc: say("How the connection is encrypted: from the first byte (`tls`), after STARTTLS, or not at all."),
      reference: "RFC 8314 §3",
    },
    ...COMMON_SERVER_KEYS,
    ...own,
  ];
}

const FAILOVER: ConfigKey = {
  name: "failover",
  type: {
    kind: "list",
    item: { kind: "server", protocol: "smtp", keys: serverKeys("smtp", "465", SMTP_KEYS) },
  },
  doc: say(
    "Stand-by servers, tried in this order when the first one cannot be reached: other regions, a second relay.",
  ),
  snippet: '[ "smtps://${1:smtp.eu.example.com}" ]',
};

/** The keys of one account. */
export const ACCOUNT_KEYS: readonly ConfigKey[] = [
  {
    name: "provider",
    type: { kind: "provider" },
    doc: say("A known provider: it fills host, port and security, and they are checked against it."),
  },
  {
    name: "from",
    type: { kind: "text", format: "mailbox" },
    doc: say(
      "The sender that recipients see, with or without a name. Its domain is what SPF, DKIM and DMARC are checked for.",
    ),
    snippet: "${1:ops@example.com}",
    reference: "RFC 5322 §3.6.2",
  },
  {
    name: "smtp",
    type: { kind: "server", protocol: "smtp", keys: serverKeys("smtp", "465", [...SMTP_KEYS, FAILOVER]) },
    doc: say("The server that takes outgoing mail: a mapping, or an address such as `smtps://smtp.example.com`."),
    snippet: "\n  host: ${1:smtp.example.com}\n  port: ${2:465}\n  security: ${3|tls,starttls|}\n  $0",
    reference: "RFC 6409 §3",
  },
  {
    name: "imap",
    type: { kind: "server", protocol: "imap", keys: serverKeys("imap", "993", []) },
    doc: say(
      "The server that mail is read from and stays on: a mapping, or an address such as `imaps://imap.example.com`.",
    ),
    snippet: "{ host: ${1:imap.example.com}, port: 993, security: tls }",
    reference: "RFC 9051 §1",
  },
  {
    name: "pop3",
    type: { kind: "server", protocol: "pop3", keys: serverKeys("pop3", "995", []) },
    doc: say("The server that mail is fetched from: a mapping, or an address such as `pop3s://pop.example.com`."),
    snippet: "pop3s://${1:pop.example.com}",
    reference: "RFC 1939 §1",
  },
];
