import type { RecordType } from "../facts/recordTypes.ts";
import { say } from "../locale.ts";
import type { ZoneRecord } from "../model/zone.ts";
import type { SyntaxIssue } from "../syntax/parsed.ts";
import { CLASS_IN, classOf, ttlOf } from "../syntax/zone/characters.ts";
import { type NameHasher, ROOT } from "../syntax/zone/names.ts";
import { checkRdata } from "../syntax/zone/rdataFields.ts";
import { type EntryScanner, ESCAPED, QUOTED } from "../syntax/zone/scanner.ts";
import { span } from "../text/span.ts";
import { isClosed, type Token } from "./entryFields.ts";

const ENCODER = new TextEncoder();

/** What is wrong with the tokens of any entry: open quotes and parentheses. */
export function tokenIssues(
  text: string,
  tokens: readonly Token[],
  strayParentheses: readonly number[],
): SyntaxIssue[] {
  const issues: SyntaxIssue[] = [];
  const unclosed = tokens.find((it) => (it.kind & QUOTED) !== 0 && !isClosed(it.text));
  // The open string has swallowed the partner of such a parenthesis: to close the string mends both.
  const isSwallowed = (at: number) => text[at] === "(" && unclosed?.text.includes(")") === true;
  const swallowed = strayParentheses.filter(isSwallowed).length;
  if (unclosed) {
    issues.push({ code: "zone/unterminated-string", span: unclosed.span, detail: unclosed.text, data: { swallowed } });
  }
  for (const at of strayParentheses) {
    // A record that ends inside of a quote is still being written: first things first.
    if (isSwallowed(at) || (unclosed && text[at] === "(")) continue;
    issues.push({ code: "zone/unbalanced-parenthesis", span: span(at, at + 1), detail: text[at] ?? "(" });
  }
  return issues;
}

/** What is wrong before the data: owner, TTL, class, type. */
export function headIssues(
  record: ZoneRecord,
  tokens: readonly Token[],
  hasher: NameHasher,
  zoneClass: () => number,
): SyntaxIssue[] {
  const issues: SyntaxIssue[] = [];
  const { ownerField, owner, ttlField, classField, typeField } = record;
  const [first] = tokens;
  if (ownerField === undefined && owner === "" && first) {
    issues.push({ code: "zone/missing-owner", span: first.span, detail: first.text });
  }
  if (ownerField && first && !isName(first, hasher)) issues.push(invalidName(first));
  if (ttlField && readTtl(ttlField.text) < 0)
    issues.push({ code: "zone/invalid-ttl", span: ttlField.span, detail: ttlField.text });
  const number = classField === undefined ? CLASS_IN : readClass(classField.text);
  if (classField && number !== CLASS_IN && number !== zoneClass()) {
    issues.push({ code: "zone/unknown-class", span: classField.span, detail: classField.text });
  }
  if (typeField === undefined) {
    const last = tokens.at(-1);
    const data = { wants: say("a record type") };
    issues.push({ code: "zone/syntax", span: last?.span ?? record.span, detail: last?.text ?? "", data });
  } else if (record.type === 0) {
    // A digit first can only have been meant for a TTL.
    const isTtl = ttlField === undefined && /^\d/.test(typeField.text);
    const code = isTtl ? "zone/invalid-ttl" : "zone/unknown-type";
    issues.push({ code, span: typeField.span, detail: typeField.text });
  }
  return issues;
}

/** What is wrong with the data. `scanner` stands on the entry; `first` is the number of the first token of the data. */
export function rdataIssues(
  type: number,
  known: RecordType | undefined,
  typeName: string,
  bytes: Uint8Array,
  scanner: EntryScanner,
  tokens: readonly Token[],
  first: number,
): SyntaxIssue[] {
  const faults = checkRdata(type, bytes, scanner, first) ?? [];
  const fields = (known?.fields ?? []).map((it) => it.name).join(" ");
  return faults.map((fault) => {
    const from = tokens[Math.min(fault.first, tokens.length - 1)];
    const to = tokens[Math.min(fault.last, tokens.length - 1)];
    const at = span(from?.span.start ?? 0, to?.span.end ?? 0);
    const detail = from?.text ?? "";
    const data = { field: fault.field, wants: fault.wants, type: typeName, fields };
    if (fault.code !== "zone/invalid-name") return { code: fault.code, span: at, detail, data };
    return { code: fault.code, span: at, detail, data: { ...data, reason: nameFault(detail) } };
  });
}

function invalidName({ text, span: at }: Token): SyntaxIssue {
  return { code: "zone/invalid-name", span: at, detail: text, data: { reason: nameFault(text) } };
}

function isName(token: Token, hasher: NameHasher): boolean {
  if ((token.kind & QUOTED) !== 0) return true;
  const bytes = ENCODER.encode(token.text);
  return bytes.length > 0 && hasher.hash(bytes, 0, bytes.length, (token.kind & ESCAPED) !== 0, ROOT);
}

/** Why a text is no domain name: the key of the message that says so. */
function nameFault(text: string): "label" | "empty" | "escape" | "name" {
  if (/\\(?:\d(?!\d\d)|\d\d(?!\d)|2(?:5[6-9]|[6-9]\d)|[3-9]\d\d)/.test(text)) return "escape";
  const labels = text.replace(/\.$/, "").split(/(?<!\\)\./);
  if (text !== "." && labels.some((it) => it === "")) return "empty";
  return labels.some((it) => it.replace(/\\(?:\d{3}|.)/g, "x").length > 63) ? "label" : "name";
}

function readTtl(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return ttlOf(bytes, 0, bytes.length);
}

function readClass(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return classOf(bytes, 0, bytes.length);
}
