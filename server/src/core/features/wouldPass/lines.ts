import { joinSentences } from "../../text/sentences.ts";
import type { Place } from "../answers.ts";
import type { PassRow } from "./report.ts";

/**
 * Rows as lines for a terminal, in the manner of Authentication-Results.
 *
 * @param where names a place
 */
export function passLines(rows: readonly PassRow[], where: (place: Place) => string): readonly string[] {
  return rows.flatMap(({ check, result, subject, why, consequence = "", next, place }) => {
    const head = `${check}=${result}`.padEnd(16);
    const at = next === "" || place === undefined ? "" : ` (${where(place)})`;
    return [
      `${head} ${subject}: ${joinSentences(why, consequence)}`,
      ...(next === "" ? [] : [`${"".padEnd(17)}→ ${next}${at}`]),
    ];
  });
}

/** `spf=pass dkim=pass dmarc=fail`: the best result of each check. */
export function passSummary(rows: readonly PassRow[]): string {
  const checks = [...new Set(rows.map(({ check }) => check))];
  return checks
    .map((check) => {
      const own = rows.filter((it) => it.check === check);
      return `${check}=${(own.find(({ result }) => result === "pass") ?? own[0])?.result}`;
    })
    .join(" ");
}
