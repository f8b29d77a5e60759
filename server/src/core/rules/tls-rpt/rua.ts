import {
  hasTypography,
  isCutShort,
  isMailDomain,
  labelsOf,
  parentOf,
  shownName,
  tagInsertion,
  tagRemoval,
  valueEdit,
  wholeValue,
} from "../../model/policyRecord.ts";
import { reportUriFix } from "../../model/reportUriFixes.ts";
import { defineRule, type Fix } from "../../rule.ts";
import { misspeltTag } from "../../syntax/tagList.ts";
import { TLS_RPT_TAGS } from "../../syntax/tlsRpt.ts";
import { span } from "../../text/span.ts";

/** Unlike DMARC's, these reports may go to a web server too. */
export default defineRule({
  code: "tls-rpt/rua",
  target: "tlsRpt",
  severity: "error",
  fixable: "suggestion",
  summary: "The `rua` of a TLS-RPT record is missing, or neither `mailto:` nor `https:`.",
  docs: {
    why: "`rua` lists where reports go: `mailto:` and an address, or `https:` and a URL, with commas between. Senders skip \
anything else, and a record without it is broken.",
    bad: '_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=tls@example.com"',
    good: '_smtp._tls.example.com. IN TXT "v=TLSRPTv1; rua=mailto:tls@example.com"',
  },
  references: ["RFC 8460 §3"],
  messages: {
    missing: "Without `rua` senders have nowhere to report, and skip the record. Write `rua=mailto:…`.",
    twice:
      "`rua` stands twice, and senders read one of the two at most. Write one, with a comma between the addresses.",
    scheme: "`{uri}` begins with neither `mailto:` nor `https:`, so nobody reports there. Write one of them.",
    separator: "A blank does not divide addresses, so senders skip `{uri}`. Write a comma.",
    address: "`{uri}` holds no mail address, so nobody reports there. Write `mailto:user@domain`.",
    size: "TLS reports have no limit of size, so senders take `!` for a part of `{uri}`. Remove it.",
    url: "`{uri}` is no whole URL, so nobody reports there. Write `https://host/path`.",
    empty: "Nothing stands between two commas, and strict senders skip the list. Remove one comma.",
  },
  titles: {
    add: "Write `rua={uri}`",
    mailto: "Write `mailto:` before the address",
    comma: "Write a comma between the addresses",
    blank: "Remove the blank",
    address: "Write `{uri}`",
    size: "Remove the limit",
    join: "Write both addresses into one `rua`",
  },
  *check(target) {
    const { record, root, text } = target;
    if (!root.isTlsRpt || isCutShort(target)) return;
    const { ruaTag } = root;
    const again = root.tags.filter(({ name }) => name === "rua").slice(1);
    for (const it of again) {
      const end = ruaTag?.valueSpan.end ?? it.span.start;
      const edits = [valueEdit(target, span(end, end), `,${it.value}`), tagRemoval(target, root, it)];
      const fix = { kind: "suggestion", title: "join", edits } as const;
      yield { message: "twice", span: text.spanOf(it.span), ...(it.value !== "" && { fix }) };
    }
    if (
      ruaTag === undefined &&
      (root.version.state !== "right" || root.broken.some(({ reason }) => reason === "equals"))
    )
      return; // tls-rpt/version
    const misspelt = ruaTag ? undefined : misspeltTag(root, "rua", TLS_RPT_TAGS);
    if (misspelt) {
      const edits = [valueEdit(target, misspelt.nameSpan, "rua")];
      const fix = { kind: "suggestion", title: "address", data: { uri: "rua" }, edits } as const;
      yield { message: "missing", span: text.spanOf(misspelt.nameSpan), fix };
      return;
    }
    if (ruaTag === undefined || ruaTag.value === "") {
      const isAtHome = labelsOf(record.owner)[0] === "_smtp";
      const domain = isAtHome ? parentOf(record.owner, 2) : record.owner;
      const uri = `mailto:postmaster@${shownName(domain)}`;
      const edit = ruaTag ? valueEdit(target, ruaTag.span, `rua=${uri}`) : tagInsertion(target, root, `rua=${uri}`);
      const at = ruaTag ? text.spanOf(ruaTag.span) : wholeValue(target);
      const fix = { kind: "suggestion", title: "add", data: { uri }, edits: [edit] } as const;
      yield { message: "missing", span: at, ...(isMailDomain(domain) && { fix }) };
      return;
    }
    for (const item of root.rua) {
      if (item.sizeSpan && !item.fault) {
        const fix = { kind: "suggestion", title: "size", edits: [valueEdit(target, item.sizeSpan, "")] } as const;
        yield { message: "size", data: { uri: item.text }, span: text.spanOf(item.sizeSpan), fix };
      }
      const fault = item.fault ?? (item.scheme === "http" ? "scheme" : undefined);
      if (fault === undefined || hasTypography(item.text)) continue;
      const at = text.spanOf(fault === "empty" ? ruaTag.valueSpan : item.span);
      const fix: Fix<"mailto" | "comma" | "blank" | "address"> | undefined = reportUriFix(target, item);
      yield { message: fault, data: { uri: item.text }, span: at, ...(fix && { fix }) };
    }
  },
});
