import type { PolicyKind } from "../../model/zone.ts";
import { policyKindOf } from "../../syntax/policyKind.ts";
import type { Span } from "../../text/span.ts";
import type { Cursor } from "./cursor.ts";
import type { Token } from "./tokens.ts";

/** The strings of a TXT record, joined as receivers join them, with the cursor in them. */
export interface TextValue {
  readonly value: string;
  /** The cursor in `value`; `undefined` where it stands outside the strings. */
  readonly offset: number | undefined;
  readonly kind: PolicyKind | undefined;
  /** Where a stretch of the value was written. */
  spanOf(span: Span): Span;
}

/** The owner, as absolute as it is known: half-typed lines have only what is written. */
export function ownerOf({ entry, tokens }: Cursor): string {
  if (entry?.kind === "record") return entry.owner;
  return `${tokens.owner?.text.toLowerCase() ?? ""}.`.replace("..", ".");
}

/** `undefined` for a record that holds no text. */
export function textValueOf(cursor: Cursor): TextValue | undefined {
  const { tokens, offset } = cursor;
  if (!/^(?:TXT|SPF|TYPE16|TYPE99)$/i.test(tokens.type?.text ?? "")) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let value = "";
  for (const token of tokens.data) {
    for (const [character, start, end] of charactersOf(token)) {
      value += character;
      starts.push(start);
      ends.push(end);
    }
  }
  const inside = tokens.data.some((it) => isInsideString(it, offset));
  const before = starts.filter((start) => start < offset).length;
  const origin = tokens.data[0]?.start ?? offset;
  return {
    value,
    offset: inside ? before : undefined,
    kind: policyKindOf(ownerOf(cursor), value),
    spanOf: (span) => {
      const at = (span.start > 0 ? ends[span.start - 1] : starts[0]) ?? origin;
      if (span.end <= span.start) return { start: at, end: at };
      return { start: starts[span.start] ?? at, end: ends[span.end - 1] ?? at };
    },
  };
}

/** Behind the opening quote and before the closing one, where there is one. */
function isInsideString({ kind, text, start, end }: Token, offset: number): boolean {
  if (kind !== "string") return start <= offset && offset <= end;
  return start < offset && offset <= (isClosed(text) ? end - 1 : end);
}

function isClosed(text: string): boolean {
  let backslashes = 0;
  while (text[text.length - 2 - backslashes] === "\\") backslashes++;
  return text.length > 1 && text.endsWith('"') && backslashes % 2 === 0;
}

/** The characters of a token without quotes and escapes (RFC 1035 §5.1), each with its place. */
function* charactersOf({
  kind,
  text,
  start,
}: Token): Iterable<readonly [character: string, start: number, end: number]> {
  const first = kind === "string" ? 1 : 0;
  for (let at = first; at < text.length; ) {
    const rest = text.slice(at, at + 4);
    if (kind === "string" && rest.startsWith('"')) return;
    const decimal = /^\\(\d{3})/.exec(rest)?.[1];
    const length = decimal !== undefined ? 4 : rest.startsWith("\\") && rest.length > 1 ? 2 : 1;
    const character = decimal !== undefined ? String.fromCharCode(Number(decimal)) : (text[at + length - 1] ?? "");
    yield [character, start + at, start + at + length];
    at += length;
  }
}
