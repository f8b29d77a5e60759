import type { ServerInfo } from "./account.ts";
import { connectTo, type Lookup, resolveHost } from "./connection/open.ts";
import { DialogueError } from "./dialogue/dialogueError.ts";
import { imapDialogue, quoted } from "./dialogue/imapDialogue.ts";
import { type Hear, LineSocket, type Wait } from "./dialogue/lineSocket.ts";
import { limitsOf, waitsOf } from "./limits.ts";
import type { Login } from "./login.ts";
import { tlsOptions } from "./server.ts";

/** No test mail with its attachments is longer. */
const LONGEST_MAIL_OCTETS = 64 * 1024 * 1024;
const LITERAL = /\{(\d+)\}$/;

/** The INBOX of an account, read only (RFC 9051). */
export interface Mailbox {
  /** The mails that hold a text, the newest first: those that have arrived until now. */
  search(text: string): Promise<readonly string[]>;
  /** The whole mail, as it is. */
  fetch(uid: string): Promise<Uint8Array>;
  close(): void;
}

export interface MailboxAccess {
  readonly server: ServerInfo;
  readonly login: Login;
  /** Certificates in PEM that are trusted instead of the machine's. */
  readonly ca: string | undefined;
  readonly lookup: Lookup;
  readonly signal: AbortSignal;
  readonly hear: Hear;
}

/** Logs in and opens the INBOX. @throws DialogueError, or what the socket throws */
export async function openMailbox(access: MailboxAccess): Promise<Mailbox> {
  const { server, login, ca, lookup, signal, hear } = access;
  const { connection } = limitsOf(server);
  const waits = waitsOf(server);
  const addresses = await resolveHost(server.host?.value ?? "", lookup, connection, signal);
  const socket = new LineSocket(await connectTo(addresses, server.port.value, connection, signal), signal, hear);
  try {
    const dialogue = imapDialogue({ socket, ...waits, ehloName: "" });
    if (server.security.value === "tls") await socket.encrypt(tlsOptions(server, ca), connection);
    await dialogue.greet();
    if (server.security.value === "starttls") {
      await dialogue.startTls();
      await socket.encrypt(tlsOptions(server, ca), connection);
    }
    await dialogue.login(login, await dialogue.capabilities());
    const box = mailboxOn(socket, waits.reply);
    await box.examine();
    return box;
  } catch (error) {
    socket.close();
    throw error;
  }
}

function mailboxOn(socket: LineSocket, reply: Wait) {
  let count = 0;
  /** Sends a command and reads up to its end; an untagged line may announce a literal. */
  const ask = async (command: string) => {
    const tag = `m${++count}`;
    socket.write(`${tag} ${command}`);
    const lines: string[] = [];
    let literal: Uint8Array | undefined;
    for (;;) {
      const line = await socket.read(reply, (it) => it);
      const octets = Number(LITERAL.exec(line)?.[1] ?? 0);
      if (octets > LONGEST_MAIL_OCTETS)
        throw new DialogueError("Server response exceeds maximum allowed size", { command });
      if (octets > 0) literal = await socket.readOctets(octets, reply);
      if (line.startsWith(`${tag} `)) {
        const text = line.slice(tag.length + 1);
        if (!/^OK\b/i.test(text)) throw new DialogueError("Refused", { code: "EREPLY", command, response: text });
        return { lines, literal };
      }
      lines.push(line);
    }
  };
  return {
    examine: () => ask("EXAMINE INBOX"),
    search: async (text: string) => {
      await ask("NOOP"); // What has come since is announced with it.
      const { lines } = await ask(`UID SEARCH TEXT ${quoted(text)}`);
      const found = lines.flatMap((line) => /^\* SEARCH\b(.*)$/i.exec(line)?.[1]?.match(/\d+/g) ?? []);
      return found.sort((a, b) => Number(b) - Number(a));
    },
    fetch: async (uid: string) => {
      const { literal } = await ask(`UID FETCH ${uid} (BODY.PEEK[])`);
      if (literal === undefined) throw new DialogueError("No IMAP reply", { command: "FETCH" });
      return literal;
    },
    close: () => socket.close(),
  };
}
