import { registrableDomainOf } from "../../facts/publicSuffix.ts";
import type { Account, ConfigDocument, ConfigFile, Value } from "../../model/config.ts";
import { distinct, providerOfServer } from "../../model/configQueries.ts";
import { defineRule, type Report } from "../../rule.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import { mapScalar } from "../../syntax/yaml/mapScalar.ts";

type Message = "login" | "dkim";

/** The From domain against the login and the signing domains; one that belongs to the same owner is enough for DMARC. */
export default defineRule({
  code: "config/from-alignment",
  target: "config",
  severity: "warning",
  fixable: false,
  summary: "A From domain that belongs to somebody else than the login and the DKIM domain.",
  docs: {
    why: "DMARC passes only where SPF or DKIM speak for the domain in `From`, or for one of the same organization. A \
provider signs for the domain of the login, so such mail fails and may be rejected; many providers refuse it at once.",
    bad: 'version: 1\naccounts: { ops: { from: ops@example.com, smtp: { host: smtp.example.net, auth: { username: ops@example.net, password: "${env:P}" } } } }',
    good: 'version: 1\naccounts: { ops: { from: ops@example.com, smtp: { host: smtp.example.net, auth: { username: ops@example.com, password: "${env:P}" } } } }',
  },
  references: ["RFC 9989 §4.4", "RFC 7489 §3.1"],
  messages: {
    login:
      "The login belongs to {other}, so mail from {domain} fails DMARC. Send from that domain, or sign for {domain}.",
    dkim: "The DKIM keys sign for {other} only, so mail from {domain} fails DMARC. Add a key for {domain}.",
    place: "This decides who sends.",
  },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message | "place", never>> {
  for (const document of file.documents) {
    for (const account of document.accounts) {
      const from = account.from && parseMailbox(account.from.value);
      const own = from && registrableDomainOf(from.domain);
      if (!account.from || !from || own === undefined) continue;
      const signing = signingDomains(document);
      if (signing.some((it) => registrableDomainOf(it) === own)) continue;
      const span = mapScalar(file.text, account.from.node).spanOf(from.addressSpan);
      const login = loginOf(account);
      if (login && login.domain !== own) {
        const related = [{ message: "place" as const, span: login.value.span }];
        yield { message: "login", data: { other: login.domain, domain: from.domain }, span, related };
      } else if (!login && signing.length > 0)
        yield { message: "dkim", data: { other: signing.join(", "), domain: from.domain }, span };
    }
  }
}

function signingDomains({ dkim }: ConfigDocument): string[] {
  return dkim.flatMap(({ domain }) => (domain ? [domain.value.toLowerCase().replace(/\.$/, "")] : []));
}

/** The organizational domain of the login name; nothing where the provider's names say nothing about the sender. */
function loginOf({ servers }: Account): { readonly domain: string; readonly value: Value } | undefined {
  for (const server of servers) {
    const value = server.auth?.username;
    if (server.protocol !== "smtp" || !value || !value.value.includes("@") || value.value.includes("${")) continue;
    const provider = providerOfServer(server);
    if (provider?.hasOwnReturnPath) return undefined;
    // What only looks like an address is a name of the provider's making.
    const written = parseMailbox(value.value)?.domain;
    if (written === undefined) continue;
    if (provider?.signsCustomDomains && provider.mailDomains.includes(written)) return undefined;
    const domain = registrableDomainOf(written);
    if (domain !== undefined) return { domain, value };
  }
  return undefined;
}
