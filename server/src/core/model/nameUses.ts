import { recordTypeByCode } from "../facts/recordTypes.ts";
import { parseDmarc } from "../syntax/dmarc.ts";
import { policyKindOf } from "../syntax/policyKind.ts";
import type { ReportUri } from "../syntax/reportUri.ts";
import { parseSpf } from "../syntax/spf.ts";
import { parseTlsRpt } from "../syntax/tlsRpt.ts";
import type { MappedText } from "../text/mappedText.ts";
import { type Span, span } from "../text/span.ts";
import { absolutize, canonicalName, labelsOf, parentOf } from "./domainName.ts";
import { nameOf } from "./spfTree.ts";
import { joinStrings } from "./txtValue.ts";
import type { Directive, DomainName, Field, ZoneEntry, ZoneRecord } from "./zone.ts";

/** A place where a domain name is written. */
export interface NameUse {
  readonly entry: ZoneEntry;
  readonly name: DomainName;
  /** What would be written anew; counts in the entry. */
  readonly span: Span;
  /** As written there, over a seam between two strings without the quotes. */
  readonly text: string;
  /**
   * - `owner`: it owns the record
   * - `field`, `origin`: data of a record, argument of a directive; relative names go on with the origin
   * - `value`: inside a TXT value, where names are absolute without a final dot
   * - `macro`: likewise, and a macro stands in it
   * - `unsure`: in a record whose type says nothing of its fields
   */
  readonly role: "owner" | "field" | "origin" | "value" | "macro" | "unsure";
}

/** All names written in an entry, in no order. */
export function nameUsesIn(entry: ZoneEntry): readonly NameUse[] {
  if (entry.kind === "directive") return usesInDirective(entry);
  const { ownerField, owner, type } = entry;
  const own: NameUse[] = ownerField ? [{ entry, name: owner, ...ownerField, role: "owner" }] : [];
  const isText = type === TXT || type === SPF;
  return [...own, ...(isText ? usesInText(entry) : entry.fields.flatMap((it) => useInField(entry, it)))];
}

const TXT = 16;
const SPF = 99;

function usesInDirective(entry: Directive): readonly NameUse[] {
  const at = entry.name === "$ORIGIN" ? entry.args[0] : entry.name === "$INCLUDE" ? entry.args[1] : undefined;
  if (at === undefined || at.isQuoted) return [];
  const name = absolutize(canonicalName(at.text), entry.origin);
  return [{ entry, name, span: at.span, text: at.text, role: "origin" }];
}

function useInField(entry: ZoneRecord, field: Field): readonly NameUse[] {
  const { target: name, span: at, text } = field;
  if (field.isQuoted || text === ".") return [];
  if (name !== undefined) {
    return field.kind === "mbox" ? useInMailbox(entry, field) : [{ entry, name, span: at, text, role: "field" }];
  }
  const type = recordTypeByCode(entry.type);
  if (type !== undefined && type.isOpaque !== true) return [];
  return [{ entry, name: absolutize(canonicalName(text), entry.origin), span: at, text, role: "unsure" }];
}

/** `hostmaster.example.com.` is a mail address (RFC 1035 §8): the domain begins behind its first dot. */
function useInMailbox(entry: ZoneRecord, { text, span: at, target = "." }: Field): readonly NameUse[] {
  const start = (labelsOf(text)[0] ?? "").length + 1;
  if (start >= text.length) return [];
  return [
    { entry, name: parentOf(target), span: span(at.start + start, at.end), text: text.slice(start), role: "field" },
  ];
}

function usesInText(entry: ZoneRecord): readonly NameUse[] {
  const text = joinStrings(entry);
  switch (policyKindOf(entry.owner, text.value)) {
    case "spf":
      return usesInSpf(entry, text);
    case "dmarc": {
      const { rua, ruf } = parseDmarc(text.value).root;
      return [...rua, ...ruf].flatMap((it) => useInAddress(entry, text, it));
    }
    case "tlsRpt":
      return parseTlsRpt(text.value).root.rua.flatMap((it) => useInAddress(entry, text, it));
    default:
      return [];
  }
}

function usesInSpf(entry: ZoneRecord, text: MappedText): readonly NameUse[] {
  return parseSpf(text.value).root.terms.flatMap((term): NameUse[] => {
    const domain = term.kind === "broken" ? undefined : term.domain;
    const name = domain && nameOf(domain, entry.owner);
    if (domain === undefined || name === undefined) return [];
    const role = domain.macros.length > 0 ? "macro" : "value";
    return [{ entry, name, span: text.spanOf(domain.span), text: domain.text, role }];
  });
}

function useInAddress(
  entry: ZoneRecord,
  text: MappedText,
  { host, scheme, text: uri, span: at }: ReportUri,
): NameUse[] {
  const start = uri.toLowerCase().indexOf(host, scheme === "mailto" ? uri.lastIndexOf("@") + 1 : uri.indexOf("//") + 2);
  if (host === "" || start < 0) return [];
  const place = text.spanOf(span(at.start + start, at.start + start + host.length));
  return [{ entry, name: `${host}.`, span: place, text: uri.slice(start, start + host.length), role: "value" }];
}
