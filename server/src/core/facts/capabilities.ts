import { say } from "../locale.ts";

type Protocol = "smtp" | "imap" | "pop3";

/** Something that a server says it can do, in its reply to EHLO, CAPABILITY or CAPA. */
export interface CapabilityFact {
  /** In capitals, as the registry writes it; what follows a blank or `=` is a parameter. */
  readonly name: string;
  /** An English sentence for `t`. */
  readonly what: string;
  readonly reference: string;
}

type Row = readonly [name: string, reference: string, what: string];

const STARTTLS = say("The connection can change to TLS; with `security: starttls` it must.");
const PIPELINING = say("Several commands may go out without waiting for each reply, which saves time.");
const UTF8 = say("Addresses and headers may hold letters beyond ASCII.");
const CODES = say("Replies carry a finer code, which says why something was refused.");
const BINARY = say("Data may be sent as it is, without being written in base64 first.");
const LANGUAGE = say("The server can give its messages in several languages.");
const AUTHENTICATION = say("The login methods that the server takes here.");

const SMTP: readonly Row[] = [
  ["STARTTLS", "RFC 3207 §4", STARTTLS],
  ["AUTH", "RFC 4954 §3", AUTHENTICATION],
  ["SIZE", "RFC 1870 §3", say("The largest message that the server takes, in octets; 0 means that it sets no limit.")],
  ["PIPELINING", "RFC 2920 §3", PIPELINING],
  ["8BITMIME", "RFC 6152 §2", say("Texts beyond ASCII may be sent as they are.")],
  ["SMTPUTF8", "RFC 6531 §3.1", UTF8],
  ["DSN", "RFC 3461 §3", say("The sender may ask for a report: delivered, delayed or failed (`test.dsn`).")],
  ["CHUNKING", "RFC 3030 §2", say("Large messages can be sent in pieces of known length (BDAT).")],
  ["BINARYMIME", "RFC 3030 §3", BINARY],
  ["REQUIRETLS", "RFC 8689 §2", say("A message can demand TLS on its whole way, or come back.")],
  ["ENHANCEDSTATUSCODES", "RFC 2034 §3", CODES],
  ["VRFY", "RFC 5321 §3.5.1", say("The server knows VRFY, though most answer it with nothing but a polite 252.")],
  ["EXPN", "RFC 5321 §3.5.2", say("The server tells who is on a mailing list, which it should tell nobody.")],
  ["HELP", "RFC 5321 §4.1.1.8", say("The server lists its commands when asked.")],
  ["ETRN", "RFC 1985 §5", say("A server that is seldom online can have its queue sent to it.")],
  ["DELIVERBY", "RFC 2852 §3", say("A message can carry a time by which it must be delivered.")],
  ["FUTURERELEASE", "RFC 4865 §3", say("A message can be handed in now and sent later.")],
  ["MT-PRIORITY", "RFC 6710 §3", say("Messages can carry a priority.")],
  ["BURL", "RFC 4468 §3", say("A message can be taken from an IMAP mailbox instead of being sent again.")],
  ["NO-SOLICITING", "RFC 3865 §2", say("The server asks for no advertising mail.")],
  ["RRVS", "RFC 7293 §3", say("The server can check that a mailbox still belongs to the same person.")],
  ["LIMITS", "RFC 9422 §3", say("The server states its limits, such as the number of recipients.")],
  ["XCLIENT", "Postfix", say("A proxy in front of the server may name the real client; it is no matter for senders.")],
  ["XFORWARD", "Postfix", say("A proxy in front of the server may name the real client; it is no matter for senders.")],
];

const IMAP: readonly Row[] = [
  ["IMAP4REV1", "RFC 3501 §6.1.1", say("The server speaks IMAP as all mail programs know it.")],
  ["IMAP4REV2", "RFC 9051 §1", say("The server speaks the newest IMAP.")],
  ["STARTTLS", "RFC 9051 §6.2.1", STARTTLS],
  ["AUTH", "RFC 9051 §6.2.2", AUTHENTICATION],
  ["LOGINDISABLED", "RFC 9051 §6.2.3", say("No login with LOGIN here: first the connection must change to TLS.")],
  ["SASL-IR", "RFC 4959 §3", say("A login saves one round trip.")],
  ["IDLE", "RFC 2177 §1", say("New mail is told at once, without asking again and again.")],
  [
    "QRESYNC",
    "RFC 7162 §3.2",
    say("A mail program catches up with all changes in one step, also after being offline."),
  ],
  ["CONDSTORE", "RFC 7162 §3.1", say("Flags carry a change number, so only what changed must be fetched.")],
  ["ENABLE", "RFC 5161 §3", say("A mail program can switch extensions on.")],
  ["UTF8", "RFC 6855 §3", UTF8],
  ["COMPRESS", "RFC 4978 §3", say("The connection can be compressed.")],
  ["ID", "RFC 2971 §3", say("Server and program may tell each other their names and versions.")],
  ["NAMESPACE", "RFC 2342 §5", say("The server tells which folders are one's own and which are shared.")],
  ["MOVE", "RFC 6851 §3", say("Messages move to another folder in one step.")],
  ["UIDPLUS", "RFC 4315 §2", say("After an upload the server tells the number of the new message.")],
  ["SPECIAL-USE", "RFC 6154 §2", say("The server marks which folder holds sent mail, drafts, junk and trash.")],
  ["XLIST", "Gmail", say("An old form of SPECIAL-USE.")],
  ["QUOTA", "RFC 9208 §3", say("The server tells how full the mailbox is.")],
  ["ACL", "RFC 4314 §2", say("Folders can be shared with rights of their own.")],
  ["SORT", "RFC 5256 §3", say("The server sorts messages itself.")],
  ["THREAD", "RFC 5256 §3", say("The server groups messages into conversations.")],
  ["ESEARCH", "RFC 4731 §3", say("Searches answer shorter.")],
  ["SEARCHRES", "RFC 5182 §2", say("A search's result can be used by the next command.")],
  ["ESORT", "RFC 5267 §3", say("Searches answer shorter.")],
  ["WITHIN", "RFC 5032 §3", say("Searches by age are possible.")],
  ["LIST-EXTENDED", "RFC 5258 §3", say("Folders can be listed by properties.")],
  ["LIST-STATUS", "RFC 5819 §2", say("The list of folders comes with the number of unread messages.")],
  ["CHILDREN", "RFC 3348 §3", say("The list of folders says which have folders inside.")],
  ["UNSELECT", "RFC 3691 §2", say("A folder can be left without deleting what is marked for it.")],
  ["LITERAL+", "RFC 7888 §4", say("Longer texts are sent without waiting for leave.")],
  ["LITERAL-", "RFC 7888 §5", say("Short texts are sent without waiting for leave.")],
  ["BINARY", "RFC 3516 §4", BINARY],
  ["MULTIAPPEND", "RFC 3502 §6", say("Several messages can be uploaded at once.")],
  ["CATENATE", "RFC 4469 §3", say("A message can be put together on the server.")],
  ["NOTIFY", "RFC 5465 §3", say("Changes of several folders are told at once.")],
  ["METADATA", "RFC 5464 §4", say("Folders can carry notes.")],
  ["OBJECTID", "RFC 8474 §3", say("Messages and folders have numbers that never change.")],
  ["PREVIEW", "RFC 8970 §3", say("The server gives the first words of a message.")],
  ["SNIPPET", "RFC 8970 §3", say("The server gives the first words of a message.")],
  ["APPENDLIMIT", "RFC 7889 §2", say("The largest message that can be uploaded, in octets.")],
  ["STATUS", "RFC 8438 §2", say("The server tells how much room a folder takes.")],
  ["SAVEDATE", "RFC 8514 §4", say("The server knows when a message came into its folder.")],
  ["CREATE-SPECIAL-USE", "RFC 6154 §3", say("Folders for sent mail, junk and the like can be made.")],
  ["LANGUAGE", "RFC 5255 §3", LANGUAGE],
  ["URLAUTH", "RFC 4467 §4", say("One message can be handed to another server by an address.")],
  [
    "LOGIN-REFERRALS",
    "RFC 2221 §3",
    say("The server may name another server for a login; this program never follows."),
  ],
  [
    "MAILBOX-REFERRALS",
    "RFC 2193 §3",
    say("The server may name another server for a folder; this program never follows."),
  ],
  ["X-GM-EXT-1", "Gmail", say("Gmail's own extension: labels, conversations and its search.")],
  ["CONTEXT", "RFC 5267 §4", say("A search can be kept and followed.")],
  ["REPLACE", "RFC 8508 §3", say("A message can be replaced, which saves drafts in one step.")],
];

const POP3: readonly Row[] = [
  ["STLS", "RFC 2595 §4", STARTTLS],
  ["SASL", "RFC 5034 §3", AUTHENTICATION],
  ["USER", "RFC 1939 §7", say("A login with user name and password in two steps is possible.")],
  ["TOP", "RFC 1939 §7", say("The head of a message can be fetched without the rest.")],
  ["UIDL", "RFC 1939 §7", say("Messages have lasting numbers, so what is left on the server is not fetched twice.")],
  ["PIPELINING", "RFC 2449 §6.6", PIPELINING],
  ["RESP-CODES", "RFC 2449 §6.4", CODES],
  ["AUTH-RESP-CODE", "RFC 3206 §6", say("A refused login says whether the password or the server is at fault.")],
  ["EXPIRE", "RFC 2449 §6.7", say("How many days messages stay on the server.")],
  ["LOGIN-DELAY", "RFC 2449 §6.5", say("How many seconds must lie between two logins.")],
  ["IMPLEMENTATION", "RFC 2449 §6.9", say("What the server's program is called.")],
  ["UTF8", "RFC 6856 §2", UTF8],
  ["LANG", "RFC 6856 §3", LANGUAGE],
];

const SASL: readonly Row[] = [
  ["PLAIN", "RFC 4616 §2", say("User name and password in one step: fine inside TLS.")],
  ["LOGIN", "RFC 4954 §4", say("User name and password in two steps, an older form of PLAIN.")],
  ["CRAM-MD5", "RFC 2195 §2", say("A challenge answered with MD5: weak by now.")],
  ["DIGEST-MD5", "RFC 6331 §2", say("A challenge answered with MD5: withdrawn, nobody should use it.")],
  ["SCRAM-SHA-1", "RFC 5802 §3", say("A challenge that proves the password without sending it.")],
  ["SCRAM-SHA-256", "RFC 7677 §3", say("A challenge that proves the password without sending it.")],
  ["XOAUTH2", "Google", say("An access token in place of the password.")],
  ["OAUTHBEARER", "RFC 7628 §3", say("An access token in place of the password.")],
  ["GSSAPI", "RFC 4752 §3", say("Kerberos, inside an organisation.")],
  ["NTLM", "MS-SMTPNTLM", say("An old login of Windows networks: weak by now.")],
  ["EXTERNAL", "RFC 4422 §A", say("The client's certificate is the login.")],
  ["ANONYMOUS", "RFC 4505 §2", say("Anybody may come in without a password.")],
];

const TABLES: Readonly<Record<Protocol | "sasl", ReadonlyMap<string, CapabilityFact>>> = {
  smtp: tableOf(SMTP),
  imap: tableOf(IMAP),
  pop3: tableOf(POP3),
  sasl: tableOf(SASL),
};

/**
 * What is known of a capability as a server wrote it: `SIZE 35882577`, `AUTH=PLAIN`, `utf8=accept`.
 *
 * @returns `undefined` for one that no table holds
 */
export function capabilityFact(protocol: Protocol, written: string): CapabilityFact | undefined {
  return TABLES[protocol].get(capabilityName(written));
}

/** What is known of a login method by its name on the wire: `PLAIN`, `SCRAM-SHA-256-PLUS`. */
export function saslFact(method: string): CapabilityFact | undefined {
  return TABLES.sasl.get(method.toUpperCase().replace(/-PLUS$/, ""));
}

/** The name alone, in capitals. */
export function capabilityName(written: string): string {
  return (/^[^\s=:]*/.exec(written.trim())?.[0] ?? "").toUpperCase();
}

function tableOf(rows: readonly Row[]): ReadonlyMap<string, CapabilityFact> {
  return new Map(rows.map(([name, reference, what]) => [name, { name, what, reference }]));
}
