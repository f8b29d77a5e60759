import { type Diagnostic, type TextDocumentContentChangeEvent, TextDocuments } from "vscode-languageserver";
import type { Finding } from "../core/engine/finding.ts";
import { type Engine, kindOfFile, type Source, type SourceKind } from "../core/index.ts";
import { logError } from "./guard.ts";
import { typedLine } from "./typing.ts";

/**
 * A document that the client has open. Its text lives in the engine, in the form that suits its kind: a keystroke in a
 * zone of 45 MB costs what it touches, where a string would be copied.
 */
export interface ServerDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  /** `undefined` for what the server does not read: YAML of another name, say. */
  readonly source: Source | undefined;
  /** What the client was told last; what is held back compares with it. */
  shown: readonly Finding[];
  /** The line that is being typed in, and what was known of it before; `undefined` once the typing paused. */
  typing: { readonly line: number; readonly codes: ReadonlySet<string> } | undefined;
  /** Runs while something is held back. */
  pause: NodeJS.Timeout | undefined;
  /** The last answer to a client that asks, until a change moves what that client shows of it. */
  told: Told | undefined;
}

export interface Told {
  readonly resultId: string;
  readonly items: readonly Diagnostic[];
}

export type Documents = TextDocuments<ServerDocument>;

/** @param engineOf asked when a document opens: the engine is made when the client has said who it is */
export function createDocuments(
  engineOf: () => Engine,
  canonical: (uri: string) => string,
  log: (line: string) => void,
): Documents {
  // The library would log the fault as it is, whatever it quotes.
  const attempt = <T>(what: string, act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      logError(log, what, error);
      return undefined;
    }
  };
  return new TextDocuments<ServerDocument>({
    create: (uri, languageId, version, content) => {
      const kind = kindOf(uri, languageId);
      const source =
        kind && attempt("open", () => engineOf().open(canonical(uri), kind, content, { readInSlices: true }));
      return { uri, languageId, version, source, shown: [], typing: undefined, pause: undefined, told: undefined };
    },
    update: (document, changes, version) => {
      for (const change of changes) attempt("change", () => applyChange(document, change));
      document.version = version;
      document.typing = attempt("typing", () => typedLine(document, changes));
      if (!leavesInPlace(document)) document.told = undefined;
      return document;
    },
  });
}

/** Whether a change left all findings that are shown where they are: it was typed in a line that has none. */
function leavesInPlace({ typing, shown }: ServerDocument): boolean {
  if (typing === undefined) return false;
  return !shown.some(({ range }) => range.start.line <= typing.line && typing.line <= range.end.line);
}

function applyChange({ source }: ServerDocument, change: TextDocumentContentChangeEvent): void {
  if (source === undefined) return;
  // A client may send the whole text at any time; the end of a range is clipped to the text.
  const everything = { start: { line: 0, character: 0 }, end: { line: 0x7fffffff, character: 0 } };
  source.edit("range" in change ? change.range : everything, change.text);
}

/** The languages of our own client, and what Vim calls zone files. */
const KINDS: ReadonlyMap<string, SourceKind> = new Map([
  ["dns-zone", "zone"],
  ["bindzone", "zone"],
  ["mailconfig", "config"],
  ["mta-sts-policy", "policy"],
]);

/** What the engine reads a document as: what its language says, else what its name does (YAML is seldom a config). */
export function kindOf(uri: string, languageId: string): SourceKind | undefined {
  return KINDS.get(languageId) ?? kindOfFile(uri);
}
