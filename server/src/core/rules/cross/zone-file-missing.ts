import type { ConfigFile, ZoneFile } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { distinct } from "../../model/configQueries.ts";
import { isAtOrBelow, shownName } from "../../model/domainName.ts";
import { defineRule, type Report } from "../../rule.ts";
import { isDomainName } from "../../syntax/mailbox.ts";

type Message = "missing" | "renamed" | "elsewhere" | "forbidden" | "other";

/** A file behind `zones:` that is not there, that lies outside the workspace, or that holds another zone. */
export default defineRule({
  code: "cross/zone-file-missing",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A zone file that the config names and that is not there, or that holds another zone.",
  docs: {
    why: "Without the zone file nothing can be compared with what is published, and every check of that domain is silent.",
    bad: "version: 1\nzones: { example.com: none.zone }",
    good: "version: 1\nzones: {}",
  },
  references: ["RFC 1035 §5"],
  messages: {
    missing: "`{path}` is not there, so {domain} is not checked against DNS. Write the path from this file.",
    renamed: "`{path}` was renamed, so {domain} is not checked against DNS. Write `{found}`.",
    elsewhere: "`{path}` is not there, so {domain} is not checked against DNS. `{found}` holds its zone: write that.",
    other:
      "`{path}` holds the zone {apex}, so {domain} is not checked. Name the file of {domain}, or write {apex} here.",
    forbidden: "`{path}` lies outside the workspace and is never read. Write a path from this file, without `..`.",
  },
  titles: { write: "Write `{found}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "write">> {
  for (const entry of file.documents.flatMap(({ zones }) => zones)) {
    const { domain, file: value } = entry;
    if (value.value.includes("${") || value.value === "") continue;
    const answer = file.readFile(value.value);
    if (answer?.kind === "file") yield* otherZone(file, entry);
    if (answer === undefined || answer.kind === "file") continue;
    const data = { path: value.value, domain: shownName(domain) };
    const elsewhere = answer.kind === "missing" ? file.zoneFileElsewhere(domain, value.value) : undefined;
    if (elsewhere === undefined) {
      yield { message: answer.kind, data, span: value.span };
      continue;
    }
    const { reference: found, isRename } = elsewhere;
    const edits = rewrite(file, value, found);
    yield {
      message: isRename ? "renamed" : "elsewhere",
      data: { ...data, found },
      span: value.span,
      fix: { kind: "suggestion", title: "write", data: { found }, edits },
    };
  }
}

/** A zone whose SOA says that it is neither the domain's nor one that holds it: a slip in the name, or the wrong file. */
function* otherZone(
  file: ConfigFile,
  { domain, nameSpan, file: value }: ZoneFile,
): Generator<Report<Message, "write">> {
  if (!isDomainName(domain)) return; // config/schema
  const zone = file.zone(domain);
  if (!zone?.hasSoa || zone.apex === undefined || isAtOrBelow(domain, zone.apex)) return;
  const apex = shownName(zone.apex);
  const elsewhere = file.zoneFileElsewhere(domain, value.value)?.reference;
  const isNamed = file.documents.some(({ zones }) => zones.some((it) => it.domain === zone.apex));
  const data = { path: value.value, apex, domain: shownName(domain) };
  const report = { message: "other" as const, data, span: value.span };
  const found = elsewhere ?? apex;
  const edits = elsewhere === undefined ? [{ span: nameSpan, newText: apex }] : rewrite(file, value, elsewhere);
  const isKnown = elsewhere !== undefined || !isNamed;
  yield { ...report, ...(isKnown && { fix: { kind: "suggestion", title: "write", data: { found }, edits } }) };
}
