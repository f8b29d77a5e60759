import type { ServerText } from "./meanings.ts";

const POSTFIX = "Postfix: https://www.postfix.org/postconf.5.html";
const EXIM = "Exim: https://www.exim.org/docs.html";
const SENDMAIL = "Sendmail";

/** Programs that many hosts run: Postfix, Exim, Sendmail, Dovecot, cPanel, qmail. */
export const MAIL_SERVER_TEXTS: readonly ServerText[] = [
  [/must issue a starttls command/i, POSTFIX, "needsStartTls"],
  [
    /plain-?text authentication (?:is )?(?:disallowed|disabled)|encryption required for requested authentication/i,
    "Dovecot, RFC 4954 §6",
    "needsTls",
  ],
  [/tls not available due to (?:local|temporary)/i, POSTFIX, "tlsBroken"],
  [/authentication not enabled|auth command used when not advertised|auth not available/i, "Postfix, Exim", "loginOff"],
  [/no worthy mechs found|no mechanism available/i, "Cyrus SASL", "noMethod"],
  [/connection lost to authentication server/i, POSTFIX, "badLoginLater"],
  [
    /incorrect authentication data|authentication credentials invalid|sasl (?:login|plain|\S{1,20}) authentication failed/i,
    "Postfix, Exim",
    "badLogin",
  ],
  [
    /sender address rejected: not owned by user|sender address rejected: not logged in|sender must match/i,
    POSTFIX,
    "senderNotOwned",
  ],
  [
    /sender address rejected: domain not found|sender domain (?:must exist|not found)|domain of sender address .{0,100}does not (?:resolve|exist)/i,
    "Postfix, Sendmail",
    "senderDomain",
  ],
  [
    /sender address rejected: (?:undeliverable address|unverified address)|sender verify failed|(?:sender )?verification failed for|callback verification/i,
    "Postfix, Exim",
    "senderUnreachable",
  ],
  [/sender address rejected: user unknown|unroutable sender|unrouteable sender/i, "Postfix, Exim", "senderUnknown"],
  [
    /recipient address rejected: domain not found|all relevant mx records point to non-existent hosts|name service error for name=.{1,100}host not found/i,
    "Postfix, Exim",
    "recipientDomain",
  ],
  [
    /mail for .{1,100} loops back to myself|config error: mail loops back|too many hops|hop count|routing loop|mail forwarding loop/i,
    "Postfix, Sendmail, Exim",
    "loop",
  ],
  [
    /client host rejected: cannot find your (?:reverse )?hostname|reverse dns|rdns|ip name lookup failed|no ptr\b|ptr (?:record|lookup)/i,
    POSTFIX,
    "noPtr",
  ],
  [
    /helo command rejected|ehlo .{0,80}(?:invalid|rejected)|(?:helo|ehlo) (?:argument|name).{0,40}invalid|invalid helo|need fully-qualified hostname|helo required/i,
    "Postfix, Exim",
    "helo",
  ],
  [/blocked using (?!.{0,40}(?:dbl|uribl|surbl))/i, POSTFIX, "blockList"],
  [/too many errors|too many (?:invalid|unknown) (?:recipients|users|commands)/i, POSTFIX, "tooManyErrors"],
  [/too many connections|too many concurrent|connection rate limit/i, POSTFIX, "tooManyConnections"],
  [
    /too much mail from|too many messages|exceeded the max(?:imum)? (?:emails|defers)|max emails per hour/i,
    "Postfix, cPanel",
    "rate",
  ],
  [
    /improper use of smtp command pipelining|synchronization error|protocol error|bad command sequence|bare (?:lf|newline|<lf>)/i,
    "Postfix, Exim",
    "protocol",
  ],
  [/message headers? fail syntax|line length|lines? too long|maximum allowed line length/i, EXIM, "malformed"],
  [/insufficient system storage|space shortage|no space left|insufficient disk/i, "Postfix, Exim", "full"],
  [
    /server configuration (?:error|problem)|queue file write error|local error in processing|unexpected failure|temporary lookup failure/i,
    "Postfix, Exim",
    "serverError",
  ],
  [/retry time(?:out)? .{0,30}(?:exceeded|reached)|could not be delivered for|delivery time expired/i, EXIM, "expired"],
  [/administrative prohibition/i, EXIM, "policyRule"],
  [
    /unrouteable address|unroutable address|all hosts .{0,60}failing|user unknown in (?:local|virtual|relay) (?:recipient|mailbox|alias) table/i,
    "Postfix, Exim",
    "userUnknown",
  ],
  [
    /sorry, that domain isn't in my list of allowed rcpthosts|relay access denied|relaying denied|relay(?:ing)? (?:not|isn't|is not) (?:permitted|allowed)|unable to relay|not permitted to relay|relay (?:denied|prohibited)|does not accept relayed|we do not relay|authentication required for relay/i,
    "Postfix, Exim, Sendmail, qmail",
    "relay",
  ],
  [/sorry, no mailbox here by that name|vpopmail|not our customer/i, "qmail", "userUnknown"],
  [/(?:may not exist, they may be blacklisted|missing the proper dns entries)/i, "cPanel", "notServedHere"],
  [/local configuration error|i'm not going to try again|system config error/i, SENDMAIL, "serverError"],
  [/smtputf8 (?:is )?required|smtputf8 (?:was|is) not offered|non-ascii address/i, "Postfix, RFC 6531", "smtpUtf8"],
];
