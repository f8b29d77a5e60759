import { registrableDomainOf } from "../../facts/publicSuffix.ts";
import type { ConfigFile } from "../../model/config.ts";
import { accountsIn, distinct } from "../../model/configQueries.ts";
import { addText, lacksText } from "../../model/crossZone.ts";
import { toDomainName } from "../../model/readConfig.ts";
import { defineRule, type Report } from "../../rule.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import { mapScalar } from "../../syntax/yaml/mapScalar.ts";

/** A From domain whose zone has no DMARC record, neither at the domain nor at its organizational domain. */
export default defineRule({
  code: "cross/dmarc-not-published",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A From domain without a DMARC record.",
  docs: {
    why: "Without DMARC, anyone may write the domain into `From`, and large receivers treat mail of domains that send much as \
suspect. A record with `p=none` only asks for reports, and is the way to begin.",
    bad: "version: 1\nzones: { example.com: bare.zone }\naccounts: { ops: { from: ops@example.com } }",
    good: "version: 1\nzones: { example.com: dmarc.zone }\naccounts: { ops: { from: ops@example.com } }",
  },
  references: ["RFC 9989 §4.10", "RFC 9989 §8.1"],
  messages: {
    missing:
      "The zone has no `_dmarc` for {domain}, so anyone may send in its name. Publish one; `p=none` is a beginning.",
  },
  titles: { publish: "Publish `p=none` with reports" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"missing", "publish">> {
  for (const { from } of accountsIn(file)) {
    const mailbox = from && parseMailbox(from.value);
    const organization = mailbox && (registrableDomainOf(mailbox.domain) ?? mailbox.domain);
    if (!from || !mailbox || organization === undefined) continue;
    const zone = file.zone(toDomainName(mailbox.domain));
    const names = [mailbox.domain, organization].map((it) => toDomainName(`_dmarc.${it}`));
    if (!zone || !names.every((it) => lacksText(zone, it))) continue;
    const value = `v=DMARC1; p=none; rua=mailto:postmaster@${organization}`;
    const edits = addText(zone, toDomainName(`_dmarc.${organization}`), value);
    const span = mapScalar(file.text, from.node).spanOf(mailbox.addressSpan);
    const fix = { kind: "suggestion" as const, title: "publish" as const, edits };
    yield { message: "missing", data: { domain: mailbox.domain }, span, ...(edits.length > 0 && { fix }) };
  }
}
