import { setTimeout as pause } from "node:timers/promises";
import { fieldName, fieldValue, messageParts } from "../../../server/src/core/model/dkimCanonical.ts";
import type { Mailbox } from "./mailbox.ts";

/** What came of a mail that was sent. */
export interface Arrival {
  /** The mail itself, as it lies in the mailbox; `undefined` where it has not come yet. */
  readonly mail: Uint8Array | undefined;
  /** Reports about it: delivered, delayed, not delivered (RFC 3464). */
  readonly reports: readonly Uint8Array[];
}

/** How often a mailbox is looked into, and how long between. */
const LOOKS = 20;
const PAUSE_MS = 1000;

/**
 * Waits until the mail or a report about it lies in the mailbox. Greylisting may keep a mail away for longer than anybody
 * waits here.
 *
 * @param messageId with angle brackets
 */
export async function waitForArrival(
  mailbox: Pick<Mailbox, "search" | "fetch">,
  messageId: string,
  signal: AbortSignal,
  pauseMs = PAUSE_MS,
): Promise<Arrival> {
  const id = messageId.replace(/[<>]/g, "");
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await pause(pauseMs, undefined, { signal });
    const found = await mailbox.search(id);
    const sources = [];
    for (const uid of found) sources.push(await mailbox.fetch(uid));
    const mail = sources.find((it) => headerOf(it, "message-id") === messageId);
    const reports = sources.filter((it) => /^multipart\/report\b/i.test(headerOf(it, "content-type")));
    if (mail !== undefined || reports.length > 0) return { mail, reports };
  }
  return { mail: undefined, reports: [] };
}

/** The first header field of this name, on one line; `""` for none. */
function headerOf(source: Uint8Array, name: string): string {
  const { fields } = messageParts(Buffer.from(source).toString("latin1"));
  const field = fields.find((it) => fieldName(it) === name);
  return field === undefined ? "" : fieldValue(field);
}
