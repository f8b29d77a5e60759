import type { ConfigFile } from "../../model/config.ts";
import { dkimKeysIn, readKeyFile } from "../../model/configKeyFile.ts";
import { distinct } from "../../model/configQueries.ts";
import { addText, lacksText, publicValueOf } from "../../model/crossZone.ts";
import { toDomainName } from "../../model/readConfig.ts";
import { defineRule, type Report } from "../../rule.ts";

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
    missing: "The zone has no `{name}`, so every signature with this key fails. Publish its public half there.",
  },
  titles: { publish: "Publish the key in the zone" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<"missing", "publish">> {
  for (const { domain, selector, privateKeyFile } of dkimKeysIn(file)) {
    if (!domain || !selector) continue;
    const zone = file.zone(toDomainName(domain.value));
    const owner = toDomainName(`${selector.value}._domainkey.${domain.value}`);
    if (!zone || !lacksText(zone, owner)) continue;
    const key = privateKeyFile && readKeyFile(file, privateKeyFile);
    const publicKey =
      key?.kind === "key" && ["rsa", "ed25519"].includes(key.publicKey.type) ? key.publicKey : undefined;
    const value = publicKey && `v=DKIM1; k=${publicKey.type}; p=${publicValueOf(publicKey)}`;
    const edits = value === undefined ? [] : addText(zone, owner, value);
    const data = { name: `${selector.value}._domainkey` };
    const fix = { kind: "suggestion" as const, title: "publish" as const, edits };
    yield { message: "missing", data, span: selector.span, ...(edits.length > 0 && { fix }) };
  }
}
