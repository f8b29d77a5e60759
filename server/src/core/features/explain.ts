import { ENHANCED_CODES } from "../facts/enhancedCodes.ts";
import { NETWORK_TEXTS } from "../facts/networkTexts.ts";
import { AT_COMMAND, CLASSES, REPLIES } from "../facts/replies.ts";
import type { Fault, Part, ReplyFact } from "../facts/replyFact.ts";
import { SERVER_TEXTS, WEAK_TEXTS } from "../facts/replyTexts.ts";
import { say, type Translate } from "../locale.ts";

/** What a reply means, in the user's language. */
export interface Explanation {
  /** `535 5.7.8`, or what of it the text holds; `""` for an error that is no reply. */
  readonly code: string;
  readonly what: string;
  /** Whose turn it is. */
  readonly whose: string;
  readonly next: string;
  /** The part of the configuration that it speaks of. */
  readonly part: Part;
  /** The section that decides, or whose words these are. */
  readonly source: string;
  /** Whether the same mail may pass later (RFC 5321 §4.2.1). */
  readonly isTemporary: boolean;
}

export interface ExplainOptions {
  /** What was answered, where known: `RCPT TO`, `AUTH PLAIN`. */
  readonly command?: string;
}

const WHOSE: Readonly<Record<Fault, string>> = {
  sender: say("It lies with the sender: this configuration or this mail."),
  server: say("It lies with the sending server."),
  receiver: say("It lies with the receiving server."),
  recipient: say("It lies with the recipient's address or mailbox."),
  network: say("It lies with the network between."),
  reputation: say("It lies with the sender's domain or reputation: DNS records, block lists, or content."),
  nobody: say("Nothing is wrong."),
};

/** Codes that say less than the three digits before them. */
const VAGUE = /^(?:\d\.0|5\.[124]|7\.[01])$/;
/** Longer texts are clipped: what matters stands in the first lines. */
const MAX_LENGTH = 4000;

/**
 * Explains a reply of SMTP, a log line, a bounce's diagnostic code or an error of Node, OpenSSL or nodemailer.
 *
 * @returns `undefined` where nothing is recognised in the text
 */
export function explainReply(
  text: string,
  t: Translate,
  { command = "" }: ExplainOptions = {},
): Explanation | undefined {
  const shown = text.slice(0, MAX_LENGTH).trim();
  const reply = replyIn(shown);
  const found = factOf(shown, reply);
  if (found === undefined) return undefined;
  const at = AT_COMMAND.find(([code, pattern]) => code.test(reply?.basic ?? "") && pattern.test(command));
  return {
    code: reply === undefined ? "" : [reply.basic, reply.enhanced].filter((it) => it !== "").join(" "),
    what: t(found.what),
    whose: t(WHOSE[found.fault]),
    next: t(found.next),
    part: at?.[2] ?? found.part,
    source: found.source,
    isTemporary: reply !== undefined && classOf(reply) === "4",
  };
}

function factOf(text: string, reply: Reply | undefined): ReplyFact | undefined {
  if (reply === undefined) return match(NETWORK_TEXTS, text) ?? match(SERVER_TEXTS, text) ?? match(WEAK_TEXTS, text);
  const refusal = /^[23]/.test(classOf(reply)) ? "" : text;
  const [, detail = ""] = reply.enhanced.match(/^\d\.(.+)$/) ?? [];
  const basic = REPLIES[reply.basic];
  const enhanced = ENHANCED_CODES.get(detail);
  const isPrecise = enhanced !== undefined && !isVague(detail, reply);
  return (
    match(SERVER_TEXTS, refusal) ??
    (isPrecise && detail !== "7.1" ? enhanced : undefined) ??
    // “Mailbox unavailable” of a 450 means busy, not missing.
    match(WEAK_TEXTS, classOf(reply) === "4" ? refusal.replace(/mailbox unavailable/gi, "") : refusal) ??
    (isPrecise ? enhanced : undefined) ??
    basic ??
    enhanced ??
    CLASSES[classOf(reply)]
  );
}

function isVague(detail: string, { basic, enhanced }: Reply): boolean {
  if (detail === "7.1" && /^55[04]$/.test(basic) && enhanced.startsWith("5")) return false;
  return VAGUE.test(detail);
}

function match(table: readonly (readonly [RegExp, ReplyFact])[], text: string): ReplyFact | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

interface Reply {
  /** Three digits, or `""`. */
  readonly basic: string;
  /** `5.7.8`, or `""`. */
  readonly enhanced: string;
}

function classOf({ basic, enhanced }: Reply): string {
  return (basic || enhanced).slice(0, 1);
}

/** At the start of a line, or after what log writers put before it. */
const REPLY =
  /(?:^|[\n:;=("'[<#\]]|\b(?:error|code|reply|status|got|received|said|SMTP)|错误|代码|码)[ \t]*([45][0-35]\d)(?=[ \t\n\-,)"'\]>:]|$)(?![ \t]?m?s\b)/i;
const SUCCESS = /^[ \t]*([23][0-35]\d)(?=[ \t-]|$)/;
const ENHANCED = /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/;
const LONE = /(?:^|\s)([45][0-35]\d)(?=\s|[-,]|$)/;

function replyIn(text: string): Reply | undefined {
  const enhanced = ENHANCED.exec(text)?.[1] ?? "";
  const basic = REPLY.exec(text)?.[1] ?? SUCCESS.exec(text)?.[1] ?? "";
  if (basic !== "" || enhanced !== "") return { basic, enhanced };
  if (match(NETWORK_TEXTS, text) !== undefined) return undefined;
  const lone = LONE.exec(text)?.[1];
  return lone === undefined ? undefined : { basic: lone, enhanced: "" };
}
