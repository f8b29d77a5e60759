import { wouldPass } from "../../core/features/wouldPass/wouldPass.ts";
import { messageCrypto } from "../../node/messageCrypto.ts";
import { WOULD_PASS_REQUEST, type WouldPassParams, type WouldPassResult } from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

/** Whether a test mail would pass, for the client that sends it. */
export function registerWouldPass({ connection, documents, uriOf, t, log }: ServerContext): void {
  connection.onRequest(
    WOULD_PASS_REQUEST,
    guard(log, "would pass", [] as WouldPassResult, async ({ textDocument, ...query }: WouldPassParams) => {
      const source = documents.get(textDocument.uri)?.source;
      if (source?.kind !== "config") return [];
      const rows = await wouldPass({ config: source, query, crypto: messageCrypto, now: Date.now(), t });
      return rows.map(({ place, consequence, ...row }) => ({
        ...row,
        ...(consequence === undefined ? {} : { consequence }),
        ...(place === undefined ? {} : { place: { uri: uriOf(place.path), range: place.range } }),
      }));
    }),
  );
}
