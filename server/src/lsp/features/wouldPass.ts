import { wouldPass } from "../../core/features/wouldPass/wouldPass.ts";
import { WOULD_PASS_REQUEST, type WouldPassParams, type WouldPassResult } from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** Whether a test mail would pass, for the client that sends it. */
export function registerWouldPass(context: ServerContext): void {
  const { connection, documents, messageCrypto: crypto, now, uriOf, t, log } = context;
  connection.onRequest(
    WOULD_PASS_REQUEST,
    guard(log, "would pass", [] as WouldPassResult, async ({ textDocument, ...query }: WouldPassParams) => {
      const source = documents.get(textDocument.uri)?.source;
      if (source?.kind !== "config") return [];
      const rows = await wouldPass({ config: source, query, crypto, now: now(), t });
      return rows.map(({ place, consequence, ...row }) => ({
        ...row,
        ...(consequence === undefined ? {} : { consequence }),
        ...(place === undefined ? {} : { place: { uri: uriOf(place.path), range: place.range } }),
      }));
    }),
  );
}
