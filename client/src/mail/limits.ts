import type { ServerInfo } from "./account.ts";
import type { DialogueParts } from "./dialogue/dialogue.ts";

/** Milliseconds, where the file sets none: a person waits for this. */
const TIMEOUTS = { connection: 10_000, greeting: 10_000, socket: 60_000 };

/** How long connecting, the greeting and each reply may take, in milliseconds. */
export function limitsOf({ timeouts }: ServerInfo): { readonly [key in keyof typeof TIMEOUTS]: number } {
  return {
    connection: timeouts.connection?.value ?? TIMEOUTS.connection,
    greeting: timeouts.greeting?.value ?? TIMEOUTS.greeting,
    socket: timeouts.socket?.value ?? TIMEOUTS.socket,
  };
}

/** The same for our own dialogues. */
export function waitsOf(server: ServerInfo): Pick<DialogueParts, "greeting" | "reply"> {
  const { greeting, socket } = limitsOf(server);
  return {
    greeting: { limitMs: greeting, timeoutType: "GREETING_TIMEOUT" },
    reply: { limitMs: socket, timeoutType: "REPLY_TIMEOUT" },
  };
}
