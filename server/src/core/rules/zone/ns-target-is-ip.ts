import { isAddressLike } from "../../model/writtenName.ts";
import { defineRule } from "../../rule.ts";

/** Suspicious to the reader's screen: an NS target that looks like an address. */
export default defineRule({
  code: "zone/ns-target-is-ip",
  target: "entry",
  severity: "error",
  fixable: false,
  summary: "An NS record names an address instead of a host.",
  docs: {
    why: "The data of an NS record is a name. `192.0.2.1` is read as a name of four labels that nobody has, so resolvers never reach this server.",
    bad: "example.com. IN NS 192.0.2.1",
    good: "example.com. IN NS ns1.example.com.",
  },
  references: ["RFC 1035 §3.3.11", "RFC 2181 §10.3"],
  messages: {
    address: "An NS record needs a host name: resolvers look up `{text}` as a name and find nothing. Name the host.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "NS") return;
    const [host] = entry.fields;
    if (host && isAddressLike(host.text)) yield { message: "address", data: { text: host.text }, span: host.span };
  },
});
