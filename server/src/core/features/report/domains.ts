import type { Engine, Source } from "../../index.ts";
import { shownName } from "../../model/domainName.ts";
import { isMailDomain } from "../../model/policyRecord.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { DomainName } from "../../model/zone.ts";
import { parseMailbox } from "../../syntax/mailbox.ts";

/** The mail domains that the workspace speaks of, those of `near` first. */
export function domainsOf(engine: Engine, near: Source | undefined): readonly string[] {
  const configs = engine.project.configs();
  const names = [
    ...(near ? domainsIn(near) : []),
    ...configs.flatMap(domainsIn),
    ...engine.project.paths("zone").flatMap((path) => {
      const source = engine.get(path);
      return source ? domainsIn(source) : [];
    }),
  ];
  return [...new Set(names.filter(isMailDomain))].map(shownName);
}

function domainsIn(source: Source): readonly DomainName[] {
  if (source.kind === "zone") return source.view.apex === undefined ? [] : [source.view.apex];
  if (source.kind === "policy") return source.file.domain === undefined ? [] : [source.file.domain];
  return source.file.documents.flatMap(({ domain, zones, accounts }) => [
    ...(domain ? [toDomainName(domain.value)] : []),
    ...zones.map((it) => it.domain),
    ...accounts.flatMap(({ from }) => {
      const sender = from && parseMailbox(from.value)?.domain;
      return sender === undefined ? [] : [toDomainName(sender)];
    }),
  ]);
}
