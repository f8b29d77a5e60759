import type { SymbolInformation } from "vscode-languageserver";
import type { OutlineNode } from "../../core/features/index.ts";
import { outlineOf } from "../../core/features/index.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";
import { toDocumentSymbol } from "../toLsp.ts";

const LIMIT = 5000;

export function registerSymbols({ connection, documents, capabilities, t, log }: ServerContext): void {
  const isNested = capabilities.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
  connection.onDocumentSymbol(
    guard(log, "symbols", [], ({ textDocument: { uri } }) => {
      const source = documents.get(uri)?.source;
      if (source === undefined) return [];
      const nodes = outlineOf(source, LIMIT, t);
      return isNested ? nodes.map(toDocumentSymbol) : nodes.flatMap((it) => flat(it, uri));
    }),
  );
}

/** For clients that know no tree. */
function flat(node: OutlineNode, uri: string, containerName?: string): SymbolInformation[] {
  const { name, kind } = toDocumentSymbol({ ...node, children: [] });
  const own = {
    name,
    kind,
    location: { uri, range: node.range },
    ...(containerName !== undefined && { containerName }),
  };
  return [own, ...node.children.flatMap((it) => flat(it, uri, node.name))];
}
