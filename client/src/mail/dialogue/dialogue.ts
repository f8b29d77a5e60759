import type { LineSocket, Wait } from "./lineSocket.ts";
import type { Credentials } from "./sasl.ts";

/** What SMTP, IMAP and POP3 have in common until somebody is logged in. */
export interface Dialogue {
  /** @returns the server's first words */
  greet(): Promise<string>;
  /** @returns what the server says it can do, each as it is written; SMTP's and POP3's without their first line */
  capabilities(): Promise<readonly string[]>;
  /** Whether these hold the offer of TLS. */
  offersTls(capabilities: readonly string[]): boolean;
  /** Asks for TLS: after it comes the handshake. */
  startTls(): Promise<void>;
  /** The login methods in a list of capabilities, in capitals. */
  methods(capabilities: readonly string[]): readonly string[];
  /** @returns the server's words */
  login(credentials: Credentials, capabilities: readonly string[]): Promise<string>;
  /** Says good-bye; what is answered does not matter. */
  quit(): Promise<void>;
}

export interface DialogueParts {
  readonly socket: LineSocket;
  readonly greeting: Wait;
  readonly reply: Wait;
  /** How the client calls itself in EHLO. */
  readonly ehloName: string;
}
