import { timeUp } from "./dialogue/dialogueError.ts";
import { MOST_CHALLENGES, tooManyChallenges } from "./dialogue/sasl.ts";
import type { TransportLog } from "./transport.ts";

/** Ends a conversation that nodemailer would let go on for ever. */
export interface ReplyWatch {
  readonly log: TransportLog;
  /** Aborted with the reason. */
  readonly signal: AbortSignal;
  /** Whether the message has gone out to its last dot, so that the server may have taken it whatever comes then. */
  readonly hasMessageOut: boolean;
  stop(): void;
}

/**
 * Nodemailer's limit counts from the last byte, so a server that sends a byte now and then is never late; and it answers
 * challenges of a login as long as they come. This one counts from what the client said until the whole reply is there.
 */
export function watchReplies(log: TransportLog, limitMs: number): ReplyWatch {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let challenges = 0;
  let hasMessageOut = false;
  const late = () => controller.abort(timeUp("Reply timeout", "REPLY_TIMEOUT"));
  return {
    log: (entry, message, ...values) => {
      const { tnx } = entry;
      hasMessageOut ||= tnx === "message";
      if (tnx === "client" || tnx === "server" || tnx === "message") clearTimeout(timer);
      // After the message comes its reply; while it goes out, nothing is waited for.
      if (!isOver && (tnx === "client" || tnx === "message")) timer = setTimeout(late, limitMs);
      log(entry, message, ...values);
      if (tnx === "server" && /^334/.test(message)) challenges++;
      if (challenges > MOST_CHALLENGES) controller.abort(tooManyChallenges());
    },
    signal: controller.signal,
    get hasMessageOut() {
      return hasMessageOut;
    },
    stop: () => {
      // QUIT goes out after the end; nobody waits for its reply.
      isOver = true;
      clearTimeout(timer);
    },
  };
}
