import { explainText, outcomeOf } from "../../../server/src/core/features/explainText.ts";
import { receivedResults } from "../../../server/src/core/features/wouldPass/received.ts";
import type { Translate } from "../../../server/src/core/locale.ts";
import { escapeMarkdown } from "../../../server/src/core/text/markdown.ts";
import { joinSentences } from "../../../server/src/core/text/sentences.ts";
import type { PassRowResult } from "../../../server/src/protocol.ts";
import type { Arrival } from "./arrival.ts";
import type { HideSecrets } from "./transcript.ts";

/** A part of what is said about a mail, for a terminal or a page. */
export interface MailSection {
  readonly title: string;
  readonly lines: readonly MailLine[];
}

export interface MailLine {
  /** `spf=pass` */
  readonly head: string;
  readonly text: string;
  /** What to do; `""` for nothing. */
  readonly next: string;
  readonly place?: PassRowResult["place"];
}

/** Our own judgement by the zone files. */
export function passSection(title: string, rows: readonly PassRowResult[]): MailSection {
  const lines = rows.map(({ check, result, subject, why, consequence = "", next, place }) => ({
    head: `${check}=${result}`,
    text: `${subject}: ${joinSentences(why, consequence)}`,
    next,
    ...(place === undefined ? {} : { place }),
  }));
  return { title, lines };
}

/**
 * What came of a mail: the judgement of the server that took it, ours, and reports about it.
 *
 * @param hide takes out the secrets of the login that the mail was fetched with
 */
export function arrivalSections(
  arrival: Arrival,
  rows: readonly PassRowResult[],
  t: Translate,
  hide: HideSecrets,
): readonly MailSection[] {
  const sections: MailSection[] = [];
  if (arrival.mail !== undefined) {
    const received = receivedResults(Buffer.from(arrival.mail).toString("latin1"), t);
    const lines = received.map(({ by, method, result, properties, reason, meaning }) => {
      const facts = [by, properties, reason].filter((it) => it !== "").join(" · ");
      return { head: `${method}=${result}`, text: meaning === "" ? facts : `${facts}: ${meaning}`, next: "" };
    });
    const title =
      lines.length > 0
        ? t("The mail has arrived. The receiving server's own Authentication-Results:")
        : t("The mail has arrived. The receiving server wrote no Authentication-Results.");
    sections.push({ title, lines });
    if (rows.length > 0) sections.push(passSection(t("By your zone files, as it arrived:"), rows));
  }
  for (const report of arrival.reports) {
    const lines = explainText(Buffer.from(report).toString("utf8"), t).map(({ delivery, explanation }) => ({
      head: delivery?.action ?? "",
      text: joinSentences(
        delivery === undefined ? "" : outcomeOf(delivery, t),
        delivery?.reply ?? "",
        explanation?.what ?? "",
      ),
      next: explanation?.next ?? "",
    }));
    sections.push({ title: t("A report about the mail has come:"), lines });
  }
  if (sections.length > 0) return sections.map((it) => hiddenIn(it, hide));
  return [{ title: t("The mail has not arrived yet. Greylisting, a queue or a spam folder may hold it."), lines: [] }];
}

function hiddenIn({ title, lines }: MailSection, hide: HideSecrets): MailSection {
  const shown = lines.map((it) => ({ ...it, head: hide(it.head), text: hide(it.text), next: hide(it.next) }));
  return { title, lines: shown };
}

export function sectionLines(sections: readonly MailSection[]): readonly string[] {
  return sections.flatMap(({ title, lines }) => [
    title,
    ...lines.flatMap(({ head, text, next }) => [
      `  ${head.padEnd(16)} ${text}`,
      ...(next === "" ? [] : [`${"".padEnd(19)}→ ${next}`]),
    ]),
  ]);
}

/**
 * The same as a page of Markdown. What servers say is shown as text, whatever it looks like.
 *
 * @param link makes an address of a place
 * @param about which mail it is about
 */
export function sectionPage(
  title: string,
  sections: readonly MailSection[],
  t: Translate,
  link: (place: NonNullable<MailLine["place"]>) => string,
  about = "",
): string {
  const parts = sections.flatMap(({ title: heading, lines }) => [
    `## ${escapeMarkdown(heading)}`,
    "",
    ...(lines.length === 0 ? [] : [`| ${t("Result")} | ${t("Why")} | ${t("What to do")} |`, "| --- | --- | --- |"]),
    ...lines.map(({ head, text, next, place }) => {
      const at = place === undefined ? "" : ` [${t("Open line")}](${link(place)})`;
      return `| \`${head}\` | ${escapeMarkdown(text)} | ${escapeMarkdown(next)}${at} |`;
    }),
    "",
  ]);
  const head = [`# ${escapeMarkdown(title)}`, "", ...(about === "" ? [] : [escapeMarkdown(about), ""])];
  return `${[...head, ...parts].join("\n")}\n`;
}
