import { numbers } from "./scratch.ts";

const KEY = 25;
const AMTRELAY = 260;
const NO_KEY = 0xc000;

/** Whether the last field of the record being read must be there by what the fields before it say; most say nothing. */
export function lastField(type: number): "needed" | "none" | undefined {
  // RFC 2535 §3.1.2
  if (type === KEY) return ((numbers[0] ?? 0) & NO_KEY) === NO_KEY ? "none" : "needed";
  // Without a relay some servers want `.` and others nothing (RFC 8777 §4.2.4).
  if (type === AMTRELAY) return numbers[2] === 0 ? undefined : "needed";
  return undefined;
}
