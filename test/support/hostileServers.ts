import type { SecureVersion } from "node:tls";
import type { Protocol, Security } from "../../server/src/protocol.ts";
import type { Certificate } from "./mailServer.ts";
import type { Peer } from "./scriptedServer.ts";

/** A server that breaks the rules in one way. */
export interface Misbehaviour {
  readonly name: string;
  /** `smtp` where absent. */
  readonly protocol?: Protocol;
  /** `starttls` where absent. */
  readonly security?: Security;
  /** The client can only wait, and must leave when its time is over. */
  readonly isSlow?: true;
  /** Nothing was encrypted with whoever should be there, so no login may have been heard. */
  readonly isUntrusted?: true;
  play(peer: Peer, certificates: HostileCertificates): Promise<void> | void;
}

export interface HostileCertificates {
  readonly good: Certificate;
  readonly selfSigned: Certificate;
  readonly expired: Certificate;
  readonly otherName: Certificate;
}

/** How often a slow server says a byte; far below any time limit of the tests. */
const DRIP_MS = 40;
const PATIENCE = 10_000;

/** What one does in place of the right answer: lines, or an act. */
type Act = readonly string[] | ((peer: Peer, line: string, certificates: HostileCertificates) => Promise<void> | void);
type Verb = "GREETING" | "EHLO" | "STARTTLS" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "DOT" | "QUIT";

const RIGHT: Readonly<Record<Verb, readonly string[]>> = {
  GREETING: ["220 mail.example.com ESMTP"],
  EHLO: ["250-mail.example.com", "250-SIZE 1000000", "250 AUTH PLAIN LOGIN"],
  STARTTLS: ["220 2.0.0 Go ahead"],
  AUTH: ["235 2.7.0 Authentication successful"],
  MAIL: ["250 2.1.0 Ok"],
  RCPT: ["250 2.1.5 Ok"],
  DATA: ["354 End data with <CR><LF>.<CR><LF>"],
  DOT: ["250 2.0.0 Ok: queued as 1"],
  QUIT: ["221 2.0.0 Bye"],
};

/** A mail server that does right but for some commands; `tls` is the certificate of STARTTLS. */
function smtp(wrong: Partial<Record<Verb, Act>>, tls: keyof HostileCertificates = "good"): Misbehaviour["play"] {
  return async (peer, certificates) => {
    let isSecure = false;
    const act = async (verb: Verb, line: string) => {
      const todo =
        wrong[verb] ?? (verb === "EHLO" && !isSecure ? ["250-mail.example.com", "250 STARTTLS"] : RIGHT[verb]);
      if (typeof todo === "function") await todo(peer, line, certificates);
      else peer.say(...todo);
    };
    await act("GREETING", "");
    for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
      const verb = verbOf(line);
      if (verb === undefined) peer.say("500 5.5.1 What?");
      else await act(verb, line);
      if (verb === "STARTTLS" && wrong.STARTTLS === undefined) {
        await peer.startTls(certificates[tls]);
        isSecure = true;
      }
      if (verb === "DATA" && wrong.DATA === undefined) {
        for (let part = await peer.line(); part !== "."; part = await peer.line()) if (part === undefined) return;
        await act("DOT", ".");
      }
    }
  };
}

function verbOf(line: string): Verb | undefined {
  const word = /^[A-Z]+/i.exec(line)?.[0].toUpperCase() ?? "";
  if (word === "HELO") return "EHLO";
  const verbs: readonly Verb[] = ["EHLO", "STARTTLS", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"];
  return verbs.find((it) => it === word);
}

const close = (peer: Peer) => peer.close();
const silent = (peer: Peer) => peer.gone();
const bytesOf = (text: string) => [...text, ...Array<string>(PATIENCE).fill("x")];
/** “密码错误” in GBK. */
const GBK = Buffer.from([0xc3, 0xdc, 0xc2, 0xeb, 0xb4, 0xed, 0xce, 0xf3]);
const OLD_TLS = { minVersion: "TLSv1", maxVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" } satisfies {
  minVersion: SecureVersion;
  maxVersion: SecureVersion;
  ciphers: string;
};

const AT_THE_DOOR: readonly Misbehaviour[] = [
  { name: "says nothing at all", isSlow: true, isUntrusted: true, play: silent },
  { name: "closes at once", isUntrusted: true, play: close },
  { name: "breaks off with RST", isUntrusted: true, play: (peer) => peer.reset() },
  { name: "closes its half only", isUntrusted: true, play: (peer) => peer.end() },
  { name: "greets without end", isUntrusted: true, play: (peer) => peer.flood("220-welcome\r\n") },
  {
    name: "greets one byte after another",
    isSlow: true,
    isUntrusted: true,
    play: (peer) => peer.drip(bytesOf("220-hello "), DRIP_MS),
  },
  {
    name: "greets with a line that never ends",
    isUntrusted: true,
    play: (peer) => peer.flood("220 ".padEnd(4096, "x")),
  },
  {
    name: "sends binary junk",
    isUntrusted: true,
    play: (peer) => peer.flood(Uint8Array.from({ length: 4096 }, (_, at) => (at * 197) % 256)),
  },
  {
    name: "greets with NUL bytes and terminal escapes",
    isUntrusted: true,
    play: (peer) => void peer.raw("\0\0\u001b[2J220 hello\r\n"),
  },
  { name: "greets without a code", isUntrusted: true, play: smtp({ GREETING: ["Welcome to the mail server"] }) },
  { name: "is a web server", isUntrusted: true, play: smtp({ GREETING: ["HTTP/1.1 400 Bad Request", "", "<html>"] }) },
  { name: "greets with different codes", play: smtp({ GREETING: ["220-hello", "554 no"] }) },
  { name: "refuses with 554", isUntrusted: true, play: smtp({ GREETING: ["554 5.7.1 Your address is blocked"] }) },
  { name: "is too busy (421)", isUntrusted: true, play: smtp({ GREETING: ["421 4.3.2 Too busy"] }) },
  {
    name: "answers before it is asked",
    isUntrusted: true,
    play: smtp({ GREETING: ["220 hello", "250-mail.example.com", "250 AUTH PLAIN"] }),
  },
];

const AT_EHLO: readonly Misbehaviour[] = [
  { name: "closes after EHLO", isUntrusted: true, play: smtp({ EHLO: close }) },
  {
    name: "answers EHLO without end",
    isUntrusted: true,
    play: smtp({ EHLO: (peer) => peer.flood("250-AUTH PLAIN\r\n") }),
  },
  { name: "knows neither EHLO nor HELO", isUntrusted: true, play: smtp({ EHLO: ["502 5.5.1 Not implemented"] }) },
  {
    name: "answers EHLO one byte after another",
    isSlow: true,
    isUntrusted: true,
    play: smtp({ EHLO: (peer) => peer.drip(bytesOf("250-mail"), DRIP_MS) }),
  },
];

const AT_TLS: readonly Misbehaviour[] = [
  {
    name: "hides STARTTLS (downgrade)",
    isUntrusted: true,
    play: smtp({ EHLO: ["250-mail.example.com", "250 AUTH PLAIN LOGIN"], STARTTLS: ["502 5.5.1 Not implemented"] }),
  },
  {
    name: "offers STARTTLS and refuses it",
    isUntrusted: true,
    play: smtp({ STARTTLS: ["454 4.7.0 TLS not available"] }),
  },
  { name: "closes after STARTTLS", isUntrusted: true, play: smtp({ STARTTLS: close }) },
  {
    name: "agrees to STARTTLS and goes on in cleartext",
    isUntrusted: true,
    play: smtp({
      STARTTLS: async (peer) => {
        peer.say("220 Go ahead");
        await peer.data();
        peer.say("250-mail.example.com", "250 AUTH PLAIN");
      },
    }),
  },
  {
    name: "slips a reply in before the handshake (CVE-2021-33515)",
    play: smtp({
      STARTTLS: async (peer) => {
        peer.say("220 Go ahead", "250-evil.example", "250 AUTH LOGIN");
        await peer.data();
        peer.close();
      },
    }),
    isUntrusted: true,
  },
  {
    name: "never finishes the handshake",
    isSlow: true,
    isUntrusted: true,
    play: smtp({
      STARTTLS: async (peer) => {
        peer.say("220 Go ahead");
        await peer.gone();
      },
    }),
  },
  { name: "never begins implicit TLS", security: "tls", isSlow: true, isUntrusted: true, play: silent },
  { name: "greets in cleartext on an implicit TLS port", security: "tls", isUntrusted: true, play: smtp({}) },
  { name: "shows a self-signed certificate", isUntrusted: true, play: smtp({}, "selfSigned") },
  { name: "shows an expired certificate", isUntrusted: true, play: smtp({}, "expired") },
  { name: "shows a certificate for another name", isUntrusted: true, play: smtp({}, "otherName") },
  {
    name: "speaks nothing newer than TLS 1.0",
    isUntrusted: true,
    play: smtp({
      STARTTLS: async (peer, _line, certificates) => {
        peer.say("220 Go ahead");
        await peer.startTls({ ...certificates.good, ...OLD_TLS });
      },
    }),
  },
];

const AT_LOGIN: readonly Misbehaviour[] = [
  { name: "asks on and on during the login", play: smtp({ AUTH: (peer) => loop(peer, "334 UGFzc3dvcmQ6") }) },
  { name: "closes at the login", play: smtp({ AUTH: close }) },
  { name: "says 421 in the middle of the login", play: smtp({ AUTH: ["421 4.7.0 Too many errors"] }) },
  { name: "answers the login with a code that fits nothing", play: smtp({ AUTH: ["354 Go ahead"] }) },
  {
    name: "answers the login in GBK",
    play: smtp({ AUTH: (peer) => void peer.raw(Buffer.concat([Buffer.from("535 "), GBK, Buffer.from("\r\n")])) }),
  },
  {
    name: "repeats the password in its reply",
    play: smtp({
      AUTH: (peer, line) =>
        peer.say(`535 5.7.8 Bad: ${line} ${Buffer.from(line.split(" ")[2] ?? "", "base64").toString("latin1")}`),
    }),
  },
  {
    name: "answers the login one byte after another",
    isSlow: true,
    play: smtp({ AUTH: (peer) => peer.drip(bytesOf("235-well "), DRIP_MS) }),
  },
];

const AT_THE_MAIL: readonly Misbehaviour[] = [
  { name: "closes at MAIL", play: smtp({ MAIL: close }) },
  { name: "says 421 at MAIL", play: smtp({ MAIL: ["421 4.3.2 Shutting down"] }) },
  { name: "closes at RCPT", play: smtp({ RCPT: close }) },
  { name: "sends the recipient to a private address (551)", play: smtp({ RCPT: ["551 try <a@192.168.0.1>"] }) },
  { name: "says that it forwards (251)", play: smtp({ RCPT: ["251 User not local; will forward to <a@10.0.0.1>"] }) },
  { name: "closes at DATA", play: smtp({ DATA: close }) },
  { name: "answers DATA with 250", play: smtp({ DATA: ["250 2.0.0 Ok"] }) },
  { name: "closes after the message", play: smtp({ DOT: close }) },
  { name: "never answers the message", isSlow: true, play: smtp({ DOT: silent }) },
  { name: "answers the message without end", play: smtp({ DOT: (peer) => peer.flood("250-queued\r\n") }) },
  { name: "closes at QUIT", play: smtp({ QUIT: close }) },
  { name: "answers QUIT without end", play: smtp({ QUIT: (peer) => peer.flood("221-bye\r\n") }) },
];

const imap = (play: (peer: Peer, tag: string, line: string) => Promise<void> | void): Misbehaviour["play"] => {
  return async (peer) => {
    peer.say("* OK ready");
    for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
      await play(peer, line.split(" ")[0] ?? "", line.split(" ").slice(1).join(" "));
    }
  };
};
const OFFER = "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR";

const MAILBOXES: readonly Misbehaviour[] = [
  { name: "says BYE at once", protocol: "imap", isUntrusted: true, play: (peer) => peer.say("* BYE Too many users") },
  {
    name: "announces a literal of 4 GB",
    protocol: "imap",
    isUntrusted: true,
    play: imap((peer) => peer.say("* CAPABILITY {4294967295}")),
  },
  {
    name: "sends untagged lines without end",
    protocol: "imap",
    isUntrusted: true,
    play: imap((peer) => peer.flood("* OK still here\r\n")),
  },
  {
    name: "answers with a tag that nobody gave",
    protocol: "imap",
    isUntrusted: true,
    play: imap((peer) => peer.say(OFFER, "zzz OK done")),
  },
  {
    name: "slips a reply in before the handshake",
    protocol: "imap",
    isUntrusted: true,
    play: imap((peer, tag, line) =>
      line === "STARTTLS"
        ? peer.say(`${tag} OK go ahead`, OFFER)
        : peer.say("* CAPABILITY IMAP4rev1 STARTTLS", `${tag} OK done`),
    ),
  },
  {
    name: "sends the login to another server",
    protocol: "imap",
    security: "none",
    play: imap((peer, tag, line) =>
      line === "CAPABILITY"
        ? peer.say(OFFER, `${tag} OK done`)
        : peer.say(`${tag} NO [REFERRAL IMAP://ops@192.168.0.1/] Go there`),
    ),
  },
  {
    name: "asks on and on during the login",
    protocol: "imap",
    security: "none",
    play: imap((peer, tag, line) => (line === "CAPABILITY" ? peer.say(OFFER, `${tag} OK done`) : loop(peer, "+ "))),
  },
  { name: "greets with -ERR", protocol: "pop3", isUntrusted: true, play: (peer) => peer.say("-ERR Not now") },
  {
    name: "lists capabilities without end",
    protocol: "pop3",
    isUntrusted: true,
    play: async (peer) => {
      peer.say("+OK ready");
      await peer.line();
      peer.say("+OK");
      await peer.flood("TOP\r\n");
    },
  },
  {
    name: "refuses the login in GBK",
    protocol: "pop3",
    security: "none",
    play: async (peer) => {
      peer.say("+OK ready");
      for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
        if (line === "CAPA") peer.say("+OK", "USER", ".");
        else if (line.startsWith("PASS")) {
          peer.raw(Buffer.concat([Buffer.from("-ERR [AUTH] "), GBK, Buffer.from("\r\n")]));
        } else peer.say("+OK");
      }
    },
  },
  {
    name: "answers one byte after another",
    protocol: "pop3",
    isSlow: true,
    isUntrusted: true,
    play: async (peer) => {
      peer.say("+OK ready");
      await peer.line();
      await peer.drip(bytesOf("+OK"), DRIP_MS);
    },
  },
];

export const MISBEHAVIOURS: readonly Misbehaviour[] = [
  ...AT_THE_DOOR,
  ...AT_EHLO,
  ...AT_TLS,
  ...AT_LOGIN,
  ...AT_THE_MAIL,
  ...MAILBOXES,
];

async function loop(peer: Peer, challenge: string): Promise<void> {
  do peer.say(challenge);
  while ((await peer.line()) !== undefined);
}
