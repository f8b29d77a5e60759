import { type Span, span } from "../text/span.ts";

/** What stands between the tokens of an entry. */
export interface Gaps {
  readonly comments: readonly Span[];
  /** The first parenthesis that is never closed, or closes nothing. */
  readonly strayParenthesis: number | undefined;
}

/** Reads comments and parentheses of an entry: everything that is no token. */
export function readGaps(text: string, tokens: readonly Span[]): Gaps {
  const comments: Span[] = [];
  const open: number[] = [];
  let stray: number | undefined;
  let at = 0;
  for (let token = 0; token <= tokens.length; token++) {
    const end = tokens[token]?.start ?? text.length;
    for (; at < end; at++) {
      const character = text[at];
      if (character === "(") open.push(at);
      else if (character === ")" && open.pop() === undefined) stray ??= at;
      else if (character === ";") {
        const start = at;
        while (at < end && text[at] !== "\n" && text[at] !== "\r") at++;
        comments.push(span(start, at));
        at--;
      }
    }
    at = Math.max(at, tokens[token]?.end ?? at);
  }
  return { comments, strayParenthesis: stray ?? open[0] };
}
