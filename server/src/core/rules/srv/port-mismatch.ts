import { SRV_PORTS } from "../../facts/srvPorts.ts";
import { labelsOf } from "../../model/domainName.ts";
import { fieldOf, numberIn } from "../../model/fields.ts";
import type { ZoneRecord } from "../../model/zone.ts";
import { defineRule, replace } from "../../rule.ts";
import { span } from "../../text/span.ts";

export default defineRule({
  code: "srv/port-mismatch",
  target: "entry",
  severity: "info",
  fixable: "suggestion",
  summary: "A mail service on another port than its registered one.",
  docs: {
    why: "Mail programs take the port from the SRV record, and whether TLS begins at once from the service's name. Another port than the registered one is mostly a mix-up of two services, such as `_submission` and 465.",
    bad: "_submission._tcp.example.com. IN SRV 0 1 465 mail.example.com.",
    good: "_submission._tcp.example.com. IN SRV 0 1 587 mail.example.com.",
  },
  references: ["RFC 6186 §3", "RFC 8314 §5.1"],
  messages: {
    port: "`{service}` is registered for port {expected}, so on {port} mail programs may fail. Write {expected}.",
  },
  titles: {
    correct: "Write port {expected}",
    rename: "Name the service `{service}`",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "SRV") return;
    const [service = "", proto] = labelsOf(entry.owner);
    const expected = SRV_PORTS.get(service);
    const field = fieldOf(entry, "port");
    const port = numberIn(field);
    const target = fieldOf(entry, "target");
    if (expected === undefined || proto !== "_tcp" || field === undefined || port === undefined) return;
    if (port === expected || target === undefined || target.text === ".") return;
    const fix = replace("suggestion", "correct", field.span, String(expected), { expected });
    yield {
      message: "port",
      data: { service, expected, port },
      span: field.span,
      fix,
      ...renaming(entry, service, port),
    };
  },
});

/** Where the port is another service's, that service may have been meant. */
function renaming({ ownerField }: ZoneRecord, service: string, port: number) {
  const other = [...SRV_PORTS].find(([, it]) => it === port)?.[0];
  if (other === undefined || !ownerField?.text.toLowerCase().startsWith(`${service}.`)) return {};
  const at = span(ownerField.span.start, ownerField.span.start + service.length);
  return { alternatives: [replace("suggestion", "rename", at, other, { service: other })] };
}
