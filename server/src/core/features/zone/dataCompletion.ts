import type { ZoneSource } from "../../index.ts";
import { say, type Translate } from "../../locale.ts";
import type { CompletionItem } from "../types.ts";
import type { Cursor } from "./cursor.ts";
import { hostsOf, writtenUnder } from "./names.ts";
import { plain } from "./proposal.ts";
import { fieldAt, typeOf } from "./recordHover.ts";
import { isAt, wordAt } from "./tokens.ts";

/** Values of fields that have few; keyed by type and field. */
const VALUES: Readonly<Record<string, readonly (readonly [value: string, doc: string])[]>> = {
  "TLSA usage": [
    ["3", say("The certificate itself, whoever signed it (DANE-EE): what mail servers use.")],
    ["2", say("The authority that signed it (DANE-TA).")],
  ],
  "TLSA selector": [
    ["1", say("The public key: it survives a renewal with the same key.")],
    ["0", say("The whole certificate.")],
  ],
  "TLSA matching type": [
    ["1", say("Its SHA-256 hash.")],
    ["2", say("Its SHA-512 hash.")],
    ["0", say("The data itself.")],
  ],
  "CAA flags": [
    ["0", say("An authority that does not know the tag ignores it.")],
    ["128", say("Critical: an authority that does not know the tag must not issue.")],
  ],
  "CAA tag": [
    ["issue", say("Which authority may issue certificates.")],
    ["issuewild", say("Which authority may issue wildcard certificates.")],
    ["issuemail", say("Which authority may issue S/MIME certificates.")],
    ["issuevmc", say("Which authority may issue mark certificates for BIMI.")],
    ["iodef", say("Where an authority reports what it refused.")],
    ["contactemail", say("The address that authorities may write to.")],
    ["contactphone", say("The number that authorities may call.")],
  ],
  "MX preference": [
    ["10", say("Hosts try the smallest number first.")],
    ["0", say("Tried first; `0 .` means that the domain receives no mail.")],
  ],
};

/** Names of the zone where a host belongs, and values where there are few. */
export function completeData(source: ZoneSource, cursor: Cursor, t: Translate): readonly CompletionItem[] {
  const { tokens, offset, entry } = cursor;
  const type = typeOf(tokens.type);
  if (type === undefined) return [];
  const token = tokens.data.find((it) => isAt(it, offset));
  const index = token === undefined ? tokens.data.filter((it) => it.end < offset).length : tokens.data.indexOf(token);
  const field = fieldAt(type, index);
  if (field === undefined) return [];
  const at = wordAt(token, offset);
  if (field.kind === "host" || field.kind === "name") {
    const origin = entry?.origin ?? source.view.apex;
    return hostsOf(source).map((it) => plain(writtenUnder(it, origin), "name", at, { detail: it }));
  }
  const values = VALUES[`${type.name} ${field.name}`] ?? [];
  return values.map(([value, doc]) => plain(value, "value", at, { detail: t(doc) }));
}
