import {
  BACKSLASH,
  BLANK,
  CLOSE,
  COMMENT,
  classOf,
  KIND,
  LINE_FEED,
  OPEN,
  QUOTE,
  RETURN,
  ttlOf,
  typeOf,
  WORD,
} from "./characters.ts";

/** Bits of a token's kind. */
export const QUOTED = 1;
export const ESCAPED = 2;

/** Bits of an entry's status. */
export const BLANK_OWNER = 1;
/** A parenthesis was still open where the next record (or the text) begins: the entry was cut there. */
export const UNBALANCED = 2;
export const STRAY_CLOSE = 4;
export const OPEN_QUOTE = 8;
/** The text ended inside parentheses: with more text the entry may go on. */
export const UNFINISHED = 16;

const MAX_TOKENS = 1 << 16;
/** 65,535 octets of data, each written as four characters, fit twice: what is longer has lost its parenthesis. */
const MAX_ENTRY = 1 << 19;

/**
 * Cuts a text into entries: one record or directive, joined over parentheses, whole lines always. The tokens of one
 * entry lie in flat arrays that the next one overwrites; nothing is allocated.
 */
export class EntryScanner {
  readonly from = new Int32Array(MAX_TOKENS);
  readonly to = new Int32Array(MAX_TOKENS);
  readonly kind = new Uint8Array(MAX_TOKENS);
  count = 0;
  /** Of the line that holds the first token. */
  start = 0;
  /** After the line end of the last line. */
  next = 0;
  status = 0;
  newlines = 0;
  /** Whether a comment that was passed speaks to this program (`; mailconfig-disable-line …`). Set, never cleared. */
  sawSuppression = false;

  /** Reads the next entry at or after `at`, a line start. False if only blanks and comments are left. */
  scan(bytes: Uint8Array, at: number, end: number): boolean {
    const { from, to, kind } = this;
    let start = at;
    let count = 0;
    let depth = 0;
    let status = 0;
    let newlines = 0;
    /** Behind the first parenthesis of the entry. */
    let parenthesis = -1;
    scanning: while (at < end) {
      switch (KIND[bytes[at]!]) {
        case BLANK:
          at++;
          break;
        case RETURN:
          at++;
          if (at < end && bytes[at] === 10) break;
          newlines++;
          if (depth === 0) {
            if (count > 0 || (status & STRAY_CLOSE) !== 0) break scanning;
            start = at;
            parenthesis = -1;
          } else if (at - start > MAX_ENTRY || startsRecord(bytes, at, end)) {
            status |= UNBALANCED;
            break scanning;
          }
          break;
        case LINE_FEED:
          at++;
          newlines++;
          if (depth === 0) {
            if (count > 0 || (status & STRAY_CLOSE) !== 0) break scanning;
            start = at;
            parenthesis = -1;
          } else if (at - start > MAX_ENTRY || startsRecord(bytes, at, end)) {
            status |= UNBALANCED;
            break scanning;
          }
          break;
        case COMMENT: {
          const first = at;
          while (at < end && bytes[at] !== 10 && bytes[at] !== 13) at++;
          if (at - first >= 18 && !this.sawSuppression) this.sawSuppression = isSuppression(bytes, first + 1, at);
          break;
        }
        case OPEN:
          depth++;
          at++;
          if (parenthesis < 0) parenthesis = at;
          break;
        case CLOSE:
          if (depth > 0) depth--;
          else status |= STRAY_CLOSE;
          at++;
          if (parenthesis < 0) parenthesis = at;
          break;
        case QUOTE: {
          const first = at++;
          let escaped = 0;
          for (let byte = bytes[at]; at < end && byte !== 34 && byte !== 10 && byte !== 13; byte = bytes[++at]) {
            if (byte === 92 && at + 1 < end && bytes[at + 1] !== 10 && bytes[at + 1] !== 13) {
              escaped = ESCAPED;
              at++;
            }
          }
          if (at < end && bytes[at] === 34) at++;
          else status |= OPEN_QUOTE;
          if (count < MAX_TOKENS) {
            from[count] = first;
            to[count] = at;
            kind[count++] = QUOTED | escaped;
          }
          break;
        }
        default: {
          const first = at;
          let escaped = 0;
          for (; at < end; at++) {
            const next = KIND[bytes[at]!];
            if (next === WORD) continue;
            if (next !== BACKSLASH) break;
            escaped = ESCAPED;
            if (at + 1 < end && bytes[at + 1] !== 10 && bytes[at + 1] !== 13) at++;
          }
          if (count < MAX_TOKENS) {
            from[count] = first;
            to[count] = at;
            kind[count++] = escaped;
          }
        }
      }
    }
    if (at >= end && depth > 0) status |= UNBALANCED | UNFINISHED;
    if (count === 0 && (status & (STRAY_CLOSE | UNBALANCED)) !== 0) count = this.#emptyToken(parenthesis);
    if (count > 0 && KIND[bytes[start]!] === BLANK) status |= BLANK_OWNER;
    this.start = start;
    this.next = at;
    this.count = count;
    this.status = status;
    this.newlines = newlines;
    return count > 0;
  }

  /** Parentheses that do not match and hold nothing make an entry of one empty token, so that somebody can say it. */
  #emptyToken(at: number): number {
    this.from[0] = this.to[0] = at;
    this.kind[0] = 0;
    return 1;
  }
}

/** `mailconfig-` behind the semicolon and blanks. */
function isSuppression(bytes: Uint8Array, at: number, end: number): boolean {
  while (at < end && (KIND[bytes[at]!] === BLANK || bytes[at] === 59)) at++;
  for (let index = 0; index < SUPPRESSION.length; index++) if (bytes[at + index] !== SUPPRESSION[index]) return false;
  return at + SUPPRESSION.length <= end;
}
const SUPPRESSION = Uint8Array.from("mailconfig-", (it) => it.charCodeAt(0));

/**
 * Whether a line inside parentheses is the next record after a forgotten `)`: `owner [TTL] [class] TYPE` at the margin, a
 * blank and a class before the type, or a directive. It looks at this one line only, so that an edit has a bounded reach.
 */
function startsRecord(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end) return false; // what lies behind the end is no text: a buffer has room to spare
  const first = KIND[bytes[at]!];
  if (bytes[at] === 36) return true;
  let sure = false;
  let ownerIsType = false;
  if (first === WORD || first === BACKSLASH) {
    const start = at;
    while (at < end && (KIND[bytes[at]!] === WORD || KIND[bytes[at]!] === BACKSLASH)) at++;
    ownerIsType = typeOf(bytes, start, at) > 0 || ttlOf(bytes, start, at) >= 0;
  } else if (first === BLANK) ownerIsType = true;
  else return false;
  for (;;) {
    while (at < end && KIND[bytes[at]!] === BLANK) at++;
    const start = at;
    while (at < end && KIND[bytes[at]!] === WORD) at++;
    if (at === start) return false;
    if (classOf(bytes, start, at) > 0) sure = true;
    else if (ttlOf(bytes, start, at) < 0) return (sure || !ownerIsType) && typeOf(bytes, start, at) > 0;
  }
}
