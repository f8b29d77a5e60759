import type { Account, ConfigFile, Server } from "../../model/config.ts";
import { accountsIn, distinct, hostOf, providerOfServer } from "../../model/configQueries.ts";
import { addText, type Published, rewriteText } from "../../model/crossZone.ts";
import { toDomainName } from "../../model/readConfig.ts";
import { includes, lacksSpf, listsAddress, spfAt } from "../../model/spfCoverage.ts";
import type { DomainName, ZoneView } from "../../model/zone.ts";
import { defineRule, type FixEdit, type Report } from "../../rule.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import type { SpfRecord } from "../../syntax/spf.ts";
import { parseIp4, parseIp6 } from "../../syntax/spfAddress.ts";

type Message = "provider" | "address" | "record" | "none";

/** The account's provider, or its server's address, against the SPF record of the From domain. */
export default defineRule({
  code: "cross/spf-sender-not-listed",
  target: "config",
  severity: "warning",
  fixable: "suggestion",
  summary: "An account that sends through a server which the domain's SPF does not list.",
  docs: {
    why: "Receivers ask the SPF of the sender's domain whether the sending host may use it. A provider that is not listed \
fails, and its mail is marked or refused. Services with a return path of their own need no entry and are left alone.",
    bad: "version: 1\nzones: { example.com: google.zone }\naccounts: { ops: { provider: qq, from: ops@example.com } }",
    good: "version: 1\nzones: { example.com: google.zone }\naccounts: { ops: { provider: gmail, from: ops@example.com } }",
  },
  references: ["RFC 7208 §2.4", "RFC 7208 §5.2"],
  messages: {
    provider: "SPF of {domain} does not list {provider}, so its mail fails there. Add `{term}`.",
    address: "SPF of {domain} does not list {address}, which this account sends from. Add `{term}`.",
    none: "{domain} has no SPF record, so receivers cannot tell mail of {provider} from forged. Publish `{value}`.",
    record: "The SPF record stands here.",
  },
  titles: { add: "Add `{term}` to the record", publish: "Publish `{value}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "add" | "publish">> {
  for (const account of accountsIn(file)) {
    const from = account.from && parseMailbox(account.from.value);
    const owner = from && toDomainName(from.domain);
    const zone = owner === undefined ? undefined : file.zone(owner);
    if (!from || owner === undefined || !zone || zone.isPartial) continue;
    for (const server of account.servers.filter((it) => it.protocol === "smtp")) {
      const missing = missingTerm(server, zone, owner);
      if (missing) yield report(zone, owner, from.domain, account, server, missing);
    }
  }
}

interface Missing {
  readonly message: "provider" | "address" | "none";
  readonly term: string;
  readonly who: string;
}

function missingTerm(server: Server, zone: ZoneView, owner: DomainName): Missing | undefined {
  const provider = providerOfServer(server);
  if (provider) {
    const { name, spfInclude, otherIncludes, hasOwnReturnPath } = provider;
    if (spfInclude === undefined || hasOwnReturnPath) return undefined;
    const term = `include:${spfInclude}`;
    if (lacksSpf(zone, owner)) return { message: "none", term, who: name };
    if ([spfInclude, ...otherIncludes].some((it) => includes(zone, owner, it) !== "unlisted")) return undefined;
    return { message: "provider", term, who: name };
  }
  const host = hostOf(server);
  const isAddress = host !== undefined && (parseIp4(host) !== undefined || parseIp6(host) !== undefined);
  if (host === undefined || !isAddress || /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^::1$|^f[cde]/.test(host))
    return undefined;
  const term = `${host.includes(":") ? "ip6" : "ip4"}:${host}`;
  if (lacksSpf(zone, owner)) return { message: "none", term, who: host };
  if (listsAddress(zone, owner, host) !== "unlisted") return undefined;
  return { message: "address", term, who: host };
}

function report(
  zone: ZoneView,
  owner: DomainName,
  domain: string,
  { providerValue }: Account,
  server: Server,
  { message, term, who }: Missing,
): Report<Message, "add" | "publish"> {
  const value = `v=spf1 ${term} ~all`;
  const data = { domain, provider: who, address: who, term, value };
  const span = server.host?.span ?? providerValue?.span ?? server.span;
  if (message === "none") {
    const edits = addText(zone, owner, value);
    const fix = { kind: "suggestion" as const, title: "publish" as const, data: { value }, edits };
    return { message, data, span, ...(edits.length > 0 && { fix }) };
  }
  const spf = spfAt(zone, owner);
  const edits = spf ? addition(spf, term) : [];
  const related = spf ? [{ message: "record" as const, span: spf.record.span, at: spf.record }] : [];
  const fix = { kind: "suggestion" as const, title: "add" as const, data: { term }, edits };
  return { message, data, span, related, ...(edits.length > 0 && { fix }) };
}

/** Before the term that decides about the rest; without one, at the end. */
function addition(spf: Published & { readonly root: SpfRecord }, term: string): FixEdit[] {
  const last = spf.root.terms.find((it) => it.kind !== "broken" && (it.name === "all" || it.name === "redirect"));
  const { value } = spf.text;
  const { start } = last?.span ?? { start: value.length };
  const newText = last ? `${term} ` : ` ${term}`;
  // Without quotes words cannot stand apart.
  if (spf.record.fields.some((it) => !it.isQuoted))
    return rewriteText(spf, value.slice(0, start) + newText + value.slice(start));
  const at = last ? spf.text.spanOf(last.span).start : spf.text.spanOf({ start, end: start }).start;
  return [{ span: { start: at, end: at }, newText, at: spf.record }];
}
