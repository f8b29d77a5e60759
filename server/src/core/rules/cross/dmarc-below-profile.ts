import { registrableDomainOf } from "../../facts/publicSuffix.ts";
import type { ConfigDocument, ConfigFile, Value } from "../../model/config.ts";
import { distinct } from "../../model/configQueries.ts";
import { type Published, textsAt } from "../../model/crossZone.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { ZoneView } from "../../model/zone.ts";
import { defineRule, type Report } from "../../rule.ts";
import { parseDmarc } from "../../syntax/dmarc.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import { tagOf } from "../../syntax/tagList.ts";

type Message = "below" | "record";

/** A profile of a trade that refuses forged mail, and a domain whose DMARC policy does not. */
export default defineRule({
  code: "cross/dmarc-below-profile",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "A DMARC policy below what the config's profile asks for.",
  docs: {
    why: "Shops and those who take card payments are forged most. Their profiles (`ecommerce`, `pci-dss`) ask for `p=reject`, \
so that receivers refuse such mail. Go there once the aggregate reports name no sender of your own that fails.",
    bad: "version: 1\nprofile: ecommerce\ndomain: example.com\nzones: { example.com: monitored.zone }",
    good: "version: 1\nprofile: ecommerce\ndomain: example.com\nzones: { example.com: dmarc.zone }",
  },
  references: ["RFC 9989 §7.4", "RFC 9989 §4.7"],
  messages: {
    below: "{domain} has `p={policy}`, and this profile asks for `p=reject`. Write it once the reports are clean.",
    record: "The DMARC record stands here.",
  },
  titles: { reject: "Write `p=reject`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "reject">> {
  for (const document of file.documents) {
    const { profile } = document;
    if (profile?.value !== "ecommerce" && profile?.value !== "pci-dss") continue;
    // One finding at the word is enough: the first domain that falls short, the next one when that is mended.
    for (const domain of domainsOf(document)) {
      const found = shortfall(file, domain, profile);
      if (!found) continue;
      yield found;
      break;
    }
  }
}

function domainsOf({ domain, accounts }: ConfigDocument): readonly string[] {
  const senders = accounts.flatMap(({ from }) => (from && parseMailbox(from.value)?.domain) ?? []);
  return [...new Set([...(domain ? [domain.value.toLowerCase()] : []), ...senders])];
}

function shortfall(file: ConfigFile, domain: string, profile: Value): Report<Message, "reject"> | undefined {
  const zone = file.zone(toDomainName(domain));
  const published = zone && policyOf(zone, domain);
  if (!published) return undefined;
  const { root } = parseDmarc(published.text.value);
  const tag = tagOf(root, "p");
  if (!root.isDmarc || root.p === undefined || root.p === "reject" || !tag) return undefined;
  const edits = [{ span: published.text.spanOf(tag.valueSpan), newText: "reject", at: published.record }];
  return {
    message: "below",
    data: { domain, policy: root.p },
    span: profile.span,
    related: [{ message: "record", span: published.record.span, at: published.record }],
    fix: { kind: "suggestion", title: "reject", edits },
  };
}

/** The one record that decides: the domain's own, else the organizational domain's. */
function policyOf(zone: ZoneView, domain: string): Published | undefined {
  for (const name of [domain, registrableDomainOf(domain) ?? domain]) {
    const [only, second] = textsAt(zone, toDomainName(`_dmarc.${name}`));
    if (only) return second ? undefined : only;
  }
  return undefined;
}
