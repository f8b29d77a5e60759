import { createHmac } from "node:crypto";
import { DialogueError } from "./dialogueError.ts";

/** Who logs in, with the token already fetched. Never shown and never logged. */
export interface Credentials {
  readonly method: "plain" | "login" | "cram-md5" | "xoauth2";
  readonly username: string;
  readonly password: string;
  readonly accessToken: string;
}

export interface SaslClient {
  readonly mechanism: string;
  /** The first answer in base64, where the mechanism begins with the client. */
  readonly initial: string | undefined;
  /** @param challenge base64, as the server wrote it */
  answer(challenge: string): string;
}

/** No login takes more rounds; a server that asks on and on is left. */
export const MOST_CHALLENGES = 4;

export type SaslStep =
  | { readonly kind: "challenge"; readonly text: string }
  | { readonly kind: "done"; readonly reply: string };

/** RFC 4616 (PLAIN), RFC 2195 (CRAM-MD5), RFC 4954 (LOGIN as it is in use), Google's XOAUTH2. */
export function saslClient({ method, username, password, accessToken }: Credentials): SaslClient {
  if (method === "plain") {
    const initial = base64(`\0${username}\0${password}`);
    return { mechanism: "PLAIN", initial, answer: () => initial };
  }
  if (method === "xoauth2") {
    const initial = base64(`user=${username}\u0001auth=Bearer ${accessToken}\u0001\u0001`);
    let isFirst = true;
    const answer = (challenge: string) => {
      // A challenge with text holds the error; an empty answer lets the server refuse.
      const isQuestion = isFirst && challenge.trim() === "";
      isFirst = false;
      return isQuestion ? initial : "";
    };
    return { mechanism: "XOAUTH2", initial, answer };
  }
  if (method === "cram-md5") {
    const answer = (challenge: string) => {
      const digest = createHmac("md5", password).update(Buffer.from(challenge, "base64")).digest("hex");
      return base64(`${username} ${digest}`);
    };
    return { mechanism: "CRAM-MD5", initial: undefined, answer };
  }
  const answers = [base64(username), base64(password)];
  return { mechanism: "LOGIN", initial: undefined, answer: () => answers.shift() ?? "" };
}

/** Answers challenges until the server decides. @throws DialogueError where it never does */
export async function answerChallenges(
  client: SaslClient,
  read: () => Promise<SaslStep>,
  write: (answer: string) => void,
): Promise<string> {
  for (let round = 0; round <= MOST_CHALLENGES; round++) {
    const step = await read();
    if (step.kind === "done") return step.reply;
    write(client.answer(step.text));
  }
  throw tooManyChallenges();
}

export function tooManyChallenges(): DialogueError {
  return new DialogueError("Too many login challenges", { command: "AUTH" });
}

function base64(text: string): string {
  return Buffer.from(text, "utf8").toString("base64");
}
