import { registrableDomainOf } from "../../facts/publicSuffix.ts";
import type { ConfigDocument, ConfigFile } from "../../model/config.ts";
import { distinct, providerOfServer } from "../../model/configQueries.ts";
import { type Published, textsAt } from "../../model/crossZone.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { ZoneView } from "../../model/zone.ts";
import { defineRule, type Report } from "../../rule.ts";
import { type DmarcRecord, parseDmarc } from "../../syntax/dmarc.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import { tagOf } from "../../syntax/tagList.ts";
import { mapScalar } from "../../syntax/yaml/mapScalar.ts";

type Message = "strict" | "record";

/**
 * `adkim=s` and keys that sign for another name of the same organization, where SPF cannot speak for the sender either:
 * its provider has a return path of its own. Where anything of that is unknown the rule is silent.
 */
export default defineRule({
  code: "cross/dmarc-alignment",
  target: "config",
  severity: "warning",
  fixable: false,
  summary: "An account whose mail would fail DMARC under the published alignment.",
  docs: {
    why: "With `adkim=s` only a signature for exactly the From domain counts, one for a domain above or below does not. A \
sending service has a return path of its own, so SPF does not help, and DMARC fails although the mail is signed.",
    bad: "version: 1\nzones: { example.com: strict.zone }\naccounts: { ops: { provider: sendgrid, from: ops@news.example.com } }\ndkim: [ { domain: example.com, selector: s1 } ]",
    good: "version: 1\nzones: { example.com: strict.zone }\naccounts: { ops: { provider: sendgrid, from: ops@example.com } }\ndkim: [ { domain: example.com, selector: s1 } ]",
  },
  references: ["RFC 9989 §4.4.1", "RFC 9989 §4.7"],
  messages: {
    strict:
      "DMARC asks for `adkim=s`, but the keys sign for {signing}, so mail from {domain} fails. Add a key for {domain}.",
    record: "The DMARC record stands here.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, never>> {
  for (const document of file.documents) {
    for (const { from, servers } of document.accounts) {
      const mailbox = from && parseMailbox(from.value);
      const zone = mailbox && file.zone(toDomainName(mailbox.domain));
      if (!from || !mailbox || !zone) continue;
      const signing = signingFor(document, mailbox.domain);
      const sending = servers.filter(({ protocol }) => protocol === "smtp");
      const isForeignPath = sending.length > 0 && sending.every((it) => providerOfServer(it)?.hasOwnReturnPath);
      if (signing.length === 0 || signing.includes(mailbox.domain) || !isForeignPath) continue;
      const policy = policyFor(zone, mailbox.domain);
      if (!policy || tagOf(policy.root, "adkim")?.value.toLowerCase() !== "s") continue;
      const data = { signing: signing.join(", "), domain: mailbox.domain };
      const span = mapScalar(file.text, from.node).spanOf(mailbox.addressSpan);
      const related = [{ message: "record" as const, span: policy.record.span, at: policy.record }];
      yield { message: "strict", data, span, related };
    }
  }
}

/** The signing domains of the same organization. */
function signingFor({ dkim }: ConfigDocument, domain: string): string[] {
  const organization = registrableDomainOf(domain);
  const all = dkim.flatMap((it) => (it.domain ? [it.domain.value.toLowerCase().replace(/\.$/, "")] : []));
  return all.filter((it) => registrableDomainOf(it) === organization);
}

function policyFor(zone: ZoneView, domain: string): (Published & { readonly root: DmarcRecord }) | undefined {
  const names = [domain, registrableDomainOf(domain) ?? domain];
  for (const name of names) {
    const found = textsAt(zone, toDomainName(`_dmarc.${name}`)).map((it) => ({
      ...it,
      root: parseDmarc(it.text.value).root,
    }));
    const policies = found.filter(({ root }) => root.isDmarc);
    if (policies.length > 0) return policies.length === 1 ? policies[0] : undefined;
  }
  return undefined;
}
