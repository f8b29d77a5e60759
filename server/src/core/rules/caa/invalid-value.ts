import { caaTagOf } from "../../facts/caaTags.ts";
import { fieldOf } from "../../model/fields.ts";
import { defineRule } from "../../rule.ts";
import { type CaaFault, isEmail, isPhone, isReportUrl, issuerFaults } from "../../syntax/caaValue.ts";
import { span } from "../../text/span.ts";

export default defineRule({
  code: "caa/invalid-value",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "The value of a CAA record is not what its property wants.",
  docs: {
    why: "An authority that cannot read the value of `issue` has to treat it as one that names nobody: no certificate is issued. A report address that cannot be read gets no report.",
    bad: 'example.com. IN CAA 0 issue "https://ca.example.net"',
    good: 'example.com. IN CAA 0 issue "ca.example.net"',
  },
  references: ["RFC 8659 §4.2", "RFC 8657 §3", "RFC 9495 §3"],
  messages: {
    domain: "`{text}` is no domain of an authority, so nobody may issue. Write its name alone: `ca.example.net`.",
    parameter: "`{text}` is no parameter, so nobody may issue. Write `name=value`, with `;` between two.",
    uri: "`{text}` names no account by its URI, so nobody may issue. Write `accounturi=https://…`.",
    methods: "`{text}` lists no methods, so nobody may issue. Write `validationmethods=dns-01,http-01`.",
    url: "`{text}` is no address for reports, so none arrive. Write `mailto:` or `https:` before it.",
    email: "`{text}` is no mail address, so authorities cannot use it. Write `admin@example.com`.",
    phone: "`{text}` is no international number, so authorities cannot use it. Write `+`, country and number.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "CAA" || entry.issues.length > 0) return;
    const tag = caaTagOf(fieldOf(entry, "tag")?.text ?? "");
    const field = fieldOf(entry, "value");
    if (tag === undefined || field === undefined) return;
    const { value } = field.value;
    for (const fault of faultsOf(tag.value, value)) {
      const text = value.slice(fault.span.start, fault.span.end);
      yield { message: fault.kind, data: { text }, span: field.value.spanOf(fault.span) };
    }
  },
});

function faultsOf(kind: "issuer" | "url" | "email" | "phone", value: string): readonly CaaFault[] {
  if (kind === "issuer") return issuerFaults(value);
  const isGood = kind === "url" ? isReportUrl(value) : kind === "email" ? isEmail(value) : isPhone(value);
  return isGood ? [] : [{ kind, span: span(0, value.length) }];
}
