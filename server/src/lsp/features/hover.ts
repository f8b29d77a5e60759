import { hoverAt } from "../../core/features/index.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

export function registerHover({ connection, documents, t, log }: ServerContext): void {
  connection.onHover(
    guard(log, "hover", null, ({ textDocument, position }) => {
      const source = documents.get(textDocument.uri)?.source;
      const hover = source && hoverAt(source, position, t);
      return hover ? { contents: { kind: "markdown", value: hover.markdown }, range: hover.range } : null;
    }),
  );
}
