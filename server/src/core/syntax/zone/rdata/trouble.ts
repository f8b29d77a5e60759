/** Why a name is none (`zone/invalid-name`). */
export type NameFault = "label" | "name" | "empty" | "escape";

/**
 * What the last refused field wanted, and its tokens: one object that is written over, so that reading a field allocates
 * nothing. It counts only right after a reader has returned a negative number.
 */
export const trouble: { wants: string; first: number; last: number; reason: NameFault | undefined } = {
  wants: "",
  first: 0,
  last: 0,
  reason: undefined,
};

/** Notes what was wanted instead of the tokens `first` to `last`, and returns what a reader returns then. */
export function refuse(wants: string, first: number, last = first): -1 {
  trouble.wants = wants;
  trouble.first = first;
  trouble.last = last;
  trouble.reason = undefined;
  return -1;
}

/** Tokens of one entry in flat arrays: byte offsets (`to` exclusive, quotes included) and kind bits. */
export interface Tokens {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** `QUOTED`, `ESCAPED`. */
  readonly kind: Uint8Array;
  readonly count: number;
}

export const QUOTED = 1;
export const ESCAPED = 2;
