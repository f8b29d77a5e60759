import { foldingOf } from "../../core/features/index.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

const LIMIT = 5000;

export function registerFolding({ connection, documents, capabilities, log }: ServerContext): void {
  const limit = Math.min(capabilities.textDocument?.foldingRange?.rangeLimit ?? LIMIT, LIMIT);
  connection.onFoldingRanges(
    guard(log, "folding", null, ({ textDocument }) => {
      const source = documents.get(textDocument.uri)?.source;
      const ranges = source && foldingOf(source, limit);
      return ranges?.map(({ first, last }) => ({ startLine: first, endLine: last })) ?? null;
    }),
  );
}
