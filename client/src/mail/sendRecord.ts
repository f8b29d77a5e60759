import { say, type Translate } from "../../../server/src/core/locale.ts";
import type { TestOutcome } from "./sendTest.ts";
import type { Timing } from "./transport.ts";

/** What is remembered of a send, to compare the next one with. Nothing of it is secret. */
export interface SendRecord {
  readonly isAccepted: boolean;
  readonly reply: string;
  /** `TLSv1.3, TLS_AES_256_GCM_SHA384`; `""` in cleartext, or where the connection failed before. */
  readonly tls: string;
  /** What the server offers after EHLO. */
  readonly offers: readonly string[];
  readonly timing: Timing | undefined;
  /** `spf=pass dkim=pass dmarc=pass`; `""` where nothing was judged. */
  readonly verdict: string;
}

/** @returns `undefined` for a send that was cancelled */
export function recordOf(outcome: TestOutcome, verdict: string): SendRecord | undefined {
  if (outcome.kind === "cancelled") return undefined;
  if (outcome.kind === "failed") {
    const { reply } = outcome.failure;
    return { isAccepted: false, reply, tls: "", offers: [], timing: undefined, verdict };
  }
  const { reply, tls, offers, timing } = outcome;
  const connection = tls === undefined ? "" : `${tls.version}, ${tls.cipher}`;
  return { isAccepted: true, reply, tls: connection, offers, timing, verdict };
}

/** One thing that two sends have apart from each other. */
export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two sends; the time they took is always told. */
export function differences(before: SendRecord, after: SendRecord, t: Translate): readonly Difference[] {
  const outcome = (it: SendRecord) => (it.isAccepted ? t("accepted") : t("not accepted"));
  const rows = [
    { what: t("Outcome"), before: outcome(before), after: outcome(after) },
    { what: t("Reply"), before: withoutQueueId(before.reply), after: withoutQueueId(after.reply) },
    { what: "TLS", before: before.tls, after: after.tls },
    { what: t("Gone from the offers"), before: minus(before.offers, after.offers), after: "" },
    { what: t("New in the offers"), before: "", after: minus(after.offers, before.offers) },
    { what: "SPF, DKIM, DMARC", before: before.verdict, after: after.verdict },
  ].filter((row) => row.before !== row.after);
  const times = STEPS.map(([step, what]) => ({
    what: t(what),
    before: milliseconds(before.timing?.[step]),
    after: milliseconds(after.timing?.[step]),
  }));
  return [...rows, ...times.filter((row) => row.before !== "" || row.after !== "")];
}

/** Each step of a send, with the name of its row. */
export const STEPS: readonly (readonly [step: keyof Timing, what: string])[] = [
  ["connectMs", say("Time to connect")],
  ["loginMs", say("Time to log in")],
  ["envelopeMs", say("Time for sender and recipient")],
  ["messageMs", say("Time for the message")],
];

/** Every mail has its own number in the server's queue. */
function withoutQueueId(reply: string): string {
  return reply.replace(/\b(?:queued as|id[= ])\s*\S+/gi, (it) => it.replace(/\S+$/, "…")).trim();
}

function minus(words: readonly string[], others: readonly string[]): string {
  return words.filter((it) => !others.includes(it)).join(", ");
}

export function milliseconds(time: number | undefined): string {
  return time === undefined ? "" : `${time} ms`;
}
