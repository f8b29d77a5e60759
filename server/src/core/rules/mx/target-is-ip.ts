import { fieldOf } from "../../model/fields.ts";
import { isAddressLike } from "../../model/writtenName.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  code: "mx/target-is-ip",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "An MX record names an address instead of a host.",
  docs: {
    why: "The data of an MX record is a host name. `192.0.2.1` is read as a name of four labels that nobody has, so senders never reach this server and mail bounces.",
    bad: "example.com. IN MX 10 192.0.2.1",
    good: "example.com. IN MX 10 mail.example.com.",
  },
  references: ["RFC 5321 §5.1", "RFC 1035 §3.3.9"],
  messages: {
    address: "An MX needs a host name: senders look up `{text}` as a name and find nothing. Name the host.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "MX") return;
    const host = fieldOf(entry, "exchange");
    if (host && isAddressLike(host.text)) yield { message: "address", data: { text: host.text }, span: host.span };
  },
});
