import { isBelow, labelsOf } from "../../model/domainName.ts";
import type { DomainName } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/**
 * Suspicious to the reader's screen: a PTR in a reverse zone whose owner has a number over 255, a number with a leading zero,
 * or (in `ip6.arpa.`) a label that is not one hexadecimal digit.
 */
export default defineRule({
  code: "zone/ptr-mismatch",
  target: "entry",
  severity: "warning",
  fixable: false,
  summary: "The owner of a reverse record stands for no address.",
  docs: {
    why: "Receivers look up the name of the address that connects to them, and many refuse mail from one without a name. A PTR under an owner that no address leads to is never found.",
    bad: "300.2.0.192.in-addr.arpa. IN PTR mail.example.com.",
    good: "30.2.0.192.in-addr.arpa. IN PTR mail.example.com.",
  },
  references: ["RFC 1035 §3.5", "RFC 3596 §2.5", "RFC 2317 §4"],
  messages: {
    octet: "`{label}` is no part of an IPv4 address, so nobody looks here. Write a number from 0 to 255.",
    zero: "Nobody looks up `{label}`: addresses are written without leading zeros here. Write `{number}`.",
    nibble: "`{label}` is no hexadecimal digit, so nobody looks here. Write one digit a label, the last one first.",
    length: "An IPv6 address has 32 digits here, this owner has {count}, so nobody looks here.",
  },
  *check(entry) {
    if (entry.kind !== "record" || entry.typeName !== "PTR" || entry.ownerField === undefined) return;
    const { span } = entry.ownerField;
    const fault = faultOf(entry.owner);
    if (fault) yield { message: fault.kind, data: fault.data, span };
  },
});

interface Fault {
  readonly kind: "octet" | "zero" | "nibble" | "length";
  readonly data: Readonly<Record<string, string | number>>;
}

function faultOf(owner: DomainName): Fault | undefined {
  const labels = labelsOf(owner).slice(0, -2);
  // Service discovery in a reverse zone: `b._dns-sd._udp.0.2.0.192.in-addr.arpa.`.
  if (labels.some((label) => label.startsWith("_") || label === "*")) return undefined;
  if (isBelow(owner, "in-addr.arpa.")) {
    // Labels that are no numbers belong to delegations of smaller networks (`0-127`, `0/25`).
    const label = labels.find((it) => /^\d+$/.test(it) && (Number(it) > 255 || /^0\d/.test(it)));
    if (label === undefined) return undefined;
    if (Number(label) > 255) return { kind: "octet", data: { label } };
    return { kind: "zero", data: { label, number: Number(label) } };
  }
  if (!isBelow(owner, "ip6.arpa.")) return undefined;
  const label = labels.find((it) => !/^[0-9a-f]$/.test(it));
  if (label !== undefined) return { kind: "nibble", data: { label } };
  return labels.length === 32 ? undefined : { kind: "length", data: { count: labels.length } };
}
