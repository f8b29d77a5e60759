import { isPlaceholderName } from "../../facts/placeholderNames.ts";
import { isAbsolute } from "../../model/domainName.ts";
import { defineRule, replace } from "../../rule.ts";

export default defineRule({
  code: "zone/soa-rname",
  target: "entry",
  severity: "warning",
  fixable: "safe",
  summary: "The SOA's mailbox is written with an `@`.",
  docs: {
    why: "The mailbox of the SOA is a domain name: its first label is the local part, and the first dot stands for the `@`. With an `@` in it, mail about the zone reaches nobody, and some servers refuse the record.",
    bad: "example.com. IN SOA ns1.example.com. hostmaster@example.com. 1 7200 3600 1209600 3600",
    good: "example.com. IN SOA ns1.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600",
  },
  references: ["RFC 1035 §3.3.13", "RFC 1035 §8", "RFC 2142 §7"],
  messages: {
    at: "`{text}` is read as a name with an `@` in a label, so the mailbox is lost. Write `{name}`.",
  },
  titles: {
    dots: "Write `{name}`",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "SOA") return;
    const field = entry.fields[1];
    if (field === undefined || isPlaceholderName(field.text)) return;
    const name = nameOf(field.text);
    if (name === undefined) return;
    const fix = replace("safe", "dots", field.span, name, { name });
    yield { message: "at", data: { text: field.text, name }, span: field.span, fix };
  },
});

/** `first.last@example.com` → `first\.last.example.com.`: an address always has a whole domain, so it gets its final dot. */
function nameOf(text: string): string | undefined {
  const parts = /^"?(?<local>(?:[^@"\\]|\\.)+)@(?<domain>[^@"\\]+)"?$/.exec(text)?.groups;
  const domain = parts?.["domain"];
  if (domain === undefined) return undefined;
  const local = parts?.["local"]?.replace(/\\.|\./g, (dot) => (dot === "." ? "\\." : dot)) ?? "";
  return `${local}.${isAbsolute(domain) || !domain.includes(".") ? domain : `${domain}.`}`;
}
