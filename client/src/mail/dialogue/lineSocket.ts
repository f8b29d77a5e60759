import type net from "node:net";
import tls from "node:tls";
import { decodeBytes } from "../decodeReply.ts";
import { DialogueError, timeUp } from "./dialogueError.ts";

/** No reply of a mail server is longer; who sends more wants to fill the memory (RFC 5321 §4.5.3.1.5 asks for 512). */
const LONGEST_REPLY_OCTETS = 64 * 1024;
const LF = 10;

/** What may pass until a reply is whole, and how that failure is called. */
export interface Wait {
  readonly limitMs: number;
  /** As nodemailer calls it: `GREETING_TIMEOUT`. */
  readonly timeoutType: string;
}

/** Takes what was said, before it is redacted. */
export type Hear = (speaker: "client" | "server" | "network", text: string) => void;

/**
 * A connection that is read line by line. Each reply has a limit of time and of length, both for the whole of it: a server
 * that sends a byte a second, or never ends, is left.
 */
export class LineSocket {
  #socket: net.Socket;
  readonly #signal: AbortSignal;
  readonly #hear: Hear;
  #unread: Buffer = Buffer.alloc(0);
  #failure: Error | undefined;
  #wake: () => void = () => {};
  #isListening = false;
  readonly #onData = (chunk: Buffer) => this.#take(chunk);
  readonly #onError = (error: Error) => this.#fail(error);
  readonly #onEnd = () => this.#fail(new DialogueError("Connection closed unexpectedly", { code: "ECONNECTION" }));
  readonly #onAbort = () => this.#fail(new DialogueError("Cancelled", { code: "ABORT_ERR" }));

  constructor(socket: net.Socket, signal: AbortSignal, hear: Hear) {
    this.#socket = socket;
    this.#signal = signal;
    this.#hear = hear;
    signal.addEventListener("abort", this.#onAbort, { once: true });
    this.#socket.on("error", this.#onError);
    this.#socket.on("close", this.#onEnd);
    if (signal.aborted) this.#onAbort();
  }

  /**
   * Reads lines until `take` has what it wants.
   *
   * @param take gets one line; `undefined` asks for the next
   * @throws DialogueError, or the socket's error
   */
  async read<T>(wait: Wait, take: (line: string) => T | undefined): Promise<T> {
    this.#listen();
    let octets = 0;
    const timer = setTimeout(() => this.#fail(this.#late(wait, octets > 0)), wait.limitMs);
    try {
      for (;;) {
        const end = this.#unread.indexOf(LF);
        if (octets + (end < 0 ? this.#unread.length : end) > LONGEST_REPLY_OCTETS) throw tooLong();
        if (end >= 0) {
          octets += end + 1;
          const taken = take(this.#cut(end));
          if (taken !== undefined) return taken;
          continue;
        }
        await this.#more();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Reads a stretch of octets as it is, such as a literal of IMAP; the caller says how many are too many. */
  async readOctets(count: number, wait: Wait): Promise<Buffer> {
    this.#listen();
    const pieces: Buffer[] = [];
    const timer = setTimeout(() => this.#fail(this.#late(wait, pieces.length > 0)), wait.limitMs);
    try {
      for (let left = count; ; ) {
        const piece = this.#unread.subarray(0, left);
        this.#unread = this.#unread.subarray(piece.length);
        pieces.push(piece);
        left -= piece.length;
        if (left === 0) return Buffer.concat(pieces);
        await this.#more();
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param shown what a transcript may hold of it */
  write(line: string, shown = line): void {
    if (this.#failure !== undefined) throw this.#failure;
    // A user name with a line break would be a command of its own.
    if (/[\r\n]/.test(line)) throw new DialogueError("Line break in a command", { command: shown });
    this.#hear("client", shown);
    this.#socket.write(`${line}\r\n`);
  }

  /** Whether the server said more than it was asked, and so speaks out of turn. */
  get hasUnread(): boolean {
    return this.#unread.length > 0;
  }

  /**
   * Changes to TLS. Bytes that came before it are refused: they would be read as if they had been protected (RFC 3207 §6,
   * CVE-2021-33515).
   *
   * @param late what is thrown when the handshake takes too long
   */
  async encrypt(
    options: tls.ConnectionOptions,
    limitMs: number,
    late: Error = timeUp("TLS handshake timed out", "UPGRADE_TIMEOUT"),
  ): Promise<tls.TLSSocket> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.hasUnread) throw new DialogueError("Bytes before the TLS handshake", { command: "STARTTLS" });
    const plain = this.#socket;
    plain.off("data", this.#onData).off("close", this.#onEnd).off("end", this.#onEnd);
    this.#isListening = false;
    const secure = tls.connect({ ...options, socket: plain });
    this.#socket = secure;
    secure.on("error", this.#onError).on("close", this.#onEnd);
    const timer = setTimeout(() => this.#fail(late), limitMs);
    try {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        secure.once("secureConnect", resolve);
      });
      if (this.#failure !== undefined) throw this.#failure;
      return secure;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#signal.removeEventListener("abort", this.#onAbort);
    this.#failure ??= new DialogueError("Connection closed", { code: "ECONNECTION" });
    this.#socket.destroy();
  }

  /** Waits for the next octets. */
  async #more(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (this.#socket.isPaused()) this.#socket.resume();
    });
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    this.#socket.on("data", this.#onData).on("end", this.#onEnd);
  }

  #take(chunk: Buffer): void {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    // Nobody needs more at once; the rest waits in the network.
    if (this.#unread.length > LONGEST_REPLY_OCTETS) this.#socket.pause();
    this.#wake();
  }

  #cut(end: number): string {
    const bytes = this.#unread.subarray(0, end > 0 && this.#unread[end - 1] === 13 ? end - 1 : end);
    this.#unread = this.#unread.subarray(end + 1);
    const line = decodeBytes(bytes);
    this.#hear("server", line);
    return line;
  }

  /** What failed first counts; what was read before it stays readable. */
  #fail(error: Error): void {
    this.#failure ??= error;
    this.#socket.destroy();
    this.#wake();
  }

  #late({ timeoutType }: Wait, hasBegun: boolean): DialogueError {
    const isGreeting = timeoutType === "GREETING_TIMEOUT";
    if (hasBegun || this.#unread.length > 0)
      return timeUp(isGreeting ? "Greeting never finished" : "Reply never finished", "SLOW");
    return timeUp(isGreeting ? "Greeting never received" : "Reply timeout", timeoutType);
  }
}

function tooLong(): DialogueError {
  return new DialogueError("Server response exceeds maximum allowed size");
}
