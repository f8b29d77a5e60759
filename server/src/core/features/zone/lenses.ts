import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import type { Lens } from "../answers.ts";
import { policyInWords } from "./policyWords.ts";

/** Nobody scrolls past more, and each costs a walk through what an SPF record includes. */
const MOST_LENSES = 100;
const MOST_POLICIES = 1000;

/** What each policy comes to, above its record. */
export function lensesOfZone(source: ZoneSource, t: Translate): readonly Lens[] {
  const lenses: Lens[] = [];
  let seen = 0;
  for (const entry of source.policies()) {
    if (++seen > MOST_POLICIES || lenses.length >= MOST_LENSES) break;
    const title = policyInWords(entry, t);
    if (title !== undefined) lenses.push({ range: source.rangeOf(entry, entry.span), title });
  }
  return lenses;
}
