import { registrableDomainOf } from "../../facts/publicSuffix.ts";
import { isPublicDomain, relativize, shownName } from "../../model/domainName.ts";
import { isServedLocally } from "../../model/servedLocally.ts";
import { spfRecordsAt, TYPE } from "../../model/spfPolicy.ts";
import { joinStrings, textOf } from "../../model/txtValue.ts";
import type { DomainName, ZoneRecord, ZoneView } from "../../model/zone.ts";
import type { Fix, FixEdit } from "../../rule.ts";
import { defineRule } from "../../rule.ts";
import { parseSpf } from "../../syntax/spf.ts";
import { span } from "../../text/span.ts";

const A = 1;
const CNAME = 5;
const SOA = 6;
const AAAA = 28;

const MESSAGES = {
  nullMx: "{owner} takes no mail, yet anyone may send in its name. Publish `v=spf1 -all`.",
  noMx: "{owner} has no MX, yet anyone may send in its name. Publish `v=spf1 -all` if it sends no mail.",
  passes: "{owner} takes no mail, so receivers may refuse mail from it. Write `v=spf1 -all`.",
} as const;

export default defineRule({
  code: "spf/no-mail-domain",
  target: "zone",
  severity: "info",
  fixable: "suggestion",
  summary: "A domain without mail that does not say so.",
  docs: {
    why: "Spammers like domains that send no mail, since nobody guards them. A record that passes no host lets receivers refuse mail in such a name at once.",
    bad: "$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ MX 0 .",
    good: '$ORIGIN example.com.\n@ SOA ns hostmaster 1 7200 3600 1209600 3600\n@ MX 0 .\n@ TXT "v=spf1 -all"',
  },
  references: ["RFC 7505 §4.2", "RFC 7208 §10.1.2"],
  messages: MESSAGES,
  titles: {
    publish: "Publish `v=spf1 -all`",
    deny: "Write `v=spf1 -all`",
  },
  *check(zone) {
    const { apex, hasSoa, isPartial } = zone;
    if (apex === undefined || !hasSoa || isPartial || !isPublicDomain(apex) || isServedLocally(zone)) return;
    const soa = zone.records(apex, SOA)[0];
    if (!soa) return;
    const mx = zone.records(apex, TYPE.MX);
    const nullMx = mx.length === 1 && mx[0]?.fields[1]?.target === "." ? mx[0] : undefined;
    if (!nullMx && zone.count(TYPE.MX) > 0) return;
    const [spf] = spfRecordsAt(zone, apex);
    const place = nullMx ?? soa;
    const data = { owner: shownName(apex) };
    if (spf) {
      if (nullMx && passesHosts(spf)) yield { message: "passes", data, span: spf.span, at: spf, fix: denial(spf) };
      return;
    }
    if (!nullMx && (isAnswered(zone, apex) || isBranch(zone, apex))) return;
    const fix = { kind: "suggestion", title: "publish", edits: publication(place) } as const;
    yield { message: nullMx ? "nullMx" : "noMx", data, span: (place.typeField ?? place).span, at: place, fix };
  },
});

/** A zone of hosts below somebody's domain, which is no host itself: the domain's DMARC policy speaks for it. */
function isBranch(zone: ZoneView, apex: DomainName): boolean {
  if (registrableDomainOf(apex) === shownName(apex)) return false;
  return [A, AAAA].every((type) => zone.records(apex, type).length === 0);
}

/** Another record that may carry the policy: an alias, or a broken SPF text with a finding of its own. */
function isAnswered(zone: ZoneView, apex: DomainName): boolean {
  if (zone.records(apex, CNAME).length > 0) return true;
  return [TYPE.TXT, TYPE.SPF].some((type) => zone.records(apex, type).some((it) => /spf[12]/i.test(textOf(it))));
}

function passesHosts(record: ZoneRecord): boolean {
  const { terms } = parseSpf(textOf(record)).root;
  return terms.some((it) =>
    it.kind === "mechanism" ? it.qualifier === "+" : it.kind === "modifier" && it.name === "redirect",
  );
}

function denial(record: ZoneRecord): Fix<"deny"> {
  const text = joinStrings(record);
  const isQuoted = record.fields[0]?.isQuoted === true;
  const newText = isQuoted ? "v=spf1 -all" : '"v=spf1 -all"';
  return {
    kind: "suggestion",
    title: "deny",
    edits: [{ span: text.spanOf(span(0, text.value.length)), newText, at: record }],
  };
}

/** A line behind the record, with the owner in writing. */
function publication(record: ZoneRecord): FixEdit[] {
  const lineEnd = /\r?\n$/.exec(record.text)?.[0];
  const line = `${relativize(record.owner, record.origin)} IN TXT "v=spf1 -all"`;
  const end = record.text.length;
  return [{ span: span(end, end), newText: lineEnd ? line + lineEnd : `\n${line}`, at: record }];
}
