import { isPlaceholderName } from "../../facts/placeholderNames.ts";
import { defineRule } from "../../rule.ts";

const TYPES = [6, 2];

/** SOA and NS at the apex hold such names; one finding a zone, since they all go back to one export. */
export default defineRule({
  code: "zone/placeholder",
  target: "zone",
  severity: "warning",
  fixable: false,
  summary: "An exporter's placeholder stands where a server's name belongs.",
  docs: {
    why: "Some services do not export the names of their own servers and write a placeholder instead. A server that loads the file as it is sends resolvers to a name that does not exist.",
    bad: "example.com. IN SOA REPLACE&ME$WITH^YOUR@NAMESERVER. hostmaster.example.com. 1 7200 3600 1209600 3600",
    good: "example.com. IN SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600",
  },
  references: ["RFC 1035 §3.3.13", "RFC 2606 §2"],
  messages: {
    placeholder: "`{name}` is a placeholder of the export, and no such server exists. Write the name of a name server.",
  },
  *check(zone) {
    if (zone.apex === undefined) return;
    for (const record of TYPES.flatMap((type) => zone.records(zone.apex ?? ".", type))) {
      const field = record.fields.find(({ text }) => isPlaceholderName(text));
      if (field === undefined) continue;
      yield { message: "placeholder", data: { name: field.text }, span: field.span, at: record };
      return;
    }
  },
});
