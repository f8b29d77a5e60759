import type { Translate } from "../../locale.ts";
import type { ConfigFile } from "../../model/config.ts";
import { span } from "../../text/span.ts";
import type { CompletionItem } from "../types.ts";
import { referenceText } from "./hoverTexts.ts";

const NAME = /^[A-Za-z_]\w*$/;
/** Names in the environment that are likely meant come before the others. */
const SECRET_NAME = /PASS|PWD|SECRET|TOKEN|SMTP|IMAP|POP3|MAIL|AUTH|API_?KEY/i;

const FORMS = [
  ["${env:NAME}", "\\${env:${1:SMTP_PASSWORD}\\}"],
  ["${secret:name}", "\\${secret:${1:smtp-password}\\}"],
] as const;

/**
 * Inside `${…`: the two forms, the names that the file has already, those of the environment; once a form is typed only
 * its names, itself last. `undefined` elsewhere.
 */
export function completeReference(file: ConfigFile, offset: number, t: Translate): CompletionItem[] | undefined {
  const { text } = file;
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const open = text.slice(lineStart, offset).lastIndexOf("${");
  const start = lineStart + open;
  const typed = text.slice(start, offset);
  if (open < 0 || !/^\$\{[\w:.@-]*$/.test(typed)) return undefined;
  const form = /^\$\{(?:env|secret):/.exec(typed)?.[0];
  const rest = /^[\w:.@-]*\}?/.exec(text.slice(offset))?.[0] ?? "";
  const at = span(start, offset + rest.length);
  const item = (label: string, order: number): CompletionItem => ({
    label,
    kind: "value",
    documentation: referenceText(label, t),
    span: at,
    insertText: label,
    isSnippet: false,
    sortText: `${order}${label}`,
  });
  const named = namesIn(text);
  named.delete(text.slice(at.start, at.end));
  const known = file.environmentNames().flatMap((it) => (NAME.test(it) ? `\${env:${it}}` : []));
  const all = [
    ...[...named].sort().map((it) => item(it, 1)),
    ...[...new Set(known)].filter((it) => !named.has(it)).map((it) => item(it, SECRET_NAME.test(it) ? 2 : 3)),
    ...FORMS.map(
      ([label, insertText]): CompletionItem => ({
        ...item(label, form === undefined ? 0 : 4),
        kind: "snippet",
        insertText,
        isSnippet: true,
      }),
    ),
  ];
  return all.filter(({ label }) => form === undefined || label.startsWith(form));
}

/** The references that a config holds. */
function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/\$\{(?:env:[A-Za-z_]\w*|secret:[\w.@-]+)\}/g)].map(([name]) => name));
}
