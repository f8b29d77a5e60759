/**
 * Why a conversation with a server could not go on, in the form of nodemailer's errors, so that `explainFailure` reads both.
 * The message is for `facts/networkTexts.ts`; it holds nothing that the server said.
 */
export class DialogueError extends Error {
  readonly code: string;
  /** Which time limit it was, as nodemailer calls it. */
  readonly timeoutType: string;
  /** What was said, without secrets. */
  readonly command: string;
  /** What the server answered. */
  readonly response: string;

  constructor(message: string, { code = "EDIALOGUE", timeoutType = "", command = "", response = "" } = {}) {
    super(message);
    this.name = "DialogueError";
    this.code = code;
    this.timeoutType = timeoutType;
    this.command = command;
    this.response = response;
  }
}

export function timeUp(message: string, timeoutType: string): DialogueError {
  return new DialogueError(message, { code: "ETIMEDOUT", timeoutType });
}
