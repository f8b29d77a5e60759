import type { Dialogue, DialogueParts } from "./dialogue.ts";
import { DialogueError } from "./dialogueError.ts";
import type { Wait } from "./lineSocket.ts";
import { answerChallenges, type Credentials, type SaslStep, saslClient } from "./sasl.ts";

/** The client's side of POP3 up to the login (RFC 1939, RFC 2449, RFC 5034). */
export function pop3Dialogue({ socket, greeting, reply }: DialogueParts): Dialogue {
  async function ask(command: string, shown = command): Promise<string> {
    if (socket.hasUnread) throw new DialogueError("Unsolicited reply", { command: shown });
    socket.write(command, shown);
    return status(reply, shown);
  }

  async function status(wait: Wait, command: string): Promise<string> {
    return socket.read(wait, (line) => {
      if (/^\+OK\b/i.test(line)) return line;
      if (/^-ERR\b/i.test(line)) throw refused(line, command);
      throw new DialogueError("No POP3 reply", { command, response: line });
    });
  }

  async function userAndPass({ username, password }: Credentials): Promise<string> {
    await ask(`USER ${username}`);
    return ask(`PASS ${password}`, "PASS ***");
  }

  async function authenticate(credentials: Credentials): Promise<string> {
    const client = saslClient(credentials);
    const command = `AUTH ${client.mechanism}`;
    const read = async (): Promise<SaslStep> =>
      socket.read(reply, (line): SaslStep => {
        if (/^\+(?: |$)/.test(line)) return { kind: "challenge", text: line.slice(2) };
        if (/^\+OK\b/i.test(line)) return { kind: "done", reply: line };
        if (/^-ERR\b/i.test(line)) throw refused(line, command);
        throw new DialogueError("No POP3 reply", { command, response: line });
      });
    if (socket.hasUnread) throw new DialogueError("Unsolicited reply", { command });
    socket.write(command);
    return answerChallenges(client, read, (answer) => socket.write(answer, "***"));
  }

  const methods = (capabilities: readonly string[]) =>
    capabilities.filter((it) => /^SASL\s/i.test(it)).flatMap((it) => it.trim().toUpperCase().split(/\s+/).slice(1));

  return {
    greet: async () => status(greeting, "CONN"),
    capabilities: async () => {
      if (socket.hasUnread) throw new DialogueError("Unsolicited reply", { command: "CAPA" });
      socket.write("CAPA");
      const lines: string[] = [];
      return socket.read(reply, (line) => {
        // Servers older than RFC 2449 do not know the command.
        if (lines.length === 0 && /^-ERR\b/i.test(line)) return [];
        if (lines.length === 0 && !/^\+OK\b/i.test(line)) {
          throw new DialogueError("No POP3 reply", { command: "CAPA", response: line });
        }
        if (line === ".") return lines.slice(1);
        lines.push(line);
        return undefined;
      });
    },
    offersTls: (capabilities) => capabilities.some((it) => /^STLS$/i.test(it.trim())),
    startTls: async () => void (await ask("STLS")),
    methods,
    login: async (credentials, capabilities) => {
      const isSasl = credentials.method === "cram-md5" || credentials.method === "xoauth2";
      const hasPlain = credentials.method === "plain" && methods(capabilities).includes("PLAIN");
      return isSasl || hasPlain ? authenticate(credentials) : userAndPass(credentials);
    },
    quit: async () => void (await ask("QUIT")),
  };
}

function refused(response: string, command: string): DialogueError {
  return new DialogueError("Refused", { code: "EREPLY", command, response });
}
