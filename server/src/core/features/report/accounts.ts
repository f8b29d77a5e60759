import type { ConfigSource } from "../../index.ts";
import type { Translate } from "../../locale.ts";
import type { Account, Server } from "../../model/config.ts";
import { providerOfServer } from "../../model/configQueries.ts";
import { isAtOrBelow, shownName } from "../../model/domainName.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { DomainName } from "../../model/zone.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";
import type { ReportRow } from "./report.ts";
import { type OpenFindings, row } from "./rows.ts";

/** An account of the domain: by its From address, else by the domain that its file is about. */
export interface OwnAccount {
  readonly config: ConfigSource;
  readonly account: Account;
}

export function accountsOfDomain(configs: readonly ConfigSource[], domain: DomainName): readonly OwnAccount[] {
  return configs.flatMap((config) =>
    config.file.documents.flatMap(({ accounts, domain: about }) =>
      accounts
        .filter(({ from }) => {
          const sender = from === undefined ? about?.value : parseMailbox(from.value)?.domain;
          return sender !== undefined && isAtOrBelow(toDomainName(sender), domain);
        })
        .map((account) => ({ config, account })),
    ),
  );
}

/** Whether a config speaks of a domain: its accounts, its keys, its zones. */
export function concerns({ file }: ConfigSource, domain: DomainName): boolean {
  return file.documents.some(
    ({ domain: about, zones, dkim }) =>
      (about && toDomainName(about.value) === domain) ||
      zones.some((it) => it.domain === domain) ||
      dkim.some((it) => it.domain && toDomainName(it.domain.value) === domain),
  );
}

/** What SPF has to list for the services that the accounts send through. */
export function includesFor(accounts: readonly OwnAccount[]): readonly string[] {
  const servers = accounts.flatMap(({ account }) => account.servers.filter((it) => it.protocol === "smtp"));
  const providers = servers.flatMap((it) => providerOfServer(it) ?? []).filter((it) => !it.hasOwnReturnPath);
  return [...new Set(providers.flatMap(({ spfInclude }) => spfInclude ?? []))];
}

export function accountRows(accounts: readonly OwnAccount[], open: OpenFindings): ReportRow[] {
  return accounts.map(({ config, account }) => {
    const { path, lines } = config;
    return row({
      id: `${path} ${account.name}`,
      title: account.name,
      text: account.servers
        .filter((it) => !it.isFailover)
        .map(serverText)
        .join(", "),
      place: { path, range: lines.rangeOf(account.nameSpan) },
      findings: open.in(path, lines.rangeOf(account.span)),
    });
  });
}

function serverText({ protocol, host, port, security }: Server): string {
  return `${protocol} ${host?.value ?? "?"}:${port.value} ${security.value}`;
}

/** The keys that configs sign with, by the name of their record. */
export function keyRows(
  configs: readonly ConfigSource[],
  domain: DomainName,
  open: OpenFindings,
  t: Translate,
): ReportRow[] {
  return configs.flatMap(({ file, path, lines }) =>
    file.documents.flatMap(({ dkim }) =>
      dkim.flatMap((key) => {
        const { domain: of, selector, span } = key;
        if (!of || !selector || toDomainName(of.value) !== domain) return [];
        const title = shownName(toDomainName(`${selector.value}._domainkey.${of.value}`));
        const text = t("A key of the config that the zone does not publish.");
        const place = { path, range: lines.rangeOf(selector.span) };
        const findings = open.in(path, lines.rangeOf(span));
        return [row({ id: `${path} ${title}`, state: "missing", title, text, place, findings })];
      }),
    ),
  );
}
