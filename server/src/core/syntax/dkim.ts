import { type Span, span } from "../text/span.ts";
import { type Base64Fault, decodeBase64 } from "./base64.ts";
import { type KeyShape, keyShapeOf } from "./der.ts";
import type { Parsed } from "./parsed.ts";
import { itemsOf, parseTagList, type TagItem, type TagList, tagOf, type Version, versionOf } from "./tagList.ts";

/** A DKIM key record (RFC 6376 §3.6.1). */
export interface DkimRecord extends TagList {
  /** `missing` is fine here: the version is optional, and must be the first tag where it stands. */
  readonly version: Version;
  /** Whether any tag has a name that a key record knows; without one the text is something else. */
  readonly hasKnownTag: boolean;
  /** The value of `k`; `rsa` where none stands. */
  readonly keyType: string;
  /** The items of `h`, `s` and `t`; empty where the tag does not stand. */
  readonly hashes: readonly TagItem[];
  readonly services: readonly TagItem[];
  readonly flags: readonly TagItem[];
  /** `undefined` without a `p`. */
  readonly key: DkimKey | undefined;
}

export interface DkimKey extends Omit<KeyShape, "form"> {
  /**
   * What the value of `p` is: the forms of {@link KeyShape}; `empty` for a revoked key, `pem` for one with its armour
   * (the shape is then that of the key inside), `text` where base64 stops at a character that it does not know.
   */
  readonly form: KeyShape["form"] | "empty" | "pem" | "text";
  /** The value of `p`. */
  readonly span: Span;
  /** The base64 itself, inside the armour of a PEM. */
  readonly bodySpan: Span;
  /** What is wrong with the base64. */
  readonly fault: Base64Fault | undefined;
  /** Whether it is a private key, in armour or not. */
  readonly isPrivate: boolean;
  /** How many octets the base64 gives. */
  readonly octets: number;
}

export const DKIM_TAGS: readonly string[] = ["v", "h", "k", "n", "p", "s", "t", "g"];

/** Reads a key record; issues are `dkim/syntax` and `dkim/duplicate-tag`. Spans count in `value`. */
export function parseDkim(value: string): Parsed<DkimRecord> {
  const { root: list, issues } = parseTagList(value, { group: "dkim", names: DKIM_TAGS, freeText: ["n"] });
  const key = tagOf(list, "p");
  const keyType = tagOf(list, "k")?.value ?? "rsa";
  const root = {
    ...list,
    version: versionOf(list, "DKIM1"),
    hasKnownTag: list.tags.some(({ name }) => DKIM_TAGS.includes(name)),
    keyType,
    hashes: itemsOf(tagOf(list, "h"), ":"),
    services: itemsOf(tagOf(list, "s"), ":"),
    flags: itemsOf(tagOf(list, "t"), ":"),
    key: key && readKey(value, key.valueSpan),
  };
  return { root, issues };
}

/** Reads the value of a `p` tag: base64 in any of the forms that people paste. */
export function readKey(text: string, at: Span): DkimKey {
  const value = text.slice(at.start, at.end);
  const armour = armourOf(value);
  const bodySpan = armour ? span(at.start + armour.start, at.start + armour.end) : at;
  const { bytes, fault } = decodeBase64(text, bodySpan);
  const shape = keyShapeOf(bytes);
  const isPrivate = shape.form === "private" || (armour?.isPrivate ?? false);
  const facts = { ...shape, span: at, bodySpan, fault, isPrivate, octets: bytes.length };
  if (value === "") return { ...facts, form: "empty" };
  if (armour) return { ...facts, form: "pem" };
  return fault?.kind === "character" ? { ...facts, form: "text" } : facts;
}

/** The text between `-----BEGIN …-----` and `-----END`; line ends may be gone. One of the two lines is enough. */
function armourOf(value: string): { start: number; end: number; isPrivate: boolean } | undefined {
  const begin = /-{2,5} ?BEGIN ([A-Z0-9 ]{0,40})-{2,5}/.exec(value);
  const end = /-{2,5} ?END ([A-Z0-9 ]{0,40})-{2,5}/.exec(value);
  if (begin === null && end === null) return undefined;
  const start = begin === null ? 0 : begin.index + begin[0].length;
  const isPrivate = (begin ?? end)?.[1]?.includes("PRIVATE") ?? false;
  return { start, end: Math.max(start, end?.index ?? value.length), isPrivate };
}
