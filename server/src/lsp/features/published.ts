import { type PublishedZone, publishedZone } from "../../core/features/live/publishedZone.ts";
import { PUBLISHED_REQUEST, type PublishedParams } from "../../protocol.ts";
import type { ServerContext } from "../context.ts";
import { guard } from "../guard.ts";

const NOTHING: PublishedZone = { apex: undefined, sets: [], isCut: false, consents: [] };

/** What a zone means to publish, for the command that compares it with the DNS: the client asks the network. */
export function registerPublished({ connection, documents, uriOf, log }: ServerContext): void {
  connection.onRequest(
    PUBLISHED_REQUEST,
    guard(log, "published records", NOTHING, ({ textDocument }: PublishedParams): PublishedZone => {
      const source = documents.get(textDocument.uri)?.source;
      if (source?.kind !== "zone") return NOTHING;
      const { sets, ...zone } = publishedZone(source);
      const withUri = sets.map(({ values, ...set }) => ({
        ...set,
        values: values.map((it) => ({ ...it, path: uriOf(it.path) })),
      }));
      return { ...zone, sets: withUri };
    }),
  );
}
