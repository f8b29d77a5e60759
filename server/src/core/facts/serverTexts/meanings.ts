import { say } from "../../locale.ts";
import { NEXT } from "../replies.ts";
import type { Fault, Part, ReplyFact } from "../replyFact.ts";

const APP_PASSWORD = say("Create an app password in the account's security settings and write it as password.");
const CODE = say(
  "Turn on SMTP in the mailbox's settings on the website, and write the authorisation code as password.",
);
const ADMIN = say("Ask the administrator of the mailbox or tenant to allow it.");
const PTR = say("Give the sending address a PTR record whose name leads back to it.");
const RAISE = say("Wait until the limit resets, or ask the provider for a higher one.");
const REMOVAL = say("Look the address up on the list's website, end the cause, then ask for removal.");
const SENDER_FORM = say("End the cause (complaints, infected accounts), then fill in the provider's form for senders.");
const RELAY = say("Send through your provider's server on port 587 or 465 instead of straight to the receiver.");
const ADDRESS_AGAIN = say("Write `from` and the recipient as plain addresses: name@domain.");
const DKIM = say("Sign with DKIM, and publish the key under the selector's name.");

/** What texts of many servers come to: fault, part, what it says, next step. */
const ROWS = {
  relay: ["sender", "username", say("The server relays mail to other domains only after login."), NEXT.login],
  needsLogin: ["sender", "username", say("The server takes mail from here only after login."), NEXT.login],
  needsStartTls: ["sender", "security", say("The server demands STARTTLS before anything else."), NEXT.tls],
  needsTls: ["sender", "security", say("The server takes this mail only over an encrypted connection."), NEXT.tls],
  tlsBroken: ["server", "security", say("The server cannot encrypt at this moment."), NEXT.server],
  receiverTls: [
    "receiver",
    "none",
    say("The receiving server's TLS does not fulfil what its domain promises by DANE or MTA-STS."),
    say("Tell the receiving domain's administrator: its certificate, TLSA record or MTA-STS policy is wrong."),
  ],
  badLogin: ["sender", "password", say("The server refused user name or password."), NEXT.password],
  badLoginLater: [
    "server",
    "none",
    say("The server could not check the login at this moment."),
    say("Try again later; after many failed tries some servers wait an hour."),
  ],
  tooManyLogins: [
    "sender",
    "password",
    say("Too many failed logins: the server locks the login for a while."),
    say("Correct user name and password first, then wait, else the lock grows longer."),
  ],
  googleAppPassword: [
    "sender",
    "password",
    say("Google wants an app password, because two-step verification is on."),
    APP_PASSWORD,
  ],
  googleBadLogin: [
    "sender",
    "password",
    say("Google refused the login; the account's own password does not work for SMTP."),
    APP_PASSWORD,
  ],
  appPassword: [
    "sender",
    "password",
    say("The provider wants an app password instead of the account's."),
    APP_PASSWORD,
  ],
  browserLogin: [
    "sender",
    "password",
    say("Google blocked the login until somebody signs in by browser."),
    say("Sign in by browser once, then use an app password or `xoauth2`."),
  ],
  authorisationCode: [
    "sender",
    "password",
    say("The provider wants an authorisation code (授权码) instead of the password."),
    CODE,
  ],
  smtpOff: ["sender", "password", say("SMTP is not switched on for this mailbox."), CODE],
  smtpAuthOff: [
    "sender",
    "authMethod",
    say("SMTP login is switched off for this mailbox or tenant."),
    say("Let the administrator switch on authenticated SMTP, or use `xoauth2`."),
  ],
  basicAuthOff: [
    "sender",
    "authMethod",
    say("Microsoft no longer takes passwords for SMTP here."),
    say("Write `auth.method: xoauth2`."),
  ],
  tokenRefused: [
    "sender",
    "password",
    say("The access token was refused: it is expired, or lacks the permission to send."),
    say("Fetch a new token with the provider's scope for SMTP, such as `SMTP.Send` or `https://mail.google.com/`."),
  ],
  noMethod: ["sender", "authMethod", say("The server does not offer this parameter or login method."), NEXT.method],
  loginOff: [
    "sender",
    "port",
    say("This port offers no login, or only after TLS."),
    say("Use the submission port: 587 with STARTTLS, or 465 with TLS."),
  ],
  accountBlocked: [
    "sender",
    "username",
    say("The provider has blocked this account from sending."),
    say("Sign in on the provider's website: change the password, read the notice, and ask for release."),
  ],
  notActivated: [
    "sender",
    "username",
    say("The sending service has not released this account, domain or address yet."),
    say("Verify the sender's address or domain in the service's console, and leave its sandbox."),
  ],
  ipNotAllowed: [
    "sender",
    "none",
    say("The service takes logins only from addresses that are on its list."),
    say("Add this machine's public address to the allowed addresses in the service's console."),
  ],
  senderNotOwned: [
    "sender",
    "from",
    say("The sender's address must be the one that logs in."),
    say("Write the login's own address into `from`."),
  ],
  sendAs: ["sender", "from", say("The login may not send with this sender's address."), NEXT.from],
  senderUnknown: ["sender", "from", say("The server does not know this sender's address."), NEXT.from],
  senderDomain: ["sender", "from", say("The domain of the sender's address has no DNS records."), NEXT.from],
  senderUnreachable: [
    "sender",
    "from",
    say("The receiver asked the sender's own server, and that one does not take mail for the sender's address."),
    say("Send from a mailbox that exists and takes bounces."),
  ],
  addressForm: ["sender", "to", say("An address is written in a form that the server does not take."), ADDRESS_AGAIN],
  userUnknown: ["recipient", "to", say("There is no such mailbox at the recipient's server."), NEXT.address],
  mailboxOff: ["recipient", "to", say("The mailbox is disabled or not used any longer."), NEXT.otherChannel],
  mailboxFull: ["recipient", "to", say("The mailbox is full."), NEXT.otherChannel],
  mailboxBusy: [
    "receiver",
    "to",
    say("The recipient gets too much mail at the moment."),
    say("Wait an hour and send again; only the flow of mail to this recipient has to ebb."),
  ],
  recipientRule: [
    "recipient",
    "to",
    say("The recipient or their organisation takes mail from certain senders only."),
    NEXT.otherChannel,
  ],
  recipientDomain: [
    "recipient",
    "to",
    say("The recipient's domain does not exist in DNS, or has no mail server."),
    NEXT.address,
  ],
  nullMx: ["recipient", "to", say("The recipient's domain takes no mail: it publishes a null MX."), NEXT.address],
  notServedHere: [
    "receiver",
    "to",
    say("The server that the recipient's MX names does not feel responsible for this domain."),
    say("Check the domain for a typing error; else its administrator must correct the MX or add the domain there."),
  ],
  blockList: ["reputation", "none", say("The sending host's address is on a block list."), REMOVAL],
  dynamicAddress: [
    "reputation",
    "none",
    say("The sending host has an address of end users (dynamic, residential), from which receivers take no mail."),
    RELAY,
  ],
  urlList: [
    "reputation",
    "message",
    say("A link or domain in the message is on a block list."),
    say("Look the linked domains up on the list's website, and remove the link or the cause."),
  ],
  badReputation: [
    "reputation",
    "none",
    say("The receiver does not trust the sending host or domain because of its reputation."),
    SENDER_FORM,
  ],
  microsoftBlock: [
    "reputation",
    "none",
    say("Microsoft blocks the address of the sending host."),
    say("Ask Microsoft's sender support form for removal."),
  ],
  complaints: [
    "reputation",
    "rate",
    say("The receiver defers mail of this host because of complaints or volume."),
    NEXT.fewer,
  ],
  greylisting: ["receiver", "none", say("Greylisting: the receiver takes the mail only at a later try."), NEXT.later],
  unauthenticated: [
    "reputation",
    "from",
    say("The mail fails the authentication that the sender's domain or the receiver demands (SPF, DKIM, DMARC)."),
    NEXT.policy,
  ],
  dmarc: [
    "reputation",
    "from",
    say("The mail fails DMARC: neither SPF nor DKIM passed for the domain in `from`, and its policy says reject."),
    say("Send through a server that the SPF record lists, or sign with a DKIM key of the domain in `from`."),
  ],
  noDmarc: ["reputation", "from", say("The receiver wants a DMARC record at the sender's domain."), NEXT.policy],
  spf: [
    "reputation",
    "from",
    say("The sender's SPF record does not allow this server."),
    say("Add this server to the domain's SPF record."),
  ],
  dkim: ["reputation", "from", say("The mail has no DKIM signature that passes."), DKIM],
  spfBroken: [
    "reputation",
    "from",
    say("The sender's SPF record cannot be evaluated."),
    say("Mend the domain's SPF record: open its zone file here."),
  ],
  spoof: [
    "reputation",
    "from",
    say("The mail claims to come from the recipient's own domain, and comes from outside."),
    say("Send through that domain's own server, or have its administrator allow this host."),
  ],
  noPtr: [
    "reputation",
    "none",
    say("The sending host's address has no reverse name (PTR), or one that does not lead back to it."),
    PTR,
  ],
  helo: [
    "sender",
    "ehloName",
    say("The server refuses the name in EHLO."),
    say("Write the sending host's full name as `ehloName`."),
  ],
  rate: ["reputation", "rate", say("The provider limits how much one account sends in a time."), NEXT.fewer],
  quota: ["sender", "rate", say("The account's quota for sending is used up."), RAISE],
  tooManyConnections: [
    "sender",
    "rate",
    say("Too many connections at a time from this address."),
    say("Lower `pool.maxConnections`, then wait some minutes."),
  ],
  tooManyRecipients: ["sender", "to", say("Too many recipients in one mail."), NEXT.fewer],
  tooManyErrors: [
    "sender",
    "none",
    say("The server hangs up after too many wrong commands or recipients in this connection."),
    say("Remove recipients that do not exist, and check the program that sends."),
  ],
  tooLarge: ["sender", "message", say("The message is larger than the server takes."), NEXT.smaller],
  dangerous: ["sender", "message", say("The receiver found something dangerous in the message."), NEXT.content],
  attachment: [
    "sender",
    "message",
    say("The receiver does not take this kind of attachment."),
    say("Send a link instead, or another kind of file."),
  ],
  spam: ["reputation", "message", say("The receiver takes the mail for spam."), NEXT.content],
  neteaseSpam: ["reputation", "message", say("NetEase takes the mail for spam, or limits this sender."), NEXT.content],
  malformed: [
    "sender",
    "message",
    say("The message's headers or encoding break the standard (RFC 5322)."),
    say(
      "Have the program write one `From`, `Date` and `Message-ID`, encoded headers, and lines of at most 998 octets.",
    ),
  ],
  noFromHeader: [
    "sender",
    "from",
    say("The `From` header is missing or malformed."),
    say("Write one sender with one address as `from`."),
  ],
  protocol: [
    "sender",
    "none",
    say("The client spoke out of turn or broke the protocol, as spam programs do."),
    say("Use another program for sending, or look for a firewall that changes SMTP between."),
  ],
  loop: [
    "receiver",
    "none",
    say("The mail went round in a circle: forwarding or MX records lead back to where it came from."),
    say("Check forwarding rules, and that the MX names a server which takes the domain as its own."),
  ],
  expired: [
    "receiver",
    "none",
    say("The mail waited too long in the queue and was given up."),
    say("Read the reason of the last try in the report; then send again."),
  ],
  full: ["server", "none", say("The server has no space left on its disk."), NEXT.server],
  serverError: ["server", "none", say("The server gave up because of an error of its own."), NEXT.later],
  policyRule: [
    "receiver",
    "none",
    say("A rule of the receiver forbids this mail; the server does not tell which."),
    say("Ask the recipient's administrator by another way, with the time and the whole reply."),
  ],
  googleRule: [
    "receiver",
    "none",
    say("A rule that the recipient's administrator wrote in Google Workspace refuses it."),
    ADMIN,
  ],
  googleRelay: [
    "sender",
    "none",
    say("Google's relay does not know this machine's address or the sender's domain."),
    say("Register the address in the Workspace console under SMTP relay, or log in."),
  ],
  ipv6: [
    "reputation",
    "none",
    say("The receiver takes no mail over IPv6, or only with a reverse name and SPF or DKIM."),
    say("Send over IPv4, or give the IPv6 address a PTR record and add it to SPF."),
  ],
  tenant: [
    "sender",
    "from",
    say("Microsoft 365 cannot tell which tenant this mail belongs to, or blocks that tenant."),
    say("Check the connector and the accepted domains of the tenant; a new tenant must be released first."),
  ],
  smtpUtf8: [
    "receiver",
    "to",
    say("An address has letters beyond ASCII, and the next server does not take them."),
    NEXT.address,
  ],
} as const satisfies Readonly<Record<string, readonly [Fault, Part, string, string]>>;

export type Meaning = keyof typeof ROWS;

/** What the text holds (letter case aside), who says it or where it is written, and what it comes to. */
export type ServerText = readonly [pattern: RegExp, source: string, meaning: Meaning];

export function serverTexts(rows: readonly ServerText[]): readonly (readonly [RegExp, ReplyFact])[] {
  return rows.map(([pattern, source, meaning]) => {
    const [fault, part, what, next] = ROWS[meaning];
    return [pattern, { fault, part, what, next, source }];
  });
}
