import type { ServerText } from "./meanings.ts";

/** What servers of any kind write; looked at after the vendors' own texts, the more certain words first. */
export const COMMON_TEXTS: readonly ServerText[] = [
  [any("null ?mx"), "RFC 7505 §4.2", "nullMx"],
  [any("5\\.7\\.26", "does not meet the (?:required )?authentication", "dmarc"), "RFC 7489 §10.3", "dmarc"],
  [any("\\bspf\\b.{0,60}(?:perm(?:anent )?error|too many dns|syntax|invalid record)"), "RFC 7208 §8.7", "spfBroken"],
  [
    any(
      "\\bspf\\b.{0,80}(?:fail|reject|deny|denied|please see|not (?:allowed|permitted|authori[sz]ed))",
      "not (?:allowed|permitted|authori[sz]ed|designated).{0,60}\\bspf\\b",
      "open-?spf\\.(?:org|net)",
    ),
    "RFC 7208 §8.4",
    "spf",
  ],
  [any("\\bdkim\\b.{0,60}(?:fail|invalid|reject|missing|not|bad)"), "RFC 6376 §6.1", "dkim"],
  [
    any(
      "over ?quota",
      "over (?:the |its )?(?:allowed |storage )?quota",
      "(?:mailbox|inbox|mail box|user|account) (?:is )?(?:over)?full",
      "(?:disk |mail)?quota (?:is |has been )?(?:exceed|full|reached)",
      "exceed(?:ed|s|ing)? (?:\\S{1,20} ){0,2}(?:mailbox|storage|disk|hard|soft) (?:quota|limit|space|size)",
      "quota exceed",
      "out of storage",
      "(?:insufficient|not enough|no) (?:mailbox )?(?:disk |storage )?(?:space|storage) (?:left |available )?(?:for|in|on)",
      "(?:box|mailbox) space not enough",
      "mailfolder is full|maildir .{0,20}over",
    ),
    "RFC 3463 (X.2.2)",
    "mailboxFull",
  ],
  [
    any(
      "(?:message|mail|file|body) (?:size |length )?(?:exceed|is too|too) ?(?:large|big|long|s|ed)?",
      "exceed(?:ed|s|ing)? (?:the |maximum |fixed )*(?:message |mail ?)?size",
      "size (?:limit|exceeds)",
      "larger than (?:the )?(?:maximum|allowed|current)",
    ),
    "RFC 1870",
    "tooLarge",
  ],
  [
    any(
      "(?:account|user|mailbox|recipient|address) (?:\\S{1,80} )?(?:has been |is |was )?(?:temporarily )?(?:disabled|suspended|deactivated|inactive|locked|expired|closed|frozen)",
      "no longer (?:in use|active|valid|available|on (?:this )?server|accept|works|used)",
      "(?:inactive|disabled|expired|dormant|suspended) (?:user|account|mailbox|recipient|address)",
    ),
    "RFC 3463 (X.2.1)",
    "mailboxOff",
  ],
  [
    any("virus|malware|trojan|phish|infected|ransomware", "potentially executable", "dangerous (?:file|attachment)"),
    "ClamAV and others",
    "dangerous",
  ],
  [
    any(
      "(?:attachment|file type|file extension|extension) .{0,60}(?:not allowed|blocked|banned|prohibited|rejected)",
      "banned (?:file|extension)",
    ),
    "RFC 5321 §4.2.3",
    "attachment",
  ],
  [
    any(
      "duplicate header|multiple (?:from|subject|date)",
      "missing (?:from|date|message-id|required) ?header",
      "header.{0,30}(?:missing|invalid|malformed|required)",
      "(?:not |non-?)(?:rfc )?.{0,10}compliant",
      "malformed (?:message|mail|header)",
      "violates rfc",
    ),
    "RFC 5322 §3.6",
    "malformed",
  ],
  [
    any("too many recipients|recipient limit|recipients? per (?:message|transaction|session)"),
    "RFC 5321 §4.5.3.1.10",
    "tooManyRecipients",
  ],
  [
    any(
      "too many connections|connection limit|concurrent (?:smtp )?connections|too many simultaneous|too many sessions",
    ),
    "RFC 5321 §4.2.3",
    "tooManyConnections",
  ],
  [any("too many (?:failed |bad |invalid )?(?:auth|login|password)"), "RFC 4954 §6", "tooManyLogins"],
  [
    any(
      "rate[- ]?limit",
      "sending (?:limit|rate)",
      "throttl",
      "too many (?:messages|mails|emails)",
      "too (?:fast|frequent|quickly)",
      "(?:hourly|daily) (?:\\S{1,20} )?(?:limit|quota)",
      "exceeded (?:the |your )?(?:rate|limit|sending|allowed number)",
      "try again later.{0,80}limit",
      "excessive (?:rate|volume|message rate)",
    ),
    "RFC 5248 (X.7.28)",
    "rate",
  ],
  [any("access token|oauth|bearer"), "RFC 6749 §5.2", "tokenRefused"],
  [
    any(
      "(?:account|sender|from|domain|address) .{0,40}(?:not|isn't) (?:been )?(?:verified|confirmed|validated|activated)",
      "verify your (?:email|domain|sender)",
    ),
    "sending services",
    "notActivated",
  ],
  [any("spam|unsolicited|junk|bulk mail|垃圾"), "RFC 5321 §7.9", "spam"],
];

/** Words that say less than a precise enhanced code does. */
export const WEAK_TEXTS: readonly ServerText[] = [
  [
    any(
      "user unknown|unknown (?:user|recipient|address|account|mailbox|local)",
      "no (?:such|valid) (?:\\S{1,60} )?(?:user|recipient|mailbox|address|person|account|local|domain user)",
      "no (?:user|mailbox|account|recipient|address) (?:\\S{1,80} )?(?:here|by that|found|named)",
      "(?:user|recipient|mailbox|address|account|mail ?box|addressee)s? (?:\\S{1,80} )?(?:does not|doesn't|doesnt|do not|did not|dosn't|is not|not) (?:exist|found|known|valid|recogni[sz]ed|listed|have)",
      "(?:mailbox|recipient|user|address|account) (?:is |was )?(?:unavailable|unknown|invalid|nonexistent|non-existent)",
      "(?:mailbox|user|recipient|address) not (?:found|available)",
      "recipient (?:address )?rejected",
      "(?:invalid|nonexistent|non-existent|undeliverable|bad) (?:recipient|user|mailbox|address|account|destination mailbox)",
      "not (?:a )?(?:known|local|listed|valid) (?:user|recipient|mailbox|address)",
      "(?:can't|cannot|can not|couldn't|could not|unable to) (?:find|verify|deliver to) .{0,40}(?:user|mailbox|recipient|address)",
      "not our (?:user|customer)|this user doesn't have",
    ),
    "RFC 3463 (X.1.1)",
    "userUnknown",
  ],
  [
    any(
      "domain (?:\\S{1,80} )?(?:does not|doesn't) exist",
      "host (?:or domain name )?(?:unknown|not found)",
      "unknown (?:host|domain)|domain not found",
      "no (?:mx|a) (?:record|host)",
      "(?:can't|cannot|can not|couldn't|could not) find .{0,40}(?:host|domain)",
      "bad destination (?:host|system)|unresolvable",
    ),
    "RFC 3463 (X.1.2)",
    "recipientDomain",
  ],
  [
    any(
      "(?:domain|recipient) .{0,60}not (?:hosted|handled|served|accepted|local) here",
      "not (?:hosted here|accepting mail for|configured to accept|responsible for)",
      "do(?:es)? not (?:host|handle|accept mail for)",
    ),
    "RFC 5321 §4.2.3",
    "notServedHere",
  ],
  [
    any(
      "only accepts? (?:mail|messages)|allowed senders|members? only",
      "not (?:on|in) .{0,30}(?:white ?list|safe ?list|allow ?list)",
      "sender .{0,40}(?:blocked|rejected) by (?:the )?(?:recipient|user)",
      "restricted (?:recipient|address|to)",
    ),
    "RFC 3463 (X.7.2)",
    "recipientRule",
  ],
  [
    any(
      "\\b(?:ip|host|client|server|connection|network)s? .{0,60}(?:blocked|banned|listed|denied|refused)",
      "(?:sender|domain) .{0,40}(?:is|was|been) (?:blocked|banned)",
      "(?:blocked|banned) (?:by|for|due|ip|sender|host|domain)",
      "sender (?:is )?rejected|your (?:ip|host|domain|server) .{0,60}(?:reject|block)",
    ),
    "RFC 5321 §7.9",
    "badReputation",
  ],
  [any("message content|content (?:rejected|filter|denied|policy|restrictions)"), "RFC 5321 §4.2.3", "spam"],
  [
    any(
      "local policy|policy (?:reasons?|violation|restrictions?|reject)|security polic",
      "administratively|prohibited|not accepted (?:by|due)|access denied",
    ),
    "RFC 3463 (X.7.1)",
    "policyRule",
  ],
];

/** One alternative a line; letter case aside. */
function any(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join("|"), "i");
}
