import { portFact } from "../facts/ports.ts";
import type { Provider } from "../facts/providers.ts";
import type { Security } from "../model/account.ts";
import { type EnvFields, textOf } from "./envNames.ts";
import { REASON } from "./notes.ts";
import type { Sourced, ValueReader } from "./values.ts";

/** Words that frameworks have for it: in Laravel, Nextcloud and PHPMailer `tls` is STARTTLS and `ssl` TLS from the first byte. */
const SECURITY_WORDS: Readonly<Record<string, Security | "by port">> = {
  ssl: "tls",
  smtps: "tls",
  force_tls: "tls",
  implicit: "tls",
  tls: "starttls",
  starttls: "starttls",
  "smtp+starttls": "starttls",
  mandatorystarttls: "starttls",
  opportunisticstarttls: "starttls",
  none: "none",
  off: "none",
  never: "none",
  plain: "none",
  nostarttls: "none",
  smtp: "by port",
  auto: "by port",
};

const TRUE = /^(?:true|1|yes|on|always|required|enabled)$/i;
const FALSE = /^(?:false|0|no|off|never|none|disabled|null)$/i;

/**
 * Programs change to TLS where the server offers it, unless they are told not to: `secure=false` means that TLS does not
 * begin with the first byte. Only servers on this machine and catchers of test mail are taken for clear text.
 */
export function readSecurity(
  fields: EnvFields,
  port: number | undefined,
  provider: Provider | undefined,
  reader: ValueReader,
): Security | undefined {
  const isImplicit = port !== undefined && portFact(port)?.security === "tls";
  if (TRUE.test(textOf(fields, "isTls"))) return "tls";
  const written = fields.get("security");
  const word = written?.value.toLowerCase() ?? "";
  // Nodemailer's SMTP_SECURE is true or false: true is TLS from the first byte.
  if (TRUE.test(word)) return "tls";
  const known = Object.hasOwn(SECURITY_WORDS, word) ? SECURITY_WORDS[word] : undefined;
  // Many write `tls` beside 465 and mean it; the frameworks themselves then speak TLS from the first byte.
  if (known === "starttls" && isImplicit) return "tls";
  if (known !== undefined && known !== "by port") return known;
  if (word !== "" && known === undefined && !FALSE.test(word)) reader.drop(written, REASON.word);
  const start = textOf(fields, "isStartTls").toLowerCase();
  if (isImplicit) return "tls";
  if (TRUE.test(start) || start === "auto") return "starttls";
  if (FALSE.test(start) || isLocal(textOf(fields, "host"), port)) return "none";
  if (provider !== undefined && word === "") return undefined;
  if (word !== "") reader.drop(written, REASON.opportunistic);
  return "starttls";
}

/** Mailhog, Mailpit and their like listen on 1025; names without a dot are containers beside the program. */
function isLocal(host: string, port: number | undefined): boolean {
  const name = host.replace(/:\d+$/, "");
  return port === 1025 || /^(?:127(?:\.\d{1,3}){3}|\[?::1\]?|localhost|[\w-]+)$/i.test(name);
}

/** Whether a variable says that the certificate is not checked. */
export function isUnverified(at: Sourced | undefined): boolean {
  if (at === undefined) return false;
  const isSkip = /SKIP|IGNORE|ACCEPT|FORCE_TRUST/i.test(at.key);
  return isSkip ? TRUE.test(at.value) : FALSE.test(at.value);
}
