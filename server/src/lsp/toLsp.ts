import type {
  CompletionItem,
  CompletionItemKind,
  Diagnostic,
  DiagnosticSeverity,
  DocumentSymbol,
  SymbolKind,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { FileEdit, Finding } from "../core/engine/finding.ts";
import type { Completion, OutlineNode } from "../core/features/index.ts";
import type { Severity } from "../core/rule.ts";
import type { Range } from "../core/text/span.ts";
import type { WrittenEdit } from "../protocol.ts";

/** The one place where the core's plain data becomes the protocol's. Positions are the same in both. */

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = { error: 1, warning: 2, info: 3, hint: 4 };
const UNNECESSARY = 1;
/** Findings in a text that could be left out: it is shown faded. */
const UNNEEDED: ReadonlySet<string> = new Set([
  "cross/suppression-unused",
  "mta-sts/policy-unused-mx",
  "spf/duplicate-term",
  "spf/redundant-network",
  "spf/unreachable-term",
  "zone/duplicate-record",
]);

export interface DiagnosticOptions {
  /** How the client calls a path of the core. */
  uriOf(path: string): string;
  readonly hasRelated: boolean;
  readonly hasTags: boolean;
  /** Where the page of a rule lies on the web; `undefined` where none is known. */
  pageOf(code: string): string | undefined;
}

export function toDiagnostic(finding: Finding, options: DiagnosticOptions): Diagnostic {
  const { code, severity, message, range, related } = finding;
  const href = options.pageOf(code);
  return {
    range,
    severity: SEVERITY[severity],
    code,
    source: "mailconfig",
    message,
    ...(href !== undefined && { codeDescription: { href } }),
    ...(options.hasTags && UNNEEDED.has(code) && { tags: [UNNECESSARY] }),
    ...(options.hasRelated &&
      related.length > 0 && {
        relatedInformation: related.map((it) => ({
          location: { uri: options.uriOf(it.path), range: it.range },
          message: it.message,
        })),
      }),
  };
}

/** @param versionOf the version that an edit is meant for; `null` for a file that is not open */
export function toWorkspaceEdit(
  edits: readonly FileEdit[],
  uriOf: (path: string) => string,
  versionOf: (uri: string) => number | null,
  hasDocumentChanges: boolean,
): WorkspaceEdit {
  const byUri = new Map<string, { range: Range; newText: string }[]>();
  for (const { path, range, newText } of edits) {
    const uri = uriOf(path);
    byUri.set(uri, [...(byUri.get(uri) ?? []), { range, newText }]);
  }
  if (!hasDocumentChanges) return { changes: Object.fromEntries(byUri) };
  const documentChanges = [...byUri].map(
    ([uri, changes]): TextDocumentEdit => ({ textDocument: { uri, version: versionOf(uri) }, edits: changes }),
  );
  return { documentChanges };
}

/** Edits for the commands of our own client, which applies them. */
export function toWrittenEdits(edits: readonly FileEdit[], uriOf: (path: string) => string): readonly WrittenEdit[] {
  return edits.map(({ path, range, newText }) => ({ uri: uriOf(path), range, newText }));
}

const COMPLETION_KIND: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  key: 10,
  value: 12,
  snippet: 15,
  type: 7,
  name: 18,
};

/** @param asksAgain the client's command that opens the list of proposals; `undefined` where it has none */
export function toCompletionItem(item: Completion, canInsertSnippets: boolean, asksAgain?: string): CompletionItem {
  const { label, kind, detail, documentation, range, insertText, isSnippet, sortText, filterText } = item;
  const newText = isSnippet && !canInsertSnippets ? withoutTabStops(insertText) : insertText;
  return {
    label,
    kind: COMPLETION_KIND[kind],
    textEdit: { range, newText },
    insertTextFormat: isSnippet && canInsertSnippets ? 2 : 1,
    ...(detail !== undefined && { detail }),
    ...(documentation !== undefined && { documentation: { kind: "markdown", value: documentation } }),
    ...(sortText !== undefined && { sortText }),
    ...(filterText !== undefined && { filterText }),
    // What ends in `:` or `=` is half of what shall be written: its values come next.
    ...(asksAgain !== undefined && /[:=]$/.test(newText) && { command: { title: "", command: asksAgain } }),
  };
}

/** What a snippet reads like before anyone fills it in: `${1:text}` is `text`, `$0` is nothing. */
export function withoutTabStops(snippet: string): string {
  return snippet.replace(
    /\\([\\$}])|\$\{\d+:([^}]*)\}|\$\{?\d+\}?/g,
    (_, escaped?: string, text?: string) => escaped ?? text ?? "",
  );
}

const SYMBOL_KIND: Readonly<Record<OutlineNode["kind"], SymbolKind>> = {
  file: 1,
  namespace: 3,
  property: 7,
  field: 8,
  interface: 11,
  string: 15,
  object: 19,
  key: 20,
  event: 24,
};

export function toDocumentSymbol(node: OutlineNode): DocumentSymbol {
  const { name, detail, kind, range, selectionRange, children } = node;
  // A client refuses a nameless symbol, and with it all the others.
  const symbol = { name: name === "" ? "…" : name, detail, kind: SYMBOL_KIND[kind], range, selectionRange };
  return { ...symbol, children: children.map(toDocumentSymbol) };
}
