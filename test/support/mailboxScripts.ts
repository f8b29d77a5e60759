import { type Certificate, PASSWORD, USER } from "./mailServer.ts";
import type { Peer } from "./scriptedServer.ts";

/** An IMAP server as far as the login, in a form that tests can bend. */
export interface MailboxOptions {
  readonly certificate: Certificate;
  /** Offers and requires STARTTLS. */
  readonly isStartTls?: boolean;
  readonly capabilities?: readonly string[];
  /** The answer to a wrong password. */
  readonly refusal?: string;
}

const PLAIN = Buffer.from(`\0${USER}\0${PASSWORD}`).toString("base64");

export async function imapScript(peer: Peer, options: MailboxOptions): Promise<void> {
  const { certificate, isStartTls = false, refusal = "[AUTHENTICATIONFAILED] Invalid credentials" } = options;
  const { capabilities = ["IMAP4rev1", "SASL-IR", "AUTH=PLAIN", "IDLE", "UTF8=ACCEPT", "QRESYNC"] } = options;
  let isPlain = isStartTls;
  peer.say("* OK [CAPABILITY IMAP4rev1] ready");
  for (;;) {
    const line = await peer.line();
    if (line === undefined) return;
    const [tag = "", command = "", ...words] = line.split(" ");
    if (command === "CAPABILITY") {
      const offered = isPlain ? ["IMAP4rev1", "STARTTLS", "LOGINDISABLED"] : capabilities;
      peer.say(`* CAPABILITY ${offered.join(" ")}`, `${tag} OK done`);
    } else if (command === "STARTTLS" && isPlain) {
      peer.say(`${tag} OK go ahead`);
      await peer.startTls(certificate);
      isPlain = false;
    } else if (command === "AUTHENTICATE") {
      if (words[1] === undefined) peer.say("+ ");
      const given = words[1] ?? (await peer.line());
      peer.say(given === PLAIN ? `${tag} OK Logged in` : `${tag} NO ${refusal}`);
    } else if (command === "LOGIN") {
      const isRight = await readLogin(peer, words);
      peer.say(isRight ? `${tag} OK Logged in` : `${tag} NO ${refusal}`);
    } else if (command === "LOGOUT") {
      peer.say("* BYE bye", `${tag} OK done`);
      peer.end();
    } else peer.say(`${tag} BAD unknown`);
  }
}

/** The password of the tests holds letters that only a literal can carry. */
async function readLogin(peer: Peer, words: readonly string[]): Promise<boolean> {
  if (!words[0]?.startsWith("{")) return false;
  peer.say("+ go on");
  const [user, length] = ((await peer.line()) ?? "").split(" {");
  if (length === undefined) return false;
  peer.say("+ go on");
  const password = Buffer.from((await peer.line()) ?? "", "latin1").toString("utf8");
  return user === USER && password === PASSWORD;
}

export async function pop3Script(peer: Peer, options: MailboxOptions): Promise<void> {
  const { certificate, isStartTls = false, refusal = "[AUTH] Invalid login" } = options;
  const { capabilities = ["TOP", "UIDL", "RESP-CODES", "USER", "SASL PLAIN LOGIN"] } = options;
  let isPlain = isStartTls;
  let user = "";
  peer.say("+OK ready");
  for (;;) {
    const line = await peer.line();
    if (line === undefined) return;
    const [command = "", ...words] = line.split(" ");
    if (command === "CAPA") peer.say("+OK list follows", ...(isPlain ? ["STLS", "TOP"] : capabilities), ".");
    else if (command === "STLS" && isPlain) {
      peer.say("+OK go ahead");
      await peer.startTls(certificate);
      isPlain = false;
    } else if (command === "AUTH") {
      peer.say("+ ");
      peer.say((await peer.line()) === PLAIN ? "+OK Logged in" : `-ERR ${refusal}`);
    } else if (command === "USER") {
      user = words.join(" ");
      peer.say("+OK");
    } else if (command === "PASS") {
      const password = Buffer.from(words.join(" "), "latin1").toString("utf8");
      peer.say(user === USER && password === PASSWORD ? "+OK Logged in" : `-ERR ${refusal}`);
    } else if (command === "QUIT") {
      peer.say("+OK bye");
      peer.end();
    } else peer.say("-ERR unknown");
  }
}
