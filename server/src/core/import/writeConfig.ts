import type { Translate } from "../locale.ts";
import { parseMailbox } from "../syntax/mailbox.ts";
import { blockLines, writeText } from "../syntax/yaml/write.ts";
import { REASON } from "./notes.ts";
import type { ImportedAccount, ImportNote } from "./settings.ts";
import { accountEntries } from "./writeAccount.ts";

/** What a new `.mailconfig.yaml` is made of. */
export interface ConfigParts {
  readonly accounts: readonly ImportedAccount[];
  /** Where it comes from: the name of a file. */
  readonly source?: string;
  readonly notes?: readonly ImportNote[];
}

/** The text of a new `.mailconfig.yaml`, with comments on what could not be kept. */
export function writeConfig({ accounts, source, notes = [] }: ConfigParts, t: Translate): string {
  const head = source === undefined ? [] : [`# ${t("Imported from {source}.", { source: inOneLine(source) })}`];
  const domain = domainOf(accounts);
  const lines = [
    ...head,
    ...noteLines(notes, t).map((it) => `# ${it}`),
    "version: 1",
    ...(domain === undefined ? [] : [`domain: ${writeText(domain)}`]),
    ...blockLines([["accounts", { entries: accounts.map((it) => [it.name, { entries: accountEntries(it) }]) }]]),
  ];
  return `${lines.join("\n")}\n`;
}

/** One line for each thing that is not kept, in the order of the source; settings of the program itself share one. */
export function noteLines(notes: readonly ImportNote[], t: Translate): string[] {
  if (notes.length === 0) return [];
  const sorted = [...notes].sort((a, b) => a.line - b.line);
  const own = [...new Set(sorted.filter(({ reason }) => reason === REASON.own).map(({ line }) => line))];
  const lines = sorted.flatMap(({ line, key, reason, values = {} }) => {
    if (reason === REASON.own) return [];
    const sentence = t("line {line}, `{key}`: {reason}", { line, key: inOneLine(key), reason: "{reason}" });
    return [`  ${sentence.replace("{reason}", () => inOneLine(t(reason, values)))}`];
  });
  const last = t("Settings of the program itself, not of an account: lines {lines}", { lines: "{lines}" });
  return [
    t("Not kept, or kept in another form:"),
    ...new Set(lines),
    ...(own.length === 0 ? [] : [`  ${last.replace("{lines}", own.slice(0, MOST_LINES).join(", "))}`]),
  ];
}

const MOST_LINES = 100;

/** The domain of the first sender: what the file is about. */
function domainOf(accounts: readonly ImportedAccount[]): string | undefined {
  for (const { from } of accounts) {
    const domain = parseMailbox(from ?? "")?.domain;
    if (domain !== undefined && !domain.startsWith("[")) return domain;
  }
  return undefined;
}

/** A name of the source may hold anything: a line break in it would end the comment. */
function inOneLine(text: string): string {
  return text.slice(0, 300).replace(/\p{Cc}|[\u2028\u2029\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu, " ");
}
