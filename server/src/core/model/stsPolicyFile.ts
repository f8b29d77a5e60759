import type { FixEdit } from "../rule.ts";
import type { Parsed } from "../syntax/parsed.ts";
import { STS_KEYS, type StsField, type StsPolicy } from "../syntax/stsPolicy.ts";
import { afterBreak, lineEndOf, lineStartOf } from "../syntax/yaml/lines.ts";
import { didYouMean } from "../text/didYouMean.ts";
import { type Span, span } from "../text/span.ts";
import { fieldOf } from "./fields.ts";
import type { DomainName, Field, ZoneRecord, ZoneView } from "./zone.ts";

const MX = 15;

/** A policy file with what is known of the domain that it speaks for. Spans count in `text`. */
export interface StsPolicyFile extends Parsed<StsPolicy> {
  readonly path: string;
  readonly text: string;
  /** By the folder `mta-sts.<domain>` that holds the file, or by a config beside it; `undefined` where nothing says it. */
  readonly domain: DomainName | undefined;
  /** The zone with the domain's records, where it is open or a config names it. */
  readonly zone: ZoneView | undefined;
}

/** An MX of the domain and the host that it names. */
export interface MailHost {
  readonly record: ZoneRecord;
  readonly field: Field;
  /** Lower case, without a final dot. */
  readonly host: string;
}

/** The hosts that the zone names for the domain's mail, each once; a null MX names none. */
export function mailHostsOf({ zone, domain }: StsPolicyFile): readonly MailHost[] {
  if (zone === undefined || domain === undefined) return [];
  const seen = new Set<string>();
  return zone.records(domain, MX).flatMap((record) => {
    const field = fieldOf(record, "exchange");
    const host = field?.target?.replace(/\.$/, "");
    if (field === undefined || host === undefined || host === "" || seen.has(host)) return [];
    seen.add(host);
    return [{ record, field, host }];
  });
}

/** Whether an `mx` value covers a host: letter case aside; `*.` stands for exactly one label (RFC 8461 §4.1). */
export function covers(pattern: string, host: string): boolean {
  const [wanted, name] = [pattern.toLowerCase(), host.toLowerCase()];
  return wanted.startsWith("*.") ? name.slice(name.indexOf(".")) === wanted.slice(1) : name === wanted;
}

/**
 * The MX hosts of the zone that no `mx` line covers. None where a line is broken or all are missing: what it was meant to
 * cover nobody knows, and `mta-sts/policy-mx` speaks of it.
 */
export function uncoveredHostsOf(file: StsPolicyFile): readonly MailHost[] {
  const { mx } = file.root;
  if (mx.length === 0 || !mx.every(({ value }) => isMxPattern(value)) || isMisspelt(file.root, "mx")) return [];
  return mailHostsOf(file).filter(({ host }) => !mx.some(({ value }) => covers(value, host)));
}

export function isMxPattern(value: string): boolean {
  const name = value.replace(/^\*\./, "");
  // A last label of digits alone is an address; one label alone is no mail host's whole name.
  return (
    (name !== value || name.includes(".")) &&
    name.length <= 253 &&
    !/(?:^|\.)\d+$/.test(name) &&
    name.split(".").every(isLabel)
  );
}

function isLabel(label: string): boolean {
  return label.length <= 63 && /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/.test(label);
}

export type StsKey = (typeof STS_KEYS)[number];

/** The key that an unknown one was most likely meant to be: another letter case, `max-age`, a misspelling. */
export function meantKey(key: string): StsKey | undefined {
  const plain = key.toLowerCase().replace(/[-.]/g, "_");
  const known = STS_KEYS.find((it) => it === plain || it.replace("_", "") === plain);
  return known ?? STS_KEYS.find((it) => it === didYouMean(plain, STS_KEYS));
}

/** Whether a key is missing because it is misspelt: then the rule about unknown keys says so. */
export function isMisspelt({ fields, lines }: StsPolicy, key: StsKey): boolean {
  return (
    fields.some((it) => it.key !== key && !STS_KEYS.some((other) => other === it.key) && meantKey(it.key) === key) ||
    lines.some(({ field, text }) => field === undefined && keyOfBroken(text) === key)
  );
}

/** The key of a line without a colon: `mode=enforce`, `v=STSv1`, or one that somebody is typing. */
function keyOfBroken(text: string): StsKey | undefined {
  const [word = ""] = /^[A-Za-z_.-]{1,12}/.exec(text) ?? [];
  const begun = STS_KEYS.filter((it) => word !== "" && it.startsWith(word.toLowerCase()));
  return begun.length === 1 ? begun[0] : meantKey(word);
}

/**
 * Whether to say that a key is missing. A file that has next to nothing is being written, or is no policy at all: then the
 * first gap is enough, and none where a line that cannot be read has its own finding.
 */
export function isGap({ root }: StsPolicyFile, key: StsKey): boolean {
  if (isMisspelt(root, key)) return false;
  const { fields, lines } = root;
  const known = STS_KEYS.filter((it) => fields.some((field) => field.key === it && field.value !== ""));
  if (known.length > 1) return key !== "max_age" || fields.at(-1)?.value !== "";
  if (lines.some(({ field }) => field === undefined)) return false;
  return STS_KEYS.find((it) => !known.includes(it) && !isMisspelt(root, it)) === key;
}

/** The first line, to report what is missing; empty in an empty file. */
export function firstLine({ root }: StsPolicyFile): Span {
  return root.lines[0]?.span ?? span(0, 0);
}

/** A line of its own below a field, or at the top. */
export function lineInsertion(
  { text, root: { lineEnd } }: StsPolicyFile,
  below: Span | undefined,
  line: string,
): FixEdit {
  if (below === undefined) {
    const start = text.startsWith("\uFEFF") ? 1 : 0;
    return { span: span(start, start), newText: `${line}${lineEnd}` };
  }
  // Blanks at the end of the line stay where they are.
  const [rest = ""] = /^[ \t]*/.exec(text.slice(below.end)) ?? [];
  const at = below.end + rest.length;
  return { span: span(at, at), newText: `${lineEnd}${line}` };
}

/** Takes the lines of a span away, with one line end. */
export function lineRemoval({ text }: StsPolicyFile, { start, end }: Span): FixEdit {
  const first = lineStartOf(text, start);
  const last = lineEndOf(text, end);
  if (last < text.length || first === 0) return { span: span(first, afterBreak(text, last)), newText: "" };
  const before = text[first - 1] === "\n" && text[first - 2] === "\r" ? 2 : 1;
  return { span: span(first - before, last), newText: "" };
}

/** A value in the place of another; the blank behind the colon is written where it lacks. */
export function valueEdit({ text }: StsPolicyFile, { valueSpan, value }: StsField, newText: string): FixEdit {
  const needsBlank = value === "" && text[valueSpan.start - 1] === ":";
  return { span: valueSpan, newText: needsBlank ? ` ${newText}` : newText };
}

/** The value, or the whole field where it has none. */
export function valueOrField({ value, valueSpan, span: whole }: StsField): Span {
  return value === "" ? whole : valueSpan;
}
