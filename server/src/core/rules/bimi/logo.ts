import { overHttps } from "../../model/bimiFixes.ts";
import { isCutShort, valueEdit, wholeValue } from "../../model/policyRecord.ts";
import type { Policy } from "../../model/zone.ts";
import { defineRule, type Report } from "../../rule.ts";
import type { BimiRecord } from "../../syntax/bimi.ts";
import { isHalfWritten } from "../../syntax/tagList.ts";

/** An empty `l` is fine: the domain takes no part, or the logo is in the certificate. */
export default defineRule({
  code: "bimi/logo",
  target: "bimi",
  severity: "error",
  fixable: "suggestion",
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
    misspelt: "Receivers do not know `{name}`, and without `l` take the record for broken. Write `l`.",
    blank: "A blank ends the address, so receivers fetch no logo. Write `%20` in its place, or rename the file.",
    comma: "A comma belongs into no address, and strict receivers fetch nothing. Write `%2C`, or one address.",
    https: "Receivers fetch a logo over HTTPS only, so this one is not shown. Write an `https:` address.",
    svg: "A logo must be an SVG, and this address does not end in `.svg`. Check what it leads to.",
  },
  titles: { rename: "Write `l`", https: "Write `{url}`" },
  *check(target) {
    const { root, text } = target;
    const { logo } = root;
    if (!root.isBimi || isCutShort(target)) return;
    if (logo === undefined) {
      if (root.version.state !== "right" || isHalfWritten(root, "l")) return; // bimi/version, bimi/syntax
      yield missing(target);
      return;
    }
    if (logo.value === "") return;
    const at = text.spanOf(logo.valueSpan);
    if (/\s/.test(logo.value)) yield { message: "blank", span: at };
    else if (!/^https:\/\/[^/]/i.test(logo.value)) yield { message: "https", span: at, ...overHttps(target, logo) };
    else if (logo.value.includes(",")) yield { message: "comma", span: at, severity: "warning" };
    else if (!/\.svgz?(?:[?#]|$)/i.test(logo.value)) yield { message: "svg", span: at, severity: "warning" };
  },
});

function missing(target: Policy<BimiRecord>): Report<"missing" | "misspelt", "rename"> {
  const { root, text } = target;
  const misspelt = root.tags.find(({ name }) => /^(?:l|logo|svg)$/i.test(name));
  if (!misspelt) return { message: "missing", span: wholeValue(target) };
  const { name, nameSpan } = misspelt;
  const edits = [valueEdit(target, nameSpan, "l")];
  return {
    message: "misspelt",
    data: { name },
    span: text.spanOf(nameSpan),
    fix: { kind: "suggestion", title: "rename", edits },
  };
}
