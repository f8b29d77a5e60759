import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from "vscode-languageserver";
import { type SemanticToken, semanticTokensOf, type TokenKind } from "../../core/features/zone/semanticTokens.ts";
import type { Range } from "../../core/text/span.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** Beyond it an editor gets the lines that it shows, not the whole file. */
const MOST_LINES = 1_000;

/** The protocol's types, which all editors know; the extension's manifest leads them to the scopes of its grammar. */
const TYPES: Readonly<Record<TokenKind, string>> = {
  owner: "variable",
  name: "variable",
  type: "type",
  class: "modifier",
  ttl: "number",
  number: "number",
  address: "number",
  directive: "keyword",
  version: "keyword",
  value: "enumMember",
  mechanism: "function",
  qualifier: "operator",
  macro: "macro",
  tag: "property",
};
const NAMES = [...new Set(Object.values(TYPES))];
const DECLARATION = 1;

export const LEGEND: SemanticTokensLegend = { tokenTypes: NAMES, tokenModifiers: ["declaration"] };

/** Colours of the words of a zone, by range, and of a small file whole. */
export function registerSemanticTokens({ connection, documents, log }: ServerContext): void {
  const zoneOf = (uri: string) => {
    const source = documents.get(uri)?.source;
    return source?.kind === "zone" ? source : undefined;
  };
  connection.languages.semanticTokens.onRange(
    guard(log, "semantic tokens", { data: [] } as SemanticTokens, ({ textDocument, range }) => {
      const zone = zoneOf(textDocument.uri);
      return zone ? encode(semanticTokensOf(zone, range)) : { data: [] };
    }),
  );
  connection.languages.semanticTokens.on(
    guard(log, "semantic tokens", { data: [] } as SemanticTokens, ({ textDocument }) => {
      const zone = zoneOf(textDocument.uri);
      if (zone === undefined) return { data: [] };
      // Nothing at all, not an empty list, makes an editor ask for what it shows.
      if (zone.lineCount > MOST_LINES) return null as unknown as SemanticTokens;
      const range: Range = { start: { line: 0, character: 0 }, end: { line: zone.lineCount, character: 0 } };
      return encode(semanticTokensOf(zone, range));
    }),
  );
}

function encode(tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { line, character, length, kind } of tokens) {
    builder.push(line, character, length, NAMES.indexOf(TYPES[kind]), kind === "owner" ? DECLARATION : 0);
  }
  return builder.build();
}
