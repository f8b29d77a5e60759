import { overHttps } from "../../model/bimiFixes.ts";
import { isCutShort } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

/** The certificate vouches for the logo; the large mailbox providers show no logo without one. */
export default defineRule({
  code: "bimi/authority",
  target: "bimi",
  severity: "error",
  fixable: "suggestion",
  summary: "The certificate of a BIMI record is not fetched over HTTPS, no PEM, or not named.",
  docs: {
    why: "`a` is where the certificate for the logo (VMC or CMC) is fetched from, over HTTPS and as PEM. Gmail and Apple Mail \
show no logo without one.",
    bad: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=http://example.com/vmc.pem"',
    good: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/vmc.pem"',
  },
  references: ["draft-brand-indicators-for-message-identification §4.3", "draft-fetch-validation-vmc-wchuang"],
  messages: {
    comma: "A comma belongs into no address, and strict receivers fetch nothing. Write `%2C`, or one address.",
    https: "Receivers fetch a certificate over HTTPS only, so no logo is shown. Write an `https:` address.",
    pem: "A certificate must be a PEM file, and this address does not end in `.pem`. Check what it leads to.",
    none: "No certificate is named, and Gmail and Apple Mail show no logo without one. Add `a=https://….pem`.",
  },
  titles: { https: "Write `{url}`" },
  *check(target) {
    const { root, text } = target;
    const { authority, logo } = root;
    if (!root.isBimi || root.isDeclined || isCutShort(target)) return;
    if (authority === undefined || authority.value === "" || authority.value.toLowerCase() === "self") {
      if (logo) yield { message: "none", span: text.spanOf(logo.span), severity: "info" };
      return;
    }
    const at = text.spanOf(authority.valueSpan);
    if (!/^https:\/\/[^/]/i.test(authority.value))
      yield { message: "https", span: at, ...overHttps(target, authority) };
    else if (authority.value.includes(",")) yield { message: "comma", span: at, severity: "warning" };
    else if (!/\.pem(?:[?#]|$)/i.test(authority.value)) yield { message: "pem", span: at, severity: "warning" };
  },
});
