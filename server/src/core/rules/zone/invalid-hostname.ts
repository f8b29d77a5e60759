import { isPlaceholderName } from "../../facts/placeholderNames.ts";
import { labelsOf, unescapeLabel } from "../../model/domainName.ts";
import { isAddressLike } from "../../model/writtenName.ts";
import type { Written, ZoneRecord } from "../../model/zone.ts";
import { defineRule } from "../../rule.ts";
import { isAscii } from "../../text/punycode.ts";

/** Suspicious to the reader's screen: a character outside letters, digits, hyphen in an owner or a target. */
export default defineRule({
  code: "zone/invalid-hostname",
  target: "entry",
  severity: "warning",
  fixable: false,
  summary: "A host's name holds characters outside letters, digits and hyphen.",
  docs: {
    why: "DNS itself carries any octet, but programs that look for hosts take letters, digits and hyphens only. Mail servers refuse such names, certificates cannot name them, and BIND rejects them with its default checks.",
    bad: "mail_1.example.com. IN A 192.0.2.1",
    good: "mail-1.example.com. IN A 192.0.2.1",
  },
  references: ["RFC 1123 §2.1", "RFC 952", "RFC 5321 §2.3.5"],
  messages: {
    character:
      "`{character}` in `{name}` is no part of a host name, so BIND and mail servers may refuse it. Write a hyphen instead.",
  },
  *check(entry) {
    if (entry.kind !== "record") return;
    for (const { text, span, isOwner } of hostsOf(entry)) {
      const character = strangeCharacter(text, isOwner);
      if (character !== undefined) yield { message: "character", data: { character, name: text }, span };
    }
  },
});

interface Host extends Written {
  readonly isOwner: boolean;
}

function hostsOf(record: ZoneRecord): Host[] {
  const isAddress = record.typeName === "A" || record.typeName === "AAAA";
  if (isAddress) return record.ownerField ? [{ ...record.ownerField, isOwner: true }] : [];
  if (!["MX", "NS", "SRV"].includes(record.typeName)) return [];
  return record.fields
    .filter(({ target, isQuoted }) => target !== undefined && !isQuoted)
    .map((it) => ({ ...it, isOwner: false }));
}

function strangeCharacter(name: string, isOwner: boolean): string | undefined {
  if (name === "@" || name === "." || !isAscii(name) || isPlaceholderName(name)) return undefined;
  const labels = labelsOf(name).map(unescapeLabel);
  if (isOwner && labels[0] === "*") labels.shift();
  // `gc._msdcs` of Active Directory: an underscore label scopes what stands before it (RFC 8552).
  if (isOwner && labels.slice(1).some((label) => label.startsWith("_"))) return undefined;
  // An address as a target has its own rule; it is not known to the type's fields under that name.
  if (!isOwner && isAddressLike(name)) return undefined;
  return labels.map((label) => /[^A-Za-z0-9-]/.exec(label)?.[0]).find((it) => it !== undefined);
}
