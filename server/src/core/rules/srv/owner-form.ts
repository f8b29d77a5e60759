import { isPlaceholderName } from "../../facts/placeholderNames.ts";
import { labelsOf } from "../../model/domainName.ts";
import { defineRule } from "../../rule.ts";

const NAPTR = 35;

export default defineRule({
  code: "srv/owner-form",
  target: "entry",
  severity: "warning",
  fixable: false,
  summary: "The owner of an SRV record is not `_service._proto.name`.",
  docs: {
    why: "Clients ask for the SRV records of a name that they build from the service and the protocol, each with an underscore. A record of any other name is never asked for.",
    bad: "imaps.example.com. IN SRV 0 1 993 imap.example.com.",
    good: "_imaps._tcp.example.com. IN SRV 0 1 993 imap.example.com.",
  },
  references: ["RFC 2782", "RFC 6763 §4.1"],
  messages: {
    owner: "No client asks for an SRV at `{owner}`. Begin it with service and protocol, such as `_imaps._tcp`.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "SRV") return;
    const { owner, ownerField, typeField } = entry;
    const labels = labelsOf(owner);
    if (owner === "" || isService(labels) || isService(labels.slice(1))) return;
    // With its flag `S` a NAPTR record may send clients to an SRV of any name (RFC 3403 §4.1).
    if (entry.zone.count(NAPTR) > 0) return;
    if (isPlaceholderName(owner) || entry.issues.some((it) => it.code === "zone/invalid-name")) return;
    yield { message: "owner", data: { owner }, span: (ownerField ?? typeField ?? entry).span };
  },
});

/** The second look, one label on, allows an instance name (`Printer._ipp._tcp`, RFC 6763 §4.1). */
function isService([service, proto]: readonly string[]): boolean {
  return isUnderscored(service) && isUnderscored(proto);
}

/** A wildcard may stand for either. */
function isUnderscored(label: string | undefined): boolean {
  return label !== undefined && (label.startsWith("_") || label === "*");
}
