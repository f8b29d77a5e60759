import { describe, keysOf } from "../../facts/configKeys.ts";
import type { ConfigKey, ValueType } from "../../facts/configTypes.ts";
import type { Translate } from "../../locale.ts";
import type { ConfigFile } from "../../model/config.ts";
import { RULES } from "../../rules/index.ts";
import { type CursorContext, contextAt } from "../../syntax/yaml/cursorContext.ts";
import { effectivePairs, lookUp } from "../../syntax/yaml/references.ts";
import { span } from "../../text/span.ts";
import type { CompletionItem } from "../types.ts";
import { accountSnippets } from "./accountSnippets.ts";
import { zoneFilesFor } from "./completeFile.ts";
import { completeReference } from "./completeReference.ts";
import { completeValue } from "./completeValue.ts";
import { keyText } from "./hover.ts";

/** What could be written at an offset; works in half-typed text, since it reads the outline alone. */
export function completeConfig(file: ConfigFile, offset: number, t: Translate): CompletionItem[] {
  const context = contextAt(file.text, offset);
  if (context.kind === "none") return [];
  const references = completeReference(file, offset, t);
  if (references) return references;
  if (context.kind === "item") return [];
  if (context.kind === "value") return completeValue(file, context, describe(context.path).type, t);
  const { type } = describe(context.path);
  const keys = keysAt(file, context, type, t);
  if (!context.orValue) return keys;
  const isItem = typeof context.path.at(-1) === "number";
  // Behind a dash an address is the usual form, below a key its parts are.
  const values = completeValue(file, context, type, t).map((it) =>
    isItem ? { ...it, sortText: ` ${it.sortText ?? it.label}` } : it,
  );
  return [...keys, ...values];
}

function keysAt(file: ConfigFile, context: CursorContext, type: ValueType | undefined, t: Translate): CompletionItem[] {
  if (type?.kind === "table") return namesAt(file, context, type.names, t);
  const keys = keysOf(type).filter(({ name }) => !context.siblings.includes(name));
  const merged = mergedKeys(file, context);
  return keys.map((key, index) => ({
    label: key.name,
    kind: "key",
    documentation: keyText(key, t),
    span: context.replace,
    insertText: `${context.before}${key.name}:${valueSnippet(key, context)}`,
    isSnippet: true,
    // The order of the table is the order in which one writes them; what is required comes first, what is there already last.
    sortText: `${merged.has(key.name) ? 2 : key.isRequired ? 0 : 1}${String(index).padStart(2, "0")}`,
  }));
}

/** What the mapping has already, merged in from an anchor: it may be written all the same. */
function mergedKeys(file: ConfigFile, { document, path }: CursorContext): ReadonlySet<string> {
  const yaml = file.documents[document]?.yaml;
  const node = yaml && lookUp(yaml, path)?.node;
  if (yaml === undefined || node?.kind !== "mapping") return new Set();
  return new Set(effectivePairs(yaml, node).flatMap(({ key }) => (key.kind === "scalar" ? key.value : [])));
}

/** What follows the colon, a blank or a line break first. */
function valueSnippet({ snippet, type, name }: ConfigKey, { isFlow }: CursorContext): string {
  if (snippet !== undefined && !(isFlow && snippet.includes("\n")))
    return snippet.startsWith("\n") ? snippet : ` ${snippet}`;
  switch (type.kind) {
    case "choice":
      return ` \${1|${type.values.map(({ value }) => value).join(",")}|}`;
    case "boolean":
      return " ${1|true,false|}";
    case "duration":
      return " ${1:10s}";
    case "size":
      return " ${1:1GB}";
    case "list":
      return " [ $1 ]";
    case "mapping":
    case "table":
    case "server":
      return isFlow ? " { $1 }" : "\n  $1";
    default:
      return name === "port" ? " ${1:465}" : " $1";
  }
}

/** Names that the user chooses: accounts, domains; and the codes of rules. */
function namesAt(
  file: ConfigFile,
  context: CursorContext,
  names: "account" | "domain" | "rule",
  t: Translate,
): CompletionItem[] {
  const { replace, siblings, before, isFlow } = context;
  if (names === "account") return isFlow ? [] : accountSnippets(context, t);
  if (names === "rule") {
    const groups = [...new Set(RULES.map(({ code }) => `${code.slice(0, code.indexOf("/"))}/*`))];
    const codes = [
      ...RULES.map(({ code, summary }) => [code, t(summary)] as const),
      ...groups.map((it) => [it, ""] as const),
    ];
    return codes
      .filter(([code]) => !siblings.includes(code))
      .map(([label, detail]) => ({
        label,
        kind: "name",
        ...(detail !== "" && { documentation: detail }),
        span: replace,
        insertText: `${before}${label}: \${1|off,hint,info,warning,error|}`,
        isSnippet: true,
      }));
  }
  const known = new Set(
    file.documents.flatMap(({ domain, accounts }) => [domain, ...accounts.map(({ from }) => from)]).flatMap(domainIn),
  );
  return [...known]
    .filter((it) => !siblings.includes(it))
    .map((label) => ({
      label,
      kind: "name",
      span: span(replace.start, replace.end),
      insertText: `${before}${label}: \${1:${zoneFilesFor(file, label)[0] ?? `dns/${label}.zone`}}`,
      isSnippet: true,
    }));
}

function domainIn(value: { readonly value: string } | undefined): string[] {
  const domain = value?.value.replace(/^.*@/s, "").replace(/[>\s]/g, "");
  return domain !== undefined && /^[\w.-]+\.[\w-]+$/.test(domain) ? [domain.toLowerCase()] : [];
}
