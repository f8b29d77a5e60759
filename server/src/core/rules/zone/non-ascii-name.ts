import { labelsOf } from "../../model/domainName.ts";
import { writtenNamesOf } from "../../model/writtenName.ts";
import { defineRule, replace } from "../../rule.ts";
import { isAscii, toAsciiName } from "../../text/punycode.ts";

/** Suspicious to the reader's screen: an octet over 127 in an owner or a target. */
export default defineRule({
  code: "zone/non-ascii-name",
  target: "entry",
  severity: "warning",
  fixable: "safe",
  summary: "A name is written in Unicode instead of its A-label.",
  docs: {
    why: "Programs ask DNS for the ASCII form of an internationalized name (`xn--…`). A name that stands in the zone in UTF-8 is never asked for, so its mail and hosts are not found.",
    bad: "bücher.example.com. IN A 192.0.2.1",
    good: "xn--bcher-kva.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 5890 §2.3.2.1", "RFC 5891 §5"],
  messages: {
    unicode: "Nobody asks DNS for `{name}`: programs look for its A-label. Write `{ascii}`.",
    none: "`{name}` holds characters that no host name may have, so nobody asks for it. Write it in ASCII.",
  },
  titles: {
    encode: "Write `{ascii}`",
  },
  *check(entry) {
    if (entry.kind !== "record") return;
    for (const { text, span, field } of writtenNamesOf(entry)) {
      if (isAscii(text) || isServiceInstance(text) || (field?.isQuoted ?? false)) continue;
      const ascii = toAsciiName(text);
      if (ascii === undefined) yield { message: "none", data: { name: text }, span };
      else {
        const fix = replace("safe", "encode", span, ascii, { ascii });
        yield { message: "unicode", data: { name: text, ascii }, span, fix };
      }
    }
  },
});

/** `Büro._ipp._tcp` names a service instance, and those are UTF-8 on the wire (RFC 6763 §4.1.1). */
function isServiceInstance(name: string): boolean {
  const [instance = "", service, protocol] = labelsOf(name);
  return isAscii(name.slice(instance.length)) && service?.[0] === "_" && /^_(?:tcp|udp)$/i.test(protocol ?? "");
}
