import type { FixEdit } from "../rule.ts";
import { encodeBase64 } from "../syntax/base64.ts";
import type { DkimRecord } from "../syntax/dkim.ts";
import type { Span } from "../text/span.ts";
import { labelsOf, TXT, textOf, valueEdit } from "./policyRecord.ts";
import type { Policy, TxtRecord } from "./zone.ts";

type DkimPolicy = Policy<DkimRecord>;

/**
 * Whether a text is meant as a key: not a signing policy (`_adsp`, RFC 5617), a report address (`_report`, RFC 6651) or a
 * policy of DomainKeys (`o=`, RFC 4870), which stand in the same places.
 */
export function isKeyRecord({ record, root }: DkimPolicy): boolean {
  const [first = ""] = labelsOf(record.owner);
  if (first === "_adsp" || first === "_report" || first === "_domainkey") return false;
  return root.key !== undefined || !root.tags.some(({ name }) => /^o$/i.test(name));
}

/** Whether a text is one of several at its owner that together are one key: `dkim/multiple-records` says it. */
export function isPieceOfKey({ record, root, zone }: DkimPolicy): boolean {
  const isBroken = root.key === undefined || root.key.form === "truncated" || root.key.fault !== undefined;
  if (!isBroken) return false;
  return zone.records(record.owner, TXT).filter((it) => isHeadOrTail(textOf(it))).length > 1;
}

/** The beginning of a cut key record, or a later piece of one: base64 and nothing else. */
export function isHeadOrTail(value: string): boolean {
  return isTail(value) || /(?:^|;)\s*p\s*=\s*[A-Za-z0-9+/]{8}/.test(value);
}

/** The base64 of `p=` without blanks and padding, however it is written; `""` where there is none. */
export function keyDigits(value: string): string {
  const [, key = ""] = /(?:^|;)\s*p\s*=([^;]*)/.exec(value) ?? [];
  return key.replace(/[\s=]+/g, "");
}

export function isTail(value: string): boolean {
  return value.length > 16 && /^[A-Za-z0-9+/\s]+={0,2};?$/.test(value) && /[A-Z]/.test(value) && /[0-9+/]/.test(value);
}

/** Writes a key; in a quoted text, one that is longer than a string may be goes into several. */
export function keyEdit(target: TxtRecord, at: Span, key: Uint8Array): FixEdit {
  const text = encodeBase64(key);
  const edit = valueEdit(target, at, text);
  const isQuoted = target.strings.some(
    (it) => it.isQuoted && it.span.start <= edit.span.start && edit.span.start < it.span.end,
  );
  return isQuoted ? { ...edit, newText: text.replace(/(.{200})(?=.)/g, '$1" "') } : edit;
}
