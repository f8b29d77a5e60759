import { say } from "../locale.ts";
import { fact, type Part, type ReplyFact } from "./replyFact.ts";

/** Steps that several replies share. */
export const NEXT = {
  later: say("Wait some minutes and send again; a mail server would queue the mail and retry by itself."),
  fewer: say("Send fewer mails at a time, then wait before the next try."),
  address: say("Check the recipient's address letter by letter, or ask the recipient."),
  otherChannel: say("Tell the recipient by another way; only they or their provider can change it."),
  login: say("Configure `auth` with a user name and a password for this server."),
  password: say("Check user name and password; many providers want an app password or authorisation code instead."),
  method: say("Choose an `auth.method` that the server offers in its reply to EHLO."),
  tls: say("Write `security: starttls` with port 587, or `security: tls` with port 465."),
  from: say("Send from an address that belongs to this login and whose domain exists."),
  policy: say("Publish SPF, DKIM and DMARC for the sender's domain, and read the link in the reply."),
  server: say("Ask whoever runs this server; its log says more than its reply."),
  program: say("This is no mail server, or one too old for this command. Check host and port."),
  smaller: say("Make the message smaller, or send a link instead of an attachment."),
  content: say("Change the content: links, attachments or wording made the receiver refuse it."),
} as const;

const REPLY = "RFC 5321 §4.2.3";
const AUTH = "RFC 4954 §6";

/** The replies of SMTP by their three digits. */
export const REPLIES: Readonly<Record<string, ReplyFact>> = {
  211: fact(
    "nobody",
    "none",
    REPLY,
    say("The server tells its status or answers to HELP."),
    say("Nothing is to be done."),
  ),
  220: fact("nobody", "none", REPLY, say("The server is ready and greets."), say("Nothing is to be done.")),
  221: fact("nobody", "none", REPLY, say("The server closes the connection, as asked."), say("Nothing is to be done.")),
  235: fact("nobody", "none", AUTH, say("The server accepted the login."), say("Nothing is to be done.")),
  250: fact(
    "nobody",
    "none",
    REPLY,
    say("The server did what was asked; after the message it has accepted the mail, not yet delivered it."),
    say("If it does not arrive, look into the spam folder and for a bounce."),
  ),
  251: fact(
    "nobody",
    "to",
    REPLY,
    say("The recipient has moved; the server forwards the mail."),
    say("Write the new address from the reply."),
  ),
  252: fact(
    "nobody",
    "none",
    REPLY,
    say("The server does not say whether the address exists, but takes mail for it."),
    say("Send the mail; a wrong address comes back as a bounce."),
  ),
  334: fact(
    "nobody",
    "none",
    AUTH,
    say("The server waits for the next step of the login."),
    say("Nothing is to be done."),
  ),
  354: fact("nobody", "none", REPLY, say("The server waits for the message."), say("Nothing is to be done.")),
  421: fact(
    "server",
    "none",
    REPLY,
    say("The server closes the connection: it is busy, shuts down, or sees too many connections from here."),
    NEXT.later,
  ),
  432: fact(
    "sender",
    "password",
    AUTH,
    say("The server wants the password changed before this login method can be used."),
    say("Log in once on the provider's website and set a new password."),
  ),
  450: fact(
    "receiver",
    "to",
    REPLY,
    say("The mailbox is busy for the moment, or the receiver uses greylisting. It is no login error."),
    NEXT.later,
  ),
  451: fact(
    "server",
    "none",
    REPLY,
    say("The server gave up because of an error of its own, or by greylisting."),
    NEXT.later,
  ),
  452: fact(
    "server",
    "none",
    REPLY,
    say("The server has too little space, or too many recipients came at once."),
    say("Send again later, with fewer recipients."),
  ),
  454: fact(
    "server",
    "security",
    `${AUTH}, RFC 3207 §4`,
    say("Login or STARTTLS does not work at this moment; the server itself is at fault."),
    say("Wait and try again; if it stays, the server's TLS or login service is broken: tell its administrator."),
  ),
  455: fact("server", "none", REPLY, say("The server cannot take the parameters of this command now."), NEXT.later),
  500: fact(
    "sender",
    "port",
    REPLY,
    say("The server does not know this command, or the line was too long."),
    NEXT.program,
  ),
  501: fact(
    "sender",
    "from",
    REPLY,
    say("The server does not understand what follows the command: an address, a host name or a login."),
    say("Check `from`, the recipient and `ehloName` for characters that do not belong there."),
  ),
  502: fact("sender", "port", REPLY, say("The server knows this command but does not offer it here."), NEXT.program),
  503: fact(
    "sender",
    "security",
    REPLY,
    say("The commands came in an order that the server does not allow, often because login or TLS is missing."),
    NEXT.tls,
  ),
  504: fact(
    "sender",
    "authMethod",
    REPLY,
    say("The server does not offer this parameter or login method."),
    NEXT.method,
  ),
  521: fact(
    "receiver",
    "host",
    "RFC 7504 §3",
    say("This host takes no mail at all."),
    say("Use the provider's server for sending; its name is in the provider's help."),
  ),
  523: fact("sender", "security", "RFC 5248 (X.7.10)", say("The server demands encryption."), NEXT.tls),
  530: fact("sender", "username", AUTH, say("The server takes mail only after login or encryption."), NEXT.login),
  534: fact(
    "sender",
    "authMethod",
    AUTH,
    say("This way to log in is too weak for the server, or the account must allow it first."),
    say("Use another `auth.method` (often `xoauth2`) or an app password; the reply often links to the setting."),
  ),
  535: fact("sender", "password", AUTH, say("The server refused user name or password."), NEXT.password),
  538: fact("sender", "security", AUTH, say("The server allows this login only over TLS."), NEXT.tls),
  550: fact(
    "recipient",
    "to",
    REPLY,
    say("The server refuses this recipient: most often there is no such mailbox; else a policy forbids it."),
    NEXT.address,
  ),
  551: fact(
    "recipient",
    "to",
    REPLY,
    say("The recipient is not served here, and this server does not relay."),
    say("Write the address that the reply names, or send through your own provider's server."),
  ),
  552: fact("recipient", "message", REPLY, say("The mailbox is full, or the message is too large."), NEXT.smaller),
  553: fact(
    "sender",
    "from",
    REPLY,
    say("The server does not accept this address: its form is wrong, or it does not belong to the login."),
    NEXT.from,
  ),
  554: fact(
    "reputation",
    "none",
    REPLY,
    say("The server refuses the mail as a whole: relaying without login, a blocked sender, or its content."),
    say("Log in where it says “relay”; else read the rest of the reply, it names the reason."),
  ),
  555: fact(
    "sender",
    "from",
    REPLY,
    say("The server does not know the parameters of MAIL FROM or RCPT TO."),
    NEXT.program,
  ),
  556: fact(
    "recipient",
    "to",
    "RFC 7504 §4, RFC 7505 §4",
    say("The recipient's domain takes no mail: it publishes a null MX."),
    NEXT.address,
  ),
};

/** Codes that no table knows, by their first digit (RFC 5321 §4.2.1). */
export const CLASSES: Readonly<Record<string, ReplyFact>> = {
  2: fact("nobody", "none", "RFC 5321 §4.2.1", say("The server did what was asked."), say("Nothing is to be done.")),
  3: fact("nobody", "none", "RFC 5321 §4.2.1", say("The server waits for more."), say("Nothing is to be done.")),
  4: fact(
    "server",
    "none",
    "RFC 5321 §4.2.1",
    say("The server refuses for the moment; the same mail may pass later."),
    NEXT.later,
  ),
  5: fact(
    "server",
    "none",
    "RFC 5321 §4.2.1",
    say("The server refuses for good; the same mail will be refused again."),
    NEXT.server,
  ),
};

/** The same digits speak of another thing where they answer another command. */
export const AT_COMMAND: readonly (readonly [code: RegExp, command: RegExp, part: Part])[] = [
  [/^5(?:01|50|53)$/, /^MAIL FROM/i, "from"],
  [/^5(?:50|54)$/, /^DATA/i, "message"],
  [/^5(?:01|50|54)$/, /^(?:EHLO|HELO)/i, "ehloName"],
  [/^5(?:01|53)$/, /^RCPT TO/i, "to"],
];
