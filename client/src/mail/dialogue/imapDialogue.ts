import type { Dialogue, DialogueParts } from "./dialogue.ts";
import { DialogueError } from "./dialogueError.ts";
import type { Wait } from "./lineSocket.ts";
import { answerChallenges, type Credentials, type SaslStep, saslClient } from "./sasl.ts";

type Answer =
  | { readonly kind: "untagged"; readonly text: string }
  | { readonly kind: "challenge"; readonly text: string }
  | { readonly kind: "done"; readonly isOk: boolean; readonly text: string };

/** A literal that a server announces: its length in octets follows (RFC 9051 §4.3). */
const LITERAL = /\{(\d+)\+?\}$/;
const LONGEST_LITERAL = 64 * 1024;

/** The client's side of IMAP up to the login (RFC 9051 and RFC 3501). */
export function imapDialogue({ socket, greeting, reply }: DialogueParts): Dialogue {
  let count = 0;
  const nextTag = () => {
    count++;
    return `a${count}`;
  };

  /** Reads up to the answer to `tag`, or to a challenge; untagged lines go to `hear`. */
  async function read(wait: Wait, tag: string, command: string, hear: (text: string) => void): Promise<Answer> {
    return socket.read(wait, (line) => {
      const answer = answerOf(line, tag, command);
      if (answer.kind !== "untagged") return answer;
      if (/^BYE\b/i.test(answer.text)) throw refused(line, command);
      hear(answer.text);
      return undefined;
    });
  }

  async function ask(command: string, hear: (text: string) => void = () => {}): Promise<string> {
    const tag = nextTag();
    socket.write(`${tag} ${command}`);
    return ended(await read(reply, tag, command, hear), command);
  }

  async function logIn({ username, password }: Credentials): Promise<string> {
    const tag = nextTag();
    const words = [username, password];
    if (words.every(isQuotable)) {
      socket.write(`${tag} LOGIN ${words.map(quoted).join(" ")}`, `${tag} LOGIN *** ***`);
      return ended(await read(reply, tag, "LOGIN", () => {}), "LOGIN");
    }
    let sent = `${tag} LOGIN`;
    let shown = sent;
    for (const word of words) {
      socket.write(`${sent} {${Buffer.byteLength(word)}}`, `${shown} {…}`);
      const leave = await read(reply, tag, "LOGIN", () => {});
      if (leave.kind !== "challenge") return ended(leave, "LOGIN");
      [sent, shown] = [word, "***"];
    }
    socket.write(sent, shown);
    return ended(await read(reply, tag, "LOGIN", () => {}), "LOGIN");
  }

  async function authenticate(credentials: Credentials, hasInitial: boolean): Promise<string> {
    const client = saslClient(credentials);
    const tag = nextTag();
    const command = `AUTHENTICATE ${client.mechanism}`;
    let waiting = client.initial;
    const begin = hasInitial && waiting !== undefined;
    socket.write(
      begin ? `${tag} ${command} ${waiting}` : `${tag} ${command}`,
      begin ? `${tag} ${command} ***` : `${tag} ${command}`,
    );
    if (begin) waiting = undefined;
    const step = async (): Promise<SaslStep> => {
      const answer = await read(reply, tag, command, () => {});
      return answer.kind === "challenge" ? answer : { kind: "done", reply: ended(answer, command) };
    };
    return answerChallenges(client, step, (answer) => socket.write(answer, "***"));
  }

  const methods = (capabilities: readonly string[]) =>
    capabilities.filter((it) => /^AUTH=/i.test(it)).map((it) => it.slice(5).toUpperCase());

  return {
    greet: async () => {
      return socket.read(greeting, (line) => {
        if (/^\* BYE\b/i.test(line)) throw refused(line, "CONN");
        if (!/^\* (?:OK|PREAUTH)\b/i.test(line)) {
          throw new DialogueError("No IMAP greeting", { command: "CONN", response: line });
        }
        return line.slice(2);
      });
    },
    capabilities: async () => {
      const found: string[] = [];
      await ask("CAPABILITY", (text) => {
        if (/^CAPABILITY /i.test(text)) found.push(...text.split(/\s+/).slice(1));
      });
      return found.filter((it) => it !== "");
    },
    offersTls: (capabilities) => capabilities.some((it) => /^STARTTLS$/i.test(it)),
    startTls: async () => void (await ask("STARTTLS")),
    methods,
    login: async (credentials, capabilities) => {
      const has = (name: string) => capabilities.some((it) => it.toUpperCase() === name);
      const { method } = credentials;
      const isCommand = method === "login" || (method === "plain" && !has("AUTH=PLAIN"));
      // RFC 9051 §6.2.3: there the server takes no LOGIN, and whoever listens would have the password.
      if (isCommand && has("LOGINDISABLED")) throw new DialogueError("Login held back", { command: "LOGIN" });
      return isCommand ? logIn(credentials) : authenticate(credentials, has("SASL-IR"));
    },
    quit: async () => {
      const tag = nextTag();
      socket.write(`${tag} LOGOUT`);
      await socket.read(reply, (line) => line.startsWith(`${tag} `) || undefined);
    },
  };
}

function answerOf(line: string, tag: string, command: string): Answer {
  const literal = LITERAL.exec(line)?.[1];
  if (literal !== undefined && Number(literal) > LONGEST_LITERAL) {
    throw new DialogueError("Server response exceeds maximum allowed size", { command });
  }
  if (line.startsWith("* ")) return { kind: "untagged", text: line.slice(2) };
  if (line === "+" || line.startsWith("+ ")) return { kind: "challenge", text: line.slice(2) };
  const [, status] = (line.startsWith(`${tag} `) && /^(OK|NO|BAD)\b/i.exec(line.slice(tag.length + 1))) || [];
  if (status === undefined) throw new DialogueError("No IMAP reply", { command, response: line });
  return { kind: "done", isOk: status.toUpperCase() === "OK", text: line.slice(tag.length + 1) };
}

function ended(answer: Answer, command: string): string {
  if (answer.kind !== "done") throw new DialogueError("Unsolicited reply", { command, response: answer.text });
  if (!answer.isOk) throw refused(answer.text, command);
  return answer.text;
}

function refused(response: string, command: string): DialogueError {
  return new DialogueError("Refused", { code: "EREPLY", command, response });
}

/** Other words go as literals (RFC 9051 §9, `quoted`). */
function isQuotable(word: string): boolean {
  return /^[\x20-\x7e]*$/.test(word) && word.length < 200;
}

/** A quoted string (RFC 9051 §9). */
export function quoted(word: string): string {
  return `"${word.replace(/["\\]/g, "\\$&")}"`;
}
