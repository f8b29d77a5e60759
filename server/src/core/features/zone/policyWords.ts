import type { Translate } from "../../locale.ts";
import { zoneSource } from "../../model/spfPolicy.ts";
import { spfTree } from "../../model/spfTree.ts";
import { textOf } from "../../model/txtValue.ts";
import type { ZoneEntry } from "../../model/zone.ts";
import { parseDkim } from "../../syntax/dkim.ts";
import { type DmarcPolicy, type DmarcRecord, parseDmarc } from "../../syntax/dmarc.ts";
import { policyKindOf } from "../../syntax/policyKind.ts";
import { isSpf, parseSpf } from "../../syntax/spf.ts";

/** What a policy comes to in a few words: its lookups, its key, what becomes of failing mail. */
export function policyInWords(entry: ZoneEntry, t: Translate): string | undefined {
  if (entry.kind !== "record" || entry.typeName !== "TXT") return undefined;
  const value = textOf(entry);
  switch (policyKindOf(entry.owner, value)) {
    case "spf":
      return lookupsOf(entry, t);
    case "dkim":
      return keyInWords(value, t);
    case "dmarc":
      return dmarcInWords(parseDmarc(value).root, t);
    default:
      return undefined;
  }
}

/** `7 of 10 DNS lookups`, for a record that receivers take for SPF. */
export function lookupsOf(entry: ZoneEntry, t: Translate): string | undefined {
  if (entry.kind !== "record") return undefined;
  const value = textOf(entry);
  if (!isSpf(value)) return undefined;
  const { lookups, isComplete } = spfTree(entry.owner, parseSpf(value).root, zoneSource(entry.zone));
  return isComplete
    ? t("{lookups} of 10 DNS lookups", { lookups })
    : t("at least {lookups} of 10 DNS lookups", { lookups });
}

function keyInWords(value: string, t: Translate): string | undefined {
  const { key } = parseDkim(value).root;
  if (key === undefined || key.isPrivate || key.fault !== undefined) return undefined;
  if (key.form === "empty") return t("revoked key");
  if (key.type === "rsa" && key.bits > 0) return `RSA ${key.bits}`;
  return key.type === "ed25519" ? "Ed25519" : undefined;
}

function dmarcInWords({ isDmarc, p, sp, isTest }: DmarcRecord, t: Translate): string | undefined {
  if (!isDmarc || p === undefined) return undefined;
  const parts = [consequence(p, t)];
  if (sp !== undefined && sp !== p) parts.push(t("subdomains: {policy}", { policy: sp }));
  if (isTest) parts.push(t("only a test"));
  return parts.reduce((first, second) => t("{first}; {second}", { first, second }));
}

function consequence(policy: DmarcPolicy, t: Translate): string {
  if (policy === "none") return t("failing mail is only reported");
  return policy === "reject" ? t("failing mail is refused") : t("failing mail goes to the spam folder");
}
