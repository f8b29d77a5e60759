import { labelsOf } from "../../model/domainName.ts";
import { fieldOf, numberIn } from "../../model/fields.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "tlsa/smtp-usage",
  target: "entry",
  severity: "warning",
  fixable: false,
  summary: "A TLSA record of a mail server has usage 0 or 1.",
  docs: {
    why: "Between mail servers no public authority counts, so usages 0 and 1, which ask for one, must not be published. Senders treat such a record as unusable: they do not authenticate the server.",
    bad: "_25._tcp.mail.example.com. IN TLSA 1 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    good: "_25._tcp.mail.example.com. IN TLSA 3 1 1 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  },
  references: ["RFC 7672 §3.1.3"],
  messages: {
    usage: "On port 25 senders cannot use usage {usage}. Write 3 (the server's own key) or 2 (its authority).",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "TLSA") return;
    const [port, proto] = labelsOf(entry.owner);
    const field = fieldOf(entry, "usage");
    const usage = numberIn(field);
    if (port !== "_25" || proto !== "_tcp" || field === undefined || usage === undefined || usage > 1) return;
    yield { message: "usage", data: { usage }, span: field.span };
  },
});
