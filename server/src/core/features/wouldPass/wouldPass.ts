import type { ConfigSource } from "../../engine/api.ts";
import type { Translate } from "../../locale.ts";
import { fieldName, fieldValue, messageParts } from "../../model/dkimCanonical.ts";
import type { MessageCrypto } from "../../model/dkimVerify.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import { dkimRows } from "./dkimRows.ts";
import { dmarcRow } from "./dmarcRow.ts";
import type { PassQuery, PassRow } from "./report.ts";
import { spfRow } from "./spfRow.ts";

/** What the checks of one message look at. */
export interface PassContext {
  readonly config: ConfigSource;
  readonly query: PassQuery;
  readonly crypto: MessageCrypto;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly t: Translate;
}

/**
 * What a receiver makes of a message by the zone files that a config names: SPF for its sender, DKIM for each of its
 * signatures, DMARC for its From domain. What the files do not tell is `unknown`, never a fault.
 */
export async function wouldPass(context: PassContext): Promise<readonly PassRow[]> {
  const parts = messageParts(context.query.message);
  const from = parts.fields.find((field) => fieldName(field) === "from");
  const mailbox = from === undefined ? undefined : parseMailbox(utf8(fieldValue(from)));
  const domain = mailbox?.domain.toLowerCase() ?? "";
  const spf = await spfRow(context);
  const dkim = dkimRows(context, parts, domain);
  return domain === "" ? [spf, ...dkim] : [spf, ...dkim, dmarcRow(context, domain, [spf, ...dkim])];
}

/** Names beyond ASCII stand in a header as octets (RFC 6532 §3). */
function utf8(octets: string): string {
  return new TextDecoder().decode(Uint8Array.from(octets, (it) => it.charCodeAt(0)));
}
