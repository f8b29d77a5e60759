import type { Translate } from "../../locale.ts";
import { span } from "../../text/span.ts";
import type { CompletionItem } from "../types.ts";
import { referenceText } from "./hoverTexts.ts";

/** Inside `${…`: the names that the file has already, and the two forms. `undefined` elsewhere. */
export function completeReference(text: string, offset: number, t: Translate): CompletionItem[] | undefined {
  const lineStart = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const open = text.slice(lineStart, offset).lastIndexOf("${");
  const start = lineStart + open;
  if (open < 0 || !/^\$\{[\w:.@-]*$/.test(text.slice(start, offset))) return undefined;
  const rest = /^[\w:.@-]*\}?/.exec(text.slice(offset))?.[0] ?? "";
  const at = span(start, offset + rest.length);
  const named = new Set([...text.matchAll(/\$\{(?:env:[A-Za-z_]\w*|secret:[\w.@-]+)\}/g)].map(([name]) => name));
  named.delete(text.slice(at.start, at.end));
  const forms = [
    ["${env:NAME}", "\\${env:${1:SMTP_PASSWORD}\\}"],
    ["${secret:name}", "\\${secret:${1:smtp-password}\\}"],
  ] as const;
  return [
    ...[...named].sort().map((label) => ({
      label,
      kind: "value" as const,
      documentation: referenceText(label, t),
      span: at,
      insertText: label,
      isSnippet: false,
      sortText: `1${label}`,
    })),
    ...forms.map(([label, insertText]) => ({
      label,
      kind: "snippet" as const,
      documentation: referenceText(label, t),
      span: at,
      insertText,
      isSnippet: true,
      sortText: `0${label}`,
    })),
  ];
}
