/** Bits of `columns.flags` beside the scanner's status. */
export const POLICY = 0x20;
export const TEMPLATE = 0x40;
/** A template's block tag (`{% if … %}`): what stands around it may be alternatives. */
export const BLOCK = 0x400;
/** It may have findings of its own: it is odd and nobody has looked yet, or somebody has and found some. */
export const SUSPECT = 0x80;
/** A suspect that was looked at: nothing is wrong, whatever other records say. Not counted in `chunk.suspects`. */
export const CLEAN = 0x100;
/** The reader found something unusual, beyond that it looks like a policy. */
export const ODD = 0x200;
