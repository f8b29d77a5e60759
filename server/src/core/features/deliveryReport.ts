/** What became of the mail to one recipient, as a bounce or a log tells it. */
export interface Delivery {
  /** `""` where the text does not name one. */
  readonly recipient: string;
  readonly action: DeliveryAction;
  /** The command that was refused (`RCPT TO`), where named; else `""`. */
  readonly command: string;
  /** What the server said, or what the sending program says of it. */
  readonly reply: string;
}

/** RFC 3464 §2.3.3. */
export type DeliveryAction = "failed" | "delayed" | "delivered" | "relayed" | "expanded";

/** Longer texts are cut: a report stands before the mail that it returns. */
const MAX_LENGTH = 200_000;
const MAX_DELIVERIES = 50;

/**
 * Reads the deliveries that a text tells of: a delivery status notification (RFC 3464), lines of the logs of Postfix,
 * Exim and Sendmail, or a bounce in the words of Postfix or qmail.
 *
 * @returns empty where it is none of these; a lone reply then explains itself
 */
export function readDeliveries(text: string): readonly Delivery[] {
  const unfolded = unfold(text.slice(0, MAX_LENGTH));
  for (const read of [readStatusFields, readLog, readBounceText]) {
    const found = read(unfolded);
    if (found.length > 0) return found.slice(0, MAX_DELIVERIES);
  }
  return [];
}

/** Continuation lines of header fields joined with theirs (RFC 5322 §2.2.3); quoting of a forwarded mail taken off. */
function unfold(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:> ?)+/gm, "")
    .replace(/\n[ \t]+(?=\S)/g, " ");
}

/** An enhanced status code, and no part of an address. */
const STATUS = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/;

function readStatusFields(text: string): readonly Delivery[] {
  return text
    .split(/\n[ \t]*\n/)
    .filter((group) => /^Final-Recipient[ \t]*:/im.test(group))
    .map((group) => {
      const field = (name: string) => new RegExp(`^${name}[ \\t]*:(.*)$`, "im").exec(group)?.[1]?.trim() ?? "";
      const diagnostic = withoutType(field("Diagnostic-Code"));
      const status = STATUS.exec(field("Status"))?.[0] ?? "";
      return {
        recipient: withoutType(field("Original-Recipient") || field("Final-Recipient")).replace(/^<|>$/g, ""),
        action: actionOf(field("Action"), status),
        command: commandIn(diagnostic),
        reply: STATUS.test(diagnostic) ? diagnostic : `${status} ${diagnostic}`.trim(),
      };
    });
}

/** `smtp; 550 …`, `rfc822; a@example.com`: RFC 3464 §2.3.2, §2.3.6. */
function withoutType(value: string): string {
  return value.replace(/^[A-Za-z0-9-]{1,30}[ \t]*;[ \t]*/, "");
}

function actionOf(action: string, status: string): DeliveryAction {
  const named = /^(?:failed|delayed|delivered|relayed|expanded)/i.exec(action)?.[0]?.toLowerCase();
  if (named !== undefined) return named as DeliveryAction;
  if (status.startsWith("2")) return "delivered";
  return status.startsWith("4") ? "delayed" : "failed";
}

const POSTFIX =
  /\bto=<(?<to>[^>\n]{1,320})>.*?\bstatus=(?<status>bounced|deferred|sent|expired|undeliverable)\b(?<reply>.*)$/i;
const SENDMAIL = /\bto=<?(?<to>[^>,\n]{1,320})>?,.*?\bdsn=(?<dsn>[\d.]+),.*?\bstat=(?<reply>.*)$/i;
const EXIM = /^(?:[\d-]+ [\d:.]+ )?(?:\[\d+\] )?\S{16,23} (?<mark>\*\*|==|=>|->) (?<to>\S{1,320})(?<reply>.*)$/;

function readLog(text: string): readonly Delivery[] {
  return text.split("\n").flatMap((line) => {
    const found = (POSTFIX.exec(line) ?? SENDMAIL.exec(line) ?? EXIM.exec(line))?.groups;
    if (found === undefined) return [];
    const { to = "", status, mark, dsn = /\bdsn=([\d.]+)/.exec(line)?.[1] ?? "", reply = "" } = found;
    return [
      {
        recipient: to,
        action: logAction(status ?? mark ?? "", dsn),
        command: commandIn(reply),
        reply: said(reply, dsn),
      },
    ];
  });
}

function logAction(status: string, dsn: string): DeliveryAction {
  if (/^(?:bounced|expired|undeliverable|\*\*)$/i.test(status)) return "failed";
  if (/^(?:deferred|==)$/i.test(status)) return "delayed";
  if (/^(?:sent|=>|->)$/i.test(status)) return "relayed";
  return actionOf("", dsn);
}

/** A log has its own status beside what the server said; where the server said nothing, that is all there is. */
function said(reply: string, dsn: string): string {
  const own = reply.trim();
  return /\b[245]\d\d[ -]/.test(own) || dsn === "" ? own : `${dsn} ${own}`;
}

const BOUNCE = /^<(?<to>[^>\s]{1,320})>[:,]?[ \t\n](?<reply>.*(?:\n(?!\n|<).*){0,20})/gm;

/** “<a@example.com>: host mx said: 550 …” of Postfix; the address alone, then “Remote host said: 550 …” of qmail. */
function readBounceText(text: string): readonly Delivery[] {
  return Array.from(text.matchAll(BOUNCE)).flatMap(({ groups }) => {
    const { to = "", reply = "" } = groups ?? {};
    if (!/\bsaid:|\b[45]\d\d[ -]|[45]\.\d+\.\d+/.test(reply)) return [];
    const action: DeliveryAction = /\b5\d\d\b|\b5\.\d+\.\d+|gave up|permanent/i.test(reply) ? "failed" : "delayed";
    return [{ recipient: to, action, command: commandIn(reply), reply: reply.trim() }];
  });
}

/** “(in reply to RCPT TO command)” of Postfix, “after RCPT TO:<…>” of Exim, “while …” of others. */
function commandIn(reply: string): string {
  const named =
    /(?:in reply to|after|while sending|response to) (?:end of )?(MAIL FROM|RCPT TO|DATA|EHLO|HELO|AUTH|STARTTLS)/i;
  return named.exec(reply)?.[1]?.toUpperCase() ?? "";
}
