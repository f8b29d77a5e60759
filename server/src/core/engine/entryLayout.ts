import { type Span, span } from "../text/span.ts";

/** What stands between the tokens of an entry. */
export interface Gaps {
  readonly comments: readonly Span[];
  /** The parentheses that close nothing or are never closed, in the order of the text. */
  readonly strayParentheses: readonly number[];
}

/** Reads comments and parentheses of an entry: everything that is no token. */
export function readGaps(text: string, tokens: readonly Span[]): Gaps {
  const comments: Span[] = [];
  const open: number[] = [];
  const stray: number[] = [];
  let at = 0;
  for (let token = 0; token <= tokens.length; token++) {
    const end = tokens[token]?.start ?? text.length;
    for (; at < end; at++) {
      const character = text[at];
      if (character === "(") open.push(at);
      else if (character === ")" && open.pop() === undefined) stray.push(at);
      else if (character === ";") {
        const start = at;
        while (at < end && text[at] !== "\n" && text[at] !== "\r") at++;
        comments.push(span(start, at));
        at--;
      }
    }
    at = Math.max(at, tokens[token]?.end ?? at);
  }
  // What was opened and never closed lies behind all that closes nothing.
  return { comments, strayParentheses: [...stray, ...open] };
}
