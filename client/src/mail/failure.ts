import type { Part } from "../../../server/src/core/facts/replyFact.ts";
import { type Explanation, explainReply } from "../../../server/src/core/features/explain.ts";
import type { Translate } from "../../../server/src/core/locale.ts";
import { redact } from "../../../server/src/core/redact.ts";
import type { Range } from "../../../server/src/core/text/span.ts";
import type { AccountInfo, ServerInfo } from "./account.ts";
import { decodeReply } from "./decodeReply.ts";
import { addressOf } from "./server.ts";
import { secretForms } from "./transcript.ts";

/** Why a mail was not taken, for a person. */
export interface Failure {
  /** What the server or the network said, redacted. */
  readonly reply: string;
  /** Absent where nothing is known about it. */
  readonly explanation: Explanation | undefined;
  /** What to look at in the config. */
  readonly place: Range;
  readonly part: Part;
  /** The server was not reached, or refuses for the moment: another one may take the mail. */
  readonly isUnreached: boolean;
  /** The whole message went out and no reply came: the server may have taken it, and it must not be sent again unasked. */
  readonly isUndecided: boolean;
}

/**
 * Thrown for what broke off between the last dot of a message and the reply to it. Whether the server has taken the message
 * nobody can tell then (RFC 1047, RFC 5321 §4.2.5).
 */
export class LostReply extends Error {
  constructor(cause: unknown) {
    super("Reply to the message lost", { cause });
  }
}

/** What is read of an error; nodemailer's and Node's have these. */
interface TransportError {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly timeoutType?: unknown;
  readonly command?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
  readonly errors?: unknown;
}

export function explainFailure(
  error: unknown,
  account: AccountInfo,
  server: ServerInfo,
  secrets: readonly string[],
  t: Translate,
): Failure {
  const isUndecided = error instanceof LostReply;
  const raised = isUndecided ? error.cause : error;
  const parts: TransportError = typeof raised === "object" && raised !== null ? raised : { message: raised };
  const response = typeof parts.response === "string" ? decodeReply(parts.response) : "";
  const message = textOf(parts.message);
  const command = textOf(parts.command);
  const said = isUndecided ? error.message : whatWasSaid(parts, response, command, server);
  const explanation = explainReply(said, t, { command });
  const part = partOf(explanation?.part ?? "none", parts, server);
  const isOurs = parts.code === "EDIALOGUE";
  const reply = response || (isOurs ? "" : [textOf(parts.originalCode), message].filter((it) => it !== "").join(" "));
  const shown = clip(redact(reply, secretForms(secrets)));
  const isUnreached = parts.code !== "EAUTH" && (response === "" ? UNREACHED.test(said) : response.startsWith("4"));
  const place = placeOf(part, account, server);
  return { reply: shown, explanation, part, place, isUnreached: isUnreached && !isUndecided, isUndecided };
}

/** A refused STARTTLS is no matter of the digits: the mail is held back, whatever they are. */
function whatWasSaid(parts: TransportError, response: string, command: string, server: ServerInfo): string {
  const { protocol, security } = server;
  const named = (text: string) => (protocol === "smtp" ? text : `${protocol.toUpperCase()}: ${text}`);
  if (parts.code === "EDIALOGUE") return named(textOf(parts.message));
  // An answer that begins with no digits, or that would be right elsewhere.
  if (protocol === "smtp" && response !== "" && !/^[2-5]\d\d/.test(response)) return "Line without a reply code";
  if (protocol === "smtp" && /^[23]/.test(response)) return "Unexpected reply code";
  const isRefusal = /^(?:STARTTLS|STLS)$/.test(command) && !/^454/.test(response);
  if (isRefusal) return named("upgrading connection with STARTTLS");
  if (response !== "") return named(response);
  const inner = Array.isArray(parts.errors) ? parts.errors.map((it) => textOf(it?.code)) : [];
  const said = [parts.originalCode, parts.timeoutType, parts.message, ...inner, parts.code].map(textOf).join(" ");
  return security.value === "starttls" && NO_TLS.test(said) ? "STARTTLS then cleartext" : named(said);
}

/** What OpenSSL says of bytes that are no TLS. */
const NO_TLS = /wrong version number|packet length too long|unexpected message/i;
/** Errors of DNS, of the network and of a server that is gone; none of TLS, where it matters who answers. */
const UNREACHED =
  /\b(?:ETIMEDOUT|ETIMEOUT|ECONNREFUSED|ECONNRESET|ECONNECTION|EPIPE|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|ENOTFOUND|ENODATA|EAI_AGAIN|EDNS)\b|closed unexpectedly/;
/** A message box holds no more. */
const LONGEST_REPLY = 600;

function clip(text: string): string {
  return text.length > LONGEST_REPLY ? `${text.slice(0, LONGEST_REPLY)}…` : text;
}

/** A server that waits for TLS keeps silent when it is spoken to in cleartext. */
function partOf(part: Part, { timeoutType }: TransportError, server: ServerInfo): Part {
  const isSilent = timeoutType === "GREETING_TIMEOUT" && server.security.value !== "tls";
  return isSilent && server.port.value === 465 ? "security" : part;
}

/** The text in the config that a part is decided by, or the nearest one. */
export function placeOf(part: Part, account: AccountInfo, server: ServerInfo): Range {
  const { host, port, security, auth, tls, timeouts } = server;
  const start = host?.range ?? server.range;
  const places: Record<Part, Range | undefined> = {
    host: start,
    port: port.range,
    security: security.range,
    certificate: (tls.caFile ?? tls.rejectUnauthorized ?? tls.servername)?.range,
    username: auth?.username?.range ?? auth?.range,
    password: (auth?.password ?? auth?.accessToken ?? auth?.refreshToken)?.range ?? auth?.range,
    authMethod: auth?.method.range,
    ehloName: server.ehloName?.range,
    from: account.from?.range ?? account.nameRange,
    to: account.test.to?.range ?? account.nameRange,
    message: (account.test.text ?? account.test.subject)?.range ?? account.nameRange,
    timeouts: (timeouts.greeting ?? timeouts.connection ?? timeouts.socket)?.range,
    rate: undefined,
    none: undefined,
  };
  return places[part] ?? start;
}

/** Whether a server answered, rightly or not. */
export function hasReply(error: unknown): boolean {
  return typeof error === "object" && error !== null && "response" in error && Boolean(error.response);
}

/** What is said before the reasons. */
export function failureHead({ isUndecided }: Failure, server: ServerInfo, t: Translate): string {
  const host = addressOf(server);
  return isUndecided
    ? t("It is not known whether {host} took the mail.", { host })
    : t("{host} did not take the mail.", { host });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
