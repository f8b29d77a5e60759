/** Who has to act: the one who sends, the server that sends for them, the other end, or the network between. */
export type Fault = "sender" | "server" | "receiver" | "recipient" | "network" | "reputation" | "nobody";

/** The part of an account's configuration that a reply speaks of; `none` where nothing there could mend it. */
export type Part =
  | "host"
  | "port"
  | "security"
  | "certificate"
  | "username"
  | "password"
  | "authMethod"
  | "ehloName"
  | "from"
  | "to"
  | "message"
  | "timeouts"
  | "rate"
  | "none";

/** What a reply or an error means. `what` and `next` are English sentences for `t`. */
export interface ReplyFact {
  readonly fault: Fault;
  readonly part: Part;
  readonly what: string;
  readonly next: string;
  /** The section that decides, or who is known to say so. */
  readonly source: string;
}

export function fact(fault: Fault, part: Part, source: string, what: string, next: string): ReplyFact {
  return { fault, part, what, next, source };
}

/** What the text holds (letter case aside), who says it, fault, part, meaning, next step. */
export type TextRow = readonly [pattern: RegExp, source: string, Fault, Part, what: string, next: string];

export function textTable(rows: readonly TextRow[]): readonly (readonly [RegExp, ReplyFact])[] {
  return rows.map(([pattern, source, fault, part, what, next]) => [pattern, { fault, part, what, next, source }]);
}
