import type { Translate } from "../../../server/src/core/locale.ts";

const FACTS = /^Severity: (?<severity>\w+)\. Fix: (?<fix>\w+)\. References: (?<references>.+)\.$/;
const SETTING = /^Another severity: (?<setting>`[^`]+`) in the settings, or `rules:` in `\.mailconfig\.yaml`\.$/;
const COMMENT = /^One place only: (?<comment>`[^`]+`)\.$/;

/** @param pages the content of `dist/rulePages.json`: Markdown by the code of the rule */
export function pageOf(pages: unknown, code: string): string | undefined {
  if (typeof pages !== "object" || pages === null || !Object.hasOwn(pages, code)) return undefined;
  const page: unknown = Object.entries(pages).find(([name]) => name === code)?.[1];
  return typeof page === "string" ? page : undefined;
}

/**
 * The page of a rule in the user's language. Pages are generated in English from sentences that the rules themselves have
 * translations for, one a paragraph, so that each can be looked up as it stands; examples stay.
 *
 * @param markdown `docs/rules/<code>.md`
 */
export function translatePage(markdown: string, t: Translate): string {
  let isCode = false;
  const lines = markdown.split("\n").map((line) => {
    if (line.startsWith("```")) isCode = !isCode;
    return isCode || line === "" || /^(?:#|```|<!--)/.test(line) ? line : translateLine(line, t);
  });
  return lines
    .filter((line) => !line.startsWith("<!--"))
    .join("\n")
    .trimStart();
}

function translateLine(line: string, t: Translate): string {
  const facts = FACTS.exec(line)?.groups;
  if (facts) {
    // References may be long, and `t` of the command line clips what fills a place.
    const words = { severity: facts["severity"] ?? "", fix: facts["fix"] ?? "", references: "{references}" };
    return t("Severity: {severity}. Fix: {fix}. References: {references}.", words).replace(
      "{references}",
      () => facts["references"] ?? "",
    );
  }
  const setting = SETTING.exec(line)?.groups?.["setting"];
  if (setting !== undefined) {
    const sentence = t("Another severity: {setting} in the settings, or `rules:` in `.mailconfig.yaml`.");
    return sentence.replace("{setting}", () => setting);
  }
  const comment = COMMENT.exec(line)?.groups?.["comment"];
  if (comment !== undefined) return t("One place only: {comment}.").replace("{comment}", () => comment);
  return t(line);
}
