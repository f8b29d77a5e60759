import type { PublicKey } from "../../host.ts";
import type { ConfigFile, DkimKey, Value } from "../../model/config.ts";
import { rewrite } from "../../model/configEdits.ts";
import { dkimKeysIn, dkimOwnerOf, readKeyFile } from "../../model/configKeyFile.ts";
import { distinct } from "../../model/configQueries.ts";
import { addText, lacksText, publicValueOf, recordOfKey } from "../../model/crossZone.ts";
import { relativize } from "../../model/domainName.ts";
import { toDomainName } from "../../model/readConfig.ts";
import type { ZoneRecord, ZoneView } from "../../model/zone.ts";
import { defineRule, type Report } from "../../rule.ts";

type Message = "missing" | "selector" | "misplaced" | "record";

/** A selector of the config that the zone has no key record for (RFC 6376 §3.6.2). An alias counts as published. */
export default defineRule({
  code: "cross/dkim-not-published",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A DKIM key that the zone does not publish.",
  docs: {
    why: "Receivers fetch the public key at `<selector>._domainkey.<domain>`. Where nothing stands, every signature fails, and \
with it DMARC. The fix writes the record into the zone.",
    bad: "version: 1\nzones: { example.com: bad.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    good: "version: 1\nzones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
  },
  references: ["RFC 6376 §3.6.2", "RFC 6376 §6.1.2"],
  messages: {
    selector:
      "The zone has no `{name}`, and publishes this key at `{other}`, so every signature fails. Name that selector.",
    misplaced:
      "The zone has no `{name}`: this key stands at `{other}`, where no receiver looks. Move the record there.",
    record: "The key stands here.",
    missing: "The zone has no `{name}`, so every signature with this key fails. Publish its public half there.",
  },
  titles: { publish: "Publish the key in the zone", write: "Write `{found}`" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "publish" | "write">> {
  for (const key of dkimKeysIn(file)) {
    const { domain, selector, privateKeyFile } = key;
    const owner = dkimOwnerOf(key);
    const zone = owner === undefined ? undefined : file.zone(owner);
    if (!domain || !selector || owner === undefined || !zone || !lacksText(zone, owner)) continue;
    const read = privateKeyFile && readKeyFile(file, privateKeyFile);
    const publicKey =
      read?.kind === "key" && ["rsa", "ed25519"].includes(read.publicKey.type) ? read.publicKey : undefined;
    const report = { data: { name: `${selector.value}._domainkey` }, span: selector.span };
    const elsewhere = publicKey && keyElsewhere(zone, publicKey, key);
    if (elsewhere) {
      const related = [{ message: "record" as const, span: elsewhere.span, at: elsewhere }];
      const data = { ...report.data, other: relativize(elsewhere.owner, toDomainName(domain.value)) };
      yield { ...report, message: "misplaced", data, related, ...renamed(file, selector, elsewhere, domain) };
      continue;
    }
    const value = publicKey && `v=DKIM1; k=${publicKey.type}; p=${publicValueOf(publicKey)}`;
    const edits = value === undefined ? [] : addText(zone, owner, value);
    const fix = { kind: "suggestion" as const, title: "publish" as const, edits };
    yield { ...report, message: "missing", ...(edits.length > 0 && { fix }) };
  }
}

/** The record that holds the key, for this domain but at another name; where other domains publish it, it is theirs too. */
function keyElsewhere(zone: ZoneView, publicKey: PublicKey, { domain, selector }: DkimKey): ZoneRecord | undefined {
  if (!domain || !selector) return undefined;
  const [own, label] = [toDomainName(domain.value), selector.value.toLowerCase()];
  const slips = [own, `${label}.${own}`, `${label}.domainkey.${own}`, `${label}_domainkey.${own}`];
  const doubled = zone.apex === undefined ? [] : [`${label}._domainkey.${own}${zone.apex}`];
  const record = recordOfKey(zone, publicKey, [...slips, ...doubled]);
  const isOwn = record?.owner.endsWith(`_domainkey.${own}`);
  return record && (isOwn || slips.includes(record.owner) || doubled.includes(record.owner)) ? record : undefined;
}

/** The config names the selector that the zone has; a record at a name that is no key's is the zone's to mend. */
function renamed(file: ConfigFile, selector: Value, { owner }: ZoneRecord, domain: Value) {
  const [, found, below] = /^(.+)\._domainkey\.(.+)$/.exec(owner) ?? [];
  if (found === undefined || below !== toDomainName(domain.value)) return {};
  const edits = rewrite(file, selector, found);
  const fix = { kind: "suggestion" as const, title: "write" as const, data: { found }, edits };
  return { message: "selector" as const, fix };
}
