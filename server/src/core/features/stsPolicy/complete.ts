import { STS_KEY_FACTS } from "../../facts/stsPolicyKeys.ts";
import type { Translate } from "../../locale.ts";
import { covers, mailHostsOf, type StsPolicyFile } from "../../model/stsPolicyFile.ts";
import { type Span, span } from "../../text/span.ts";
import { inOrder, plain, snippet } from "../proposal.ts";
import type { CompletionItem } from "../types.ts";
import { keyText } from "./hover.ts";

/** What could be written at an offset of a policy file: keys at the beginning of a line, values behind the colon. */
export function completePolicy(file: StsPolicyFile, offset: number, t: Translate): readonly CompletionItem[] {
  const { text } = file;
  let start = offset;
  while (start > 0 && !/[\r\n\uFEFF]/.test(text[start - 1] ?? "")) start--;
  let end = offset;
  while (end < text.length && !/[\r\n]/.test(text[end] ?? "")) end++;
  const before = text.slice(start, offset);
  const colon = before.indexOf(":");
  if (colon >= 0) {
    const from = start + colon + 1 + (/^[ \t]*/.exec(before.slice(colon + 1))?.[0].length ?? 0);
    const until = from + text.slice(from, end).trimEnd().length;
    const needsBlank = text[from - 1] === ":";
    return valuesOf(file, before.slice(0, colon).trim(), span(from, Math.max(until, offset)), needsBlank, t);
  }
  if (!/^[\w.-]*$/.test(before)) return [];
  const rest = /^[\w.-]*/.exec(text.slice(offset, end))?.[0].length ?? 0;
  const hasColon = text
    .slice(offset + rest, end)
    .trimStart()
    .startsWith(":");
  return keysOf(file, span(start, offset + rest), hasColon, t);
}

function keysOf(file: StsPolicyFile, at: Span, hasColon: boolean, t: Translate): readonly CompletionItem[] {
  const used = new Set(file.root.fields.filter(({ keySpan }) => keySpan.start !== at.start).map(({ key }) => key));
  const keys = STS_KEY_FACTS.filter(({ name }) => name === "mx" || !used.has(name)).map((fact) =>
    plain(fact.name, "key", at, {
      insertText: hasColon ? fact.name : `${fact.name}: `,
      detail: t(fact.what),
      documentation: keyText(fact, t),
    }),
  );
  return inOrder(file.root.lines.length > 1 ? keys : [...keys, wholePolicy(file, at, t)]);
}

/** A whole policy for a file that holds nothing yet; the hosts are those of the zone, where it is known. */
function wholePolicy(file: StsPolicyFile, at: Span, t: Translate): CompletionItem {
  const hosts = mailHostsOf(file).map(({ host }) => `mx: ${host}`);
  const mx = hosts.length > 0 ? hosts : [`mx: \${2:${mailHostGuess(file)}}`];
  const lines = ["version: STSv1", "mode: ${1|testing,enforce,none|}", ...mx, "max_age: ${3:604800}"];
  return snippet(t("Whole policy"), `${lines.join("\n")}\n`, at, { filterText: "version: STSv1" });
}

function mailHostGuess({ domain }: StsPolicyFile): string {
  return `mail.${domain?.replace(/\.$/, "") ?? "example.com"}`;
}

function valuesOf(
  file: StsPolicyFile,
  key: string,
  at: Span,
  needsBlank: boolean,
  t: Translate,
): readonly CompletionItem[] {
  const blank = needsBlank ? " " : "";
  const insert = (value: string) => ({ insertText: blank + value, ...(needsBlank && { filterText: blank + value }) });
  if (key === "mx") return inOrder(mailHosts(file, at, t).map((it) => ({ ...it, ...insert(it.label) })));
  const fact = STS_KEY_FACTS.find(({ name }) => name === key);
  return inOrder(
    (fact?.values ?? []).map(({ value, doc }) => plain(value, "value", at, { ...insert(value), detail: t(doc) })),
  );
}

/** The MX hosts of the zone that have no line yet, then a wildcard where it covers several of them. */
function mailHosts(file: StsPolicyFile, at: Span, t: Translate): readonly CompletionItem[] {
  const others = file.root.mx.filter(({ valueSpan }) => valueSpan.start !== at.start).map(({ value }) => value);
  const hosts = mailHostsOf(file)
    .map(({ host }) => host)
    .filter((host) => !others.some((it) => covers(it, host)));
  const parents = hosts.map((host) => host.slice(host.indexOf(".")));
  const shared = [...new Set(parents.filter((it, index) => parents.indexOf(it) !== index))].map((it) => `*${it}`);
  const wildcard = t("all hosts with one label in the place of `*`");
  return [
    ...hosts.map((host) => plain(host, "name", at, { detail: t("an MX of the domain") })),
    ...shared.map((it) => plain(it, "name", at, { detail: wildcard })),
  ];
}
