import { keyDigits } from "../../model/dkimKeys.ts";
import { dataSpan, labelsOf, textOf } from "../../model/policyRecord.ts";
import type { DomainName, ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";

/** Within one domain: the same key for several domains is how senders for others work. */
export default defineRule({
  code: "dkim/key-reused",
  target: "zone",
  severity: "warning",
  fixable: false,
  summary: "One key at two selectors of a domain.",
  docs: {
    why: "A second selector is there so that a key can be replaced, or withdrawn, without the other. With one key at both, a leak \
breaks both, and the change of selector changes nothing.",
    bad: `$ORIGIN example.com.
s1._domainkey IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
s2._domainkey IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="`,
    good: `$ORIGIN example.com.
s1._domainkey IN TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
s2._domainkey IN TXT "v=DKIM1; p="`,
  },
  references: ["RFC 6376 §3.1", "RFC 6376 §6.1.2"],
  messages: {
    reused: "The same key is at {other}, so one leak breaks both selectors. Make a key for each.",
    other: "The other record",
  },
  *check(zone) {
    const seen = new Map<string, { readonly record: ZoneRecord; readonly selector: string }>();
    for (const record of zone.domainKeys()) {
      const key = keyOf(record);
      const place = placeOf(record.owner);
      if (key === undefined || place === undefined) continue;
      const first = seen.get(`${place.domain} ${key}`);
      if (first === undefined) seen.set(`${place.domain} ${key}`, { record, selector: place.selector });
      else if (first.selector !== place.selector) {
        const related = [{ message: "other" as const, span: dataSpan(first.record), at: first.record }];
        const data = { other: `${first.selector}._domainkey` };
        yield { message: "reused", data, span: dataSpan(record), at: record, related };
      }
    }
  },
});

/** The base64 alone; nothing where it is empty or too short to be a key. */
function keyOf(record: ZoneRecord): string | undefined {
  const digits = keyDigits(textOf(record));
  return digits.length > 40 ? digits : undefined;
}

function placeOf(owner: DomainName): { selector: string; domain: string } | undefined {
  const labels = labelsOf(owner);
  const at = labels.indexOf("_domainkey");
  return at < 1 ? undefined : { selector: labels.slice(0, at).join("."), domain: labels.slice(at + 1).join(".") };
}
