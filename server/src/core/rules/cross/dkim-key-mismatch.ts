import type { PublicKey } from "../../host.ts";
import type { ConfigFile } from "../../model/config.ts";
import { dkimKeysIn, dkimOwnerOf, readKeyFile } from "../../model/configKeyFile.ts";
import { distinct } from "../../model/configQueries.ts";
import { addText, answeredTexts, type Published, publicValueOf, rewriteText } from "../../model/crossZone.ts";
import { defineRule, type FixEdit, type Report } from "../../rule.ts";
import { decodeBase64 } from "../../syntax/base64.ts";
import { type DkimRecord, parseDkim } from "../../syntax/dkim.ts";
import { tagOf } from "../../syntax/tagList.ts";

type Message = "other" | "revoked" | "type" | "record";

/** The public half of the private key file against the record that the selector publishes. */
export default defineRule({
  code: "cross/dkim-key-mismatch",
  target: "config",
  severity: "error",
  fixable: "suggestion",
  summary: "A published DKIM key that is not the private key's.",
  docs: {
    why: "A signature made with one key cannot be checked with another, so DKIM fails for every mail. It happens when a key \
is replaced in one place only. The fix writes the right public key into the zone.",
    bad: "version: 1\nzones: { example.com: other.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
    good: "version: 1\nzones: { example.com: good.zone }\ndkim: [ { domain: example.com, selector: s1, privateKeyFile: s1.pem } ]",
  },
  references: ["RFC 6376 §6.1.2", "RFC 6376 §3.6.1"],
  messages: {
    other:
      "`{name}` publishes another key than this file holds, so every signature fails. Publish this one's public half.",
    revoked:
      "`{name}` publishes an empty key, which revokes it, so every signature fails. Publish this key's public half.",
    type: "`{name}` publishes a key of type `{published}`, and this one is `{own}`, so signatures fail. Publish this one.",
    record: "The published key stands here.",
  },
  titles: { publish: "Publish this key in the zone" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "publish">> {
  for (const dkim of dkimKeysIn(file)) {
    const { selector, privateKeyFile } = dkim;
    const owner = dkimOwnerOf(dkim);
    if (owner === undefined || !selector || !privateKeyFile) continue;
    const key = readKeyFile(file, privateKeyFile);
    const zone = file.zone(owner);
    if (key?.kind !== "key" || !["rsa", "ed25519"].includes(key.publicKey.type) || !zone) continue;
    const [published, second] = answeredTexts(zone, owner);
    if (!published || second) continue; // dkim/multiple-records
    const { root } = parseDkim(published.text.value);
    const message = compare(root, published.text.value, key.publicKey);
    if (!message) continue;
    const data = { name: `${selector.value}._domainkey`, published: root.keyType, own: key.publicKey.type };
    const related = [{ message: "record" as const, span: published.record.span, at: published.record }];
    // A wildcard speaks for other selectors too: the key gets a record of its own.
    const isShared = published.record.owner.startsWith("*.");
    const value = `v=DKIM1; k=${key.publicKey.type}; p=${publicValueOf(key.publicKey)}`;
    const edits = isShared ? addText(zone, owner, value) : publish(published, root, key.publicKey);
    const fix = { kind: "suggestion" as const, title: "publish" as const, edits };
    yield { message, data, span: privateKeyFile.span, related, fix };
  }
}

/** PKCS#1, which some publish, is the end of the SPKI; so are the raw octets of Ed25519. */
function compare(record: DkimRecord, value: string, { type, spkiDer }: PublicKey): Message | undefined {
  const { key } = record;
  if (!key || key.form === "empty") return key ? "revoked" : undefined;
  if (record.keyType.toLowerCase() !== type) return "type";
  const { bytes, fault } = decodeBase64(value, key.bodySpan);
  if (fault || key.form === "pem") return undefined; // dkim/invalid-key, dkim/private-key
  const start = spkiDer.length - bytes.length;
  const isSame = bytes.length >= 32 && start >= 0 && bytes.every((octet, index) => octet === spkiDer[start + index]);
  return isSame ? undefined : "other";
}

/** The record with this key; its other tags stay. */
function publish(published: Published, record: DkimRecord, publicKey: PublicKey): FixEdit[] {
  const { value } = published.text;
  const [p, k] = [tagOf(record, "p"), tagOf(record, "k")];
  if (!p) return [];
  const changes = [{ at: p.valueSpan, text: publicValueOf(publicKey) }];
  if (k) changes.push({ at: k.valueSpan, text: publicKey.type });
  const ordered = changes.sort((a, b) => b.at.start - a.at.start);
  const changed = ordered.reduce((text, { at, text: by }) => text.slice(0, at.start) + by + text.slice(at.end), value);
  const isNamed = k !== undefined || publicKey.type === "rsa";
  return rewriteText(
    published,
    isNamed ? changed : changed.replace(/(^|;)\s*p\s*=/, `$1 k=${publicKey.type}; p=`).trim(),
  );
}
