import { type Span, span } from "../text/span.ts";

/** A character that word processors and web pages put where plain ASCII belongs. */
export interface StrangeCharacter {
  readonly kind: "quote" | "blank" | "invisible" | "dash" | "wide";
  /** Where it stands in the value; more than one unit where the octets of its UTF-8 form were written one by one. */
  readonly span: Span;
  readonly codePoint: number;
  /** What was meant: `""` for quotes and for what nobody sees. */
  readonly plain: string;
}

/** The characters themselves, and what is left of them where a program took their UTF-8 for Latin-1. */
const STRANGE =
  /[\u00a0\u00ad\u2000-\u200f\u2010-\u2015\u2018-\u201f\u202f\u2028\u2029\u2060\u2212\u3000\ufeff\uff01-\uff5e]|\u00c2[\u00a0\u00ad]|\u00e2\u0080[\u0080-\u00af]|\u00e2\u0088\u0092|\u00e2\u0081\u00a0|\u00e3\u0080\u0080|\u00ef\u00bb\u00bf|\u00ef[\u00bc\u00bd][\u0080-\u00bf]/g;

/** All such characters of a policy record's value, in the order of the text. */
export function strangeCharacters(value: string): StrangeCharacter[] {
  if (/^[\0-\x7f]*$/.test(value)) return [];
  return Array.from(value.matchAll(STRANGE), ({ index, 0: text }) => {
    const codePoint = text.length === 1 ? text.charCodeAt(0) : decode(text);
    return { codePoint, span: span(index, index + text.length), ...meaningOf(codePoint) };
  });
}

/** Two or three octets of UTF-8. */
function decode(text: string): number {
  const [first = 0, ...rest] = Array.from(text, (it) => it.charCodeAt(0));
  return rest.reduce((sum, octet) => (sum << 6) | (octet & 0x3f), first & (rest.length === 1 ? 0x1f : 0x0f));
}

function meaningOf(code: number): Pick<StrangeCharacter, "kind" | "plain"> {
  if (code >= 0xff01 && code <= 0xff5e) return { kind: "wide", plain: String.fromCharCode(code - 0xfee0) };
  if (code >= 0x2018 && code <= 0x201f) return { kind: "quote", plain: "" };
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return { kind: "dash", plain: "-" };
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) {
    return { kind: "invisible", plain: "" };
  }
  return { kind: "blank", plain: " " };
}

/** The value with what was meant in the place of each. */
export function withoutStrange(value: string): string {
  return value.replace(STRANGE, (text) => meaningOf(text.length === 1 ? text.charCodeAt(0) : decode(text)).plain);
}
