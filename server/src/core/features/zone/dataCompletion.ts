import { CERTIFICATE_AUTHORITIES, fieldValuesOf, SVC_PARAMETERS } from "../../facts/fieldValues.ts";
import { fieldAt, RECORD_TYPES, type RecordField, type RecordType } from "../../facts/recordTypes.ts";
import { SRV_PORTS } from "../../facts/srvPorts.ts";
import type { ZoneSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import { labelsOf } from "../../model/domainName.ts";
import type { Span } from "../../text/span.ts";
import { plain, snippet } from "../proposal.ts";
import type { CompletionItem } from "../types.ts";
import type { Cursor } from "./cursor.ts";
import { hostsOf, writtenUnder } from "./names.ts";
import { typeOf } from "./recordHover.ts";
import { ownerOf } from "./textValue.ts";
import { isAt, wordAt } from "./tokens.ts";

/** Names of the zone where a name belongs, and values where there are few. */
export function completeData(source: ZoneSource, cursor: Cursor, t: Translate): readonly CompletionItem[] {
  const { tokens, offset } = cursor;
  const type = typeOf(tokens.type);
  if (type === undefined) return [];
  const token = tokens.data.find((it) => isAt(it, offset));
  const index = token === undefined ? tokens.data.filter((it) => it.end < offset).length : tokens.data.indexOf(token);
  const field = fieldAt(type, index);
  if (field === undefined) return [];
  const at = wordAt(token, offset);
  switch (field.kind) {
    case "host":
    case "name":
    case "names":
    case "gateway":
      return names(source, cursor, at);
    case "types":
    case "typeCode":
      return typeNames(cursor, at, t);
    case "svcParams":
      return parameters(cursor, at, t);
    default:
      return [...special(cursor, type, field, at), ...values(type, field, at, t)];
  }
}

function names(source: ZoneSource, { entry }: Cursor, at: Span): readonly CompletionItem[] {
  const origin = entry?.origin ?? source.view.apex;
  return hostsOf(source).map((it) => plain(writtenUnder(it, origin), "name", at, { detail: it }));
}

function values(type: RecordType, field: RecordField, at: Span, t: Translate): readonly CompletionItem[] {
  return fieldValuesOf(type, field)
    .filter((it) => it.isOld !== true)
    .map(({ value, doc, mnemonic }) => plain(value, "value", at, { detail: joined(mnemonic, t(doc)) }));
}

function joined(mnemonic: string | undefined, doc: string): string {
  return mnemonic === undefined ? doc : `${mnemonic} · ${doc}`;
}

/** Types that are not in the list yet; those that one notifies about stand first in a DSYNC record. */
function typeNames({ tokens }: Cursor, at: Span, t: Translate): readonly CompletionItem[] {
  const used = new Set(tokens.data.filter((it) => !isAt(it, at.end)).map((it) => it.text.toUpperCase()));
  return RECORD_TYPES.filter((it) => !it.isObsolete && !it.isOpaque && !used.has(it.name)).map(({ name, doc }) =>
    plain(name, "type", at, { detail: t(doc) }),
  );
}

function parameters({ tokens, offset }: Cursor, at: Span, t: Translate): readonly CompletionItem[] {
  const token = tokens.data.find((it) => isAt(it, offset));
  const [name = "", ...others] = token?.text.split("=") ?? [];
  if (others.length > 0) {
    const start = at.start + name.length + 1;
    return name === "alpn" && offset >= start ? [plain("h2,h3", "value", { start, end: at.end })] : [];
  }
  const used = new Set(tokens.data.filter((it) => it !== token).map((it) => it.text.split("=")[0]));
  return SVC_PARAMETERS.filter((it) => !used.has(it.name)).map((it) =>
    plain(it.name, "key", at, { insertText: it.takesValue ? `${it.name}=` : it.name, detail: t(it.doc) }),
  );
}

/** What depends on another part of the record: the port of a service, the authority behind a tag. */
function special(cursor: Cursor, type: RecordType, field: RecordField, at: Span): readonly CompletionItem[] {
  if (type.name === "SRV" && field.name === "port") {
    const service = labelsOf(ownerOf(cursor))[0] ?? "";
    const port = SRV_PORTS.get(service);
    return port === undefined ? [] : [plain(String(port), "value", at, { detail: `${service}._tcp` })];
  }
  if (type.name !== "CAA" || field.name !== "value") return [];
  const tag = cursor.tokens.data[1]?.text.toLowerCase() ?? "";
  if (tag === "iodef") return [snippet('"mailto:…"', '"mailto:${1:security@example.com}"', at)];
  if (!tag.startsWith("issue")) return [];
  const authorities = CERTIFICATE_AUTHORITIES.map(([domain, name]) =>
    plain(`"${domain}"`, "value", at, { detail: name }),
  );
  return [...authorities, plain('";"', "value", at)];
}
