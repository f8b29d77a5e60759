import type { Dialogue, DialogueParts } from "./dialogue.ts";
import { DialogueError } from "./dialogueError.ts";
import type { Wait } from "./lineSocket.ts";
import { answerChallenges, type SaslStep, saslClient } from "./sasl.ts";

interface Reply {
  readonly code: number;
  /** Without codes, one entry a line. */
  readonly lines: readonly string[];
  readonly text: string;
}

/** The client's side of SMTP up to the login (RFC 5321, RFC 3207, RFC 4954). */
export function smtpDialogue({ socket, greeting, reply, ehloName }: DialogueParts): Dialogue {
  const ask = async (command: string, shown = command): Promise<Reply> => {
    if (socket.hasUnread) throw new DialogueError("Unsolicited reply", { command: shown });
    socket.write(command, shown);
    return readReply(reply, shown);
  };

  async function readReply(wait: Wait, command: string): Promise<Reply> {
    const seen: string[] = [];
    return socket.read(wait, (line) => {
      seen.push(line);
      const response = seen.join("\n");
      const [, code, dash] = /^([2-5]\d\d)([ -]|$)/.exec(line) ?? [];
      if (code === undefined) throw new DialogueError("Line without a reply code", { command, response });
      if (!seen[0]?.startsWith(code)) throw new DialogueError("Reply codes differ", { command, response });
      if (dash === "-") return undefined;
      return { code: Number(code), lines: seen.map((it) => it.slice(4)), text: response };
    });
  }

  return {
    greet: async () => accepted(await readReply(greeting, "CONN"), "CONN").text,
    capabilities: async () => {
      const answer = await ask(`EHLO ${ehloName}`);
      if (answer.code !== 500 && answer.code !== 502) return accepted(answer, "EHLO").lines.slice(1);
      // A server older than RFC 1869 has no extensions at all.
      accepted(await ask(`HELO ${ehloName}`), "HELO");
      return [];
    },
    offersTls: (capabilities) => capabilities.some((it) => /^STARTTLS$/i.test(it.trim())),
    startTls: async () => void accepted(await ask("STARTTLS"), "STARTTLS"),
    methods: (capabilities) =>
      capabilities
        .filter((it) => /^AUTH[ =]/i.test(it))
        .flatMap((it) => it.slice(5).toUpperCase().split(/[ =]+/))
        .filter((it) => it !== ""),
    login: async (credentials) => {
      const client = saslClient(credentials);
      const command = `AUTH ${client.mechanism}`;
      const read = async (): Promise<SaslStep> => {
        const answer = await readReply(reply, command);
        if (answer.code === 334) return { kind: "challenge", text: answer.lines[0] ?? "" };
        return { kind: "done", reply: accepted(answer, command).text };
      };
      if (socket.hasUnread) throw new DialogueError("Unsolicited reply", { command });
      const { initial } = client;
      socket.write(initial ? `${command} ${initial}` : command, initial ? `${command} ***` : command);
      return answerChallenges(client, read, (answer) => socket.write(answer, "***"));
    },
    quit: async () => void (await ask("QUIT")),
  };
}

function accepted(answer: Reply, command: string): Reply {
  if (answer.code >= 200 && answer.code < 300) return answer;
  throw new DialogueError("Refused", { code: "EREPLY", command, response: answer.text });
}
