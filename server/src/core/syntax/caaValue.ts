import { type Span, span } from "../text/span.ts";

/** What is wrong with the value of a CAA property, and where in the value. */
export interface CaaFault {
  readonly kind: "domain" | "parameter" | "uri" | "methods" | "url" | "email" | "phone";
  readonly span: Span;
}

const DOMAIN = /^(?:[a-z0-9]|[a-z0-9][a-z0-9-]*[a-z0-9])$/i;
/** Printable without `;` and blanks (RFC 8659 §4.2). */
const PARAMETER_VALUE = /^[\x21-\x3a\x3c-\x7e]*$/;

/** `[domain] [";" tag=value *(";" tag=value)]` (RFC 8659 §4.2), with the values that RFC 8657 defines. */
export function issuerFaults(value: string): CaaFault[] {
  const faults: CaaFault[] = [];
  const parts = value.split(";");
  let start = 0;
  for (const [index, part] of parts.entries()) {
    const end = start + part.length;
    const at = trimmed(value, start, end);
    const before = span(start - 1, start);
    start = end + 1;
    const text = value.slice(at.start, at.end);
    if (index === 0) {
      if (text !== "" && !text.split(".").every((label) => DOMAIN.test(label)))
        faults.push({ kind: "domain", span: at });
      continue;
    }
    // `ca.example.net;` and a bare `;` have no parameter at all.
    if (text === "" && parts.length === 2) continue;
    const kind = parameterFault(text);
    // Nothing between two semicolons: the first of them is one too many.
    if (kind !== undefined) faults.push({ kind, span: text === "" ? before : at });
  }
  return faults;
}

function parameterFault(text: string): CaaFault["kind"] | undefined {
  const equals = text.indexOf("=");
  const tag = text.slice(0, Math.max(equals, 0)).trimEnd();
  const value = text.slice(equals + 1).trimStart();
  if (equals < 0 || !DOMAIN.test(tag) || !PARAMETER_VALUE.test(value)) return "parameter";
  if (tag.toLowerCase() === "accounturi") return /^[a-z][a-z0-9+.-]*:./i.test(value) ? undefined : "uri";
  if (tag.toLowerCase() !== "validationmethods") return undefined;
  return /^[a-z0-9-]+(?:,[a-z0-9-]+)*$/i.test(value) ? undefined : "methods";
}

/** `mailto:`, `http:` or `https:` (RFC 8659 §4.4). */
export function isReportUrl(value: string): boolean {
  return /^mailto:[^\s@]+@[^\s@]+$/i.test(value) || /^https?:\/\/[^\s/]+(?:\/\S*)?$/i.test(value);
}

export function isEmail(value: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(value) && !/^mailto:/i.test(value);
}

/** A global number (RFC 3966 §5.1.4): `+`, digits, and visual separators. */
export function isPhone(value: string): boolean {
  return /^\+[-.()\d]*\d[-.()\d]*$/.test(value);
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return span(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
