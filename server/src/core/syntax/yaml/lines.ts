/** The offset of the line break (LF, CRLF or CR) at or after `at`, or the end of the text. */
export function lineEndOf(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 10 || unit === 13) break;
  }
  return end;
}

/** Where the line after the break at `lineEnd` begins. */
export function afterBreak(text: string, lineEnd: number): number {
  if (text[lineEnd] === "\r" && text[lineEnd + 1] === "\n") return lineEnd + 2;
  return Math.min(lineEnd + 1, text.length);
}

export function lineStartOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

export function skipBlanks(text: string, at: number): number {
  let next = at;
  while (text[next] === " " || text[next] === "\t") next++;
  return next;
}

/** Whether nothing, a blank or a line break stands at `at`: what ends an indicator such as `:` or `-`. */
export function isGap(text: string, at: number): boolean {
  const c = text[at];
  return c === undefined || c === " " || c === "\t" || c === "\n" || c === "\r";
}
