/** A message as DKIM sees it: texts of bytes, one character an octet (`latin1`), lines ended by CRLF. */
export interface MessageParts {
  /** Header fields from the top, as they stand, folds included, without their last CRLF. */
  readonly fields: readonly string[];
  readonly body: string;
}

export type Canonicalization = "relaxed" | "simple";

/** Parts a message at its first empty line. Lone LF and CR are made CRLF, as a mail server would send them. */
export function messageParts(message: string): MessageParts {
  const text = message.replace(/\r\n|\r|\n/g, "\r\n");
  const end = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
  const head = end < 0 ? text.replace(/\r\n$/, "") : text.slice(0, end);
  const body = end < 0 ? "" : text.slice(end + (end === 0 ? 2 : 4));
  const fields: string[] = [];
  for (const line of head === "" ? [] : head.split("\r\n")) {
    const last = fields.length - 1;
    if (/^[ \t]/.test(line) && last >= 0) fields[last] = `${fields[last]}\r\n${line}`;
    else fields.push(line);
  }
  return { fields, body };
}

/** The name of a header field, in lower case. */
export function fieldName(field: string): string {
  const colon = field.indexOf(":");
  return (colon < 0 ? field : field.slice(0, colon)).trim().toLowerCase();
}

/** The value of a header field on one line, without the space around it. */
export function fieldValue(field: string): string {
  return squeezed(field.slice(field.indexOf(":") + 1).replaceAll("\r\n", "")).replace(/^ | $/g, "");
}

/** RFC 6376 §3.4.3 and §3.4.4. */
export function canonicalBody(body: string, how: Canonicalization): string {
  const text = how === "relaxed" ? squeezed(body).replaceAll(" \r\n", "\r\n").replace(/ $/, "") : body;
  let end = text.length;
  while (text.startsWith("\r\n", end - 2) && end >= 2) end -= 2;
  if (end === 0) return how === "relaxed" ? "" : "\r\n";
  return `${text.slice(0, end)}\r\n`;
}

/** RFC 6376 §3.4.1 and §3.4.2, without the last CRLF. */
export function canonicalField(field: string, how: Canonicalization): string {
  return how === "simple" ? field : `${fieldName(field)}:${fieldValue(field)}`;
}

/**
 * What a signature is made of (RFC 6376 §3.7): the named fields, each name taking the lowest that is not taken yet, then
 * the signature itself with an empty `b=`.
 */
export function signedText(
  fields: readonly string[],
  names: readonly string[],
  signature: string,
  how: Canonicalization,
): string {
  const left = new Map<string, string[]>();
  for (const field of fields) left.set(fieldName(field), [...(left.get(fieldName(field)) ?? []), field]);
  const chosen = names.flatMap((name) => left.get(name.trim().toLowerCase())?.pop() ?? []);
  return [...chosen, withoutSignature(signature)].map((field) => canonicalField(field, how)).join("\r\n");
}

/** A signature field with an empty `b=`; `bh=` stays. */
function withoutSignature(field: string): string {
  return field.replace(/([:;][ \t\r\n]*b[ \t\r\n]*=)[^;]*/, "$1");
}

function squeezed(text: string): string {
  return text.replace(/[ \t]+/g, " ");
}
