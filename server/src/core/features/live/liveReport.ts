import { say, type Translate } from "../../locale.ts";
import { shownName } from "../../model/domainName.ts";
import { codeSpan, escapeMarkdown } from "../../text/markdown.ts";
import { compareZone, type SetComparison } from "./compareZone.ts";
import type { LiveDns } from "./liveDns.ts";
import { type MailCheck, mailChecks } from "./mailChecks.ts";
import type { PublishedZone } from "./publishedZone.ts";

/** A zone file beside what is published, in the words of a person. */
export interface LiveReport {
  readonly comparisons: readonly SetComparison[];
  readonly checks: readonly MailCheck[];
  /** Nothing differs and nothing is bad. */
  readonly isGood: boolean;
}

export async function liveReport(zone: PublishedZone, live: LiveDns, t: Translate): Promise<LiveReport> {
  const [comparisons, checks] = await Promise.all([compareZone(zone, live), mailChecks(zone, live, t)]);
  const isGood =
    comparisons.every(({ outcome }) => outcome === "same" || outcome === "unknown") &&
    checks.every(({ verdict }) => verdict !== "bad");
  return { comparisons, checks, isGood };
}

const OUTCOMES: Readonly<Record<SetComparison["outcome"], string>> = {
  same: say("as in the file"),
  different: say("other data than in the file"),
  missing: say("not published"),
  extra: say("published beyond the file"),
  unknown: say("no answer"),
};

const VERDICTS: Readonly<Record<MailCheck["verdict"], string>> = {
  good: say("good"),
  bad: say("bad"),
  unknown: say("no answer"),
};

/** As text: what differs first, line by line, then what mail needs, then a count of what is equal. */
export function reportText({ comparisons, checks }: LiveReport, t: Translate): string {
  const lines = comparisons
    .filter(isWorthShowing)
    .flatMap((it) => [
      `${shownName(it.owner)} ${it.type}: ${t(OUTCOMES[it.outcome])}${it.reason === undefined ? "" : ` (${it.reason})`}`,
      ...it.unpublished.map(({ value, path, line }) => `  - ${value}  (${path}:${line + 1})`),
      ...it.unwritten.map((value) => `  + ${value}`),
    ]);
  const verdicts = checks.map(({ subject, verdict, text }) => `${t(VERDICTS[verdict])}: ${subject}: ${text}`);
  return [...lines, ...verdicts, summaryOf(comparisons, t)].join("\n");
}

/** As Markdown, with links to the lines of the file. */
export function reportPage(
  { comparisons, checks }: LiveReport,
  title: string,
  linkTo: (path: string, line: number) => string,
  t: Translate,
): string {
  const sections = comparisons
    .filter(isWorthShowing)
    .map((it) =>
      [
        `### ${codeSpan(shownName(it.owner))} ${it.type}: ${t(OUTCOMES[it.outcome])}`,
        ...(it.reason === undefined ? [] : [codeSpan(it.reason)]),
        ...(it.unpublished.length === 0 ? [] : [t("In the file, not published:")]),
        ...it.unpublished.map(({ value, path, line }) => `- ${codeSpan(value)} ([${line + 1}](${linkTo(path, line)}))`),
        ...(it.unwritten.length === 0 ? [] : [t("Published, not in the file:")]),
        ...it.unwritten.map((value) => `- ${codeSpan(value)}`),
      ].join("\n\n"),
    );
  const verdicts = checks.map(
    ({ subject, verdict, text }) => `- **${t(VERDICTS[verdict])}** ${codeSpan(subject)}: ${escapeMarkdown(text)}`,
  );
  const mail = verdicts.length === 0 ? [] : [`## ${t("What mail needs")}`, verdicts.join("\n")];
  return [`# ${escapeMarkdown(title)}`, summaryOf(comparisons, t), ...sections, ...mail].join("\n\n");
}

function isWorthShowing({ outcome }: SetComparison): boolean {
  return outcome !== "same";
}

function summaryOf(comparisons: readonly SetComparison[], t: Translate): string {
  const same = comparisons.filter(({ outcome }) => outcome === "same").length;
  return t("{same} of {count} record sets are published as in the file.", { same, count: comparisons.length });
}
