import type { Place } from "../answers.ts";

export type PassResult =
  | "pass"
  | "fail"
  | "softfail"
  | "neutral"
  | "none"
  | "temperror"
  | "permerror"
  /** The files alone cannot tell. */
  | "unknown";

/** One line as a receiver writes it into Authentication-Results (RFC 8601 §2.3), with what follows from it. */
export interface PassRow {
  readonly check: "spf" | "dkim" | "dmarc";
  readonly result: PassResult;
  /** What was checked: `example.com`, `s1._domainkey.example.com`. */
  readonly subject: string;
  /** Why, in the user's language. */
  readonly why: string;
  /** What receivers do then. */
  readonly consequence?: string;
  /** What to change; `""` where nothing need be. */
  readonly next: string;
  /** The line that decides, or where one is missing. */
  readonly place?: Place | undefined;
}

/** A message as it would arrive. */
export interface PassQuery {
  /** With its header fields, one character an octet. */
  readonly message: string;
  /** MAIL FROM; `""` for a bounce. */
  readonly sender: string;
  /** The address of the host that hands the mail over, where it is known. */
  readonly ip?: string | undefined;
  /** The host that the mail is submitted to: where the zone has its address, that is taken for the one above. */
  readonly host?: string | undefined;
}
