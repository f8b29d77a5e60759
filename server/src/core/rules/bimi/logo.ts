import { isCutShort, wholeValue } from "../../model/policyRecord.ts";
import { defineRule } from "../../rule.ts";

/** An empty `l` is fine: the domain takes no part, or the logo is in the certificate. */
export default defineRule({
  code: "bimi/logo",
  target: "bimi",
  severity: "error",
  fixable: false,
  summary: "The logo of a BIMI record is missing, not fetched over HTTPS, or no SVG.",
  docs: {
    why: "`l` is where the logo is fetched from. Receivers take HTTPS addresses only, and a picture in a small profile of SVG; \
anything else is not shown.",
    bad: 'default._bimi.example.com. IN TXT "v=BIMI1; l=http://example.com/logo.svg"',
    good: 'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg"',
  },
  references: ["draft-brand-indicators-for-message-identification §4.3"],
  messages: {
    missing: "Without `l` receivers take the record for broken. Add `l=https://…/logo.svg`.",
    https: "Receivers fetch a logo over HTTPS only, so this one is not shown. Write an `https:` address.",
    svg: "A logo must be an SVG, and this address does not end in `.svg`. Check what it leads to.",
  },
  *check(target) {
    const { root, text } = target;
    const { logo } = root;
    if (!root.isBimi || isCutShort(target)) return;
    if (logo === undefined) {
      yield { message: "missing", span: wholeValue(target) };
      return;
    }
    if (logo.value === "") return;
    const at = text.spanOf(logo.valueSpan);
    if (!/^https:\/\/[^/]/i.test(logo.value)) yield { message: "https", span: at };
    else if (!/\.svgz?(?:[?#]|$)/i.test(logo.value)) yield { message: "svg", span: at, severity: "warning" };
  },
});
