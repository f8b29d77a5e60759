import { itemRemoval, tagRemoval, valueEdit } from "../../model/policyRecord.ts";
import { reportUriFix } from "../../model/reportUriFixes.ts";
import { isSpoiltByStrings } from "../../model/txtFaults.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { tagOf } from "../../syntax/tagList.ts";
import { span } from "../../text/span.ts";

/** Also in a consent at `_report._dmarc`, where `rua` redirects the reports. */
export default defineRule({
  code: "dmarc/invalid-report-uri",
  target: "dmarc",
  severity: "error",
  fixable: "suggestion",
  summary: "An address of `rua` or `ruf` that nobody can report to.",
  docs: {
    why: "`rua` and `ruf` list addresses for reports, each with `mailto:` before it and commas between. Reporters skip an entry \
that they cannot read, so the reports never come.",
    bad: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=dmarc@example.com"',
    good: '_dmarc.example.com. IN TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.com"',
  },
  references: ["RFC 9989 §4.7", "RFC 9990 §3.4", "RFC 6068 §2"],
  messages: {
    scheme: "`{uri}` has no `mailto:` before it, so nobody reports there. Write `mailto:` and an address.",
    other: "Reporters need not support `{scheme}:`, and few do. Write `mailto:` and an address.",
    separator: "A blank does not divide addresses, so reporters skip `{uri}`. Write a comma.",
    blank: "A blank inside an address makes reporters skip it. Remove the blank.",
    address: "`{uri}` holds no mail address, so nobody reports there. Write `mailto:user@domain`.",
    url: "`{uri}` is no whole address, so nobody reports there. Write `mailto:user@domain`.",
    empty: "Nothing stands between two commas, and strict reporters skip the list. Remove one comma.",
    none: "`{name}` names no address, so no report is sent. Write `mailto:user@domain`, or remove the tag.",
  },
  titles: {
    mailto: "Write `mailto:` before the address",
    comma: "Write a comma between the addresses",
    blank: "Remove the blank",
    address: "Write `{uri}`",
    removeComma: "Remove the comma",
    remove: "Remove `{name}`",
  },
  *check(target) {
    const { root, text } = target;
    if (!root.isDmarc) return;
    for (const name of ["rua", "ruf"] as const) {
      const tag = tagOf(root, name);
      if (tag === undefined) continue;
      if (tag.value === "") {
        const fix: Fix<"remove"> = {
          kind: "suggestion",
          title: "remove",
          data: { name },
          edits: [tagRemoval(target, root, tag)],
        };
        yield { message: "none", data: { name }, span: text.spanOf(tag.span), fix };
        continue;
      }
      const items = root[name];
      for (const [index, item] of items.entries()) {
        const { scheme, fault, text: uri } = item;
        if (isSpoiltByStrings(target, item.span)) continue;
        if (fault === "empty") {
          const next = items[index + 1];
          const comma = next ? span(item.span.start, next.span.start) : span(item.span.start, tag.valueSpan.end);
          const edit = next ? valueEdit(target, comma, "") : itemRemoval(target, root, tag, items, item);
          const at = text.value.indexOf(",", item.span.start);
          const mark = at >= 0 && at < tag.valueSpan.end ? span(at, at + 1) : tag.valueSpan;
          yield {
            message: "empty",
            span: text.spanOf(mark),
            fix: { kind: "suggestion", title: "removeComma", edits: [edit] },
          };
          continue;
        }
        const fix = reportUriFix(target, item);
        const data = { uri, scheme, name };
        const at = text.spanOf(item.span);
        if (fault === "separator") {
          const message = fix?.title === "blank" ? "blank" : "separator";
          yield { message, data, span: at, ...(fix && { fix }) };
        } else if (fault !== undefined) yield { message: fault, data, span: at, ...(fix && { fix }) };
        else if (scheme !== "mailto") yield { message: "other", data, span: at, severity: "warning" };
      }
    }
  },
});
