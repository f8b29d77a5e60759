import { LineIndex } from "../text/span.ts";

/** A value of a JavaScript or JSON text, as far as it is a literal. */
export type JsValue =
  | { readonly kind: "string"; readonly value: string; readonly line: number }
  | { readonly kind: "number"; readonly value: number; readonly line: number }
  | { readonly kind: "boolean"; readonly value: boolean; readonly line: number }
  | { readonly kind: "nothing"; readonly line: number }
  | { readonly kind: "object"; readonly members: ReadonlyMap<string, JsValue>; readonly line: number }
  | { readonly kind: "list"; readonly items: readonly JsValue[]; readonly line: number }
  /** A variable of the environment, with what stands behind `||` or `??`. */
  | {
      readonly kind: "environment";
      readonly name: string;
      readonly fallback: JsValue | undefined;
      readonly line: number;
    }
  /** Anything that is computed. */
  | { readonly kind: "code"; readonly line: number };

export type JsObject = Extract<JsValue, { kind: "object" }>;

/** An object literal and the text just before it: `createTransport(`, `mail: `. */
export interface FoundObject {
  readonly object: JsObject;
  readonly before: string;
  readonly start: number;
  readonly end: number;
}

const MOST_TRIES = 100;
const MOST_DEPTH = 40;

/** The object literals of a program or a JSON text, outermost ones only. Never throws; code around them is passed over. */
export function objectsIn(text: string): readonly FoundObject[] {
  const found: FoundObject[] = [];
  const lines = new LineIndex(text);
  let tries = 0;
  for (let at = text.indexOf("{"); at >= 0 && tries < MOST_TRIES; at = text.indexOf("{", at + 1)) {
    if (isInComment(text, at)) continue;
    tries++;
    const reader = new LiteralReader(text, at, lines);
    const object = reader.readObject(0);
    if (object === undefined || object.members.size === 0) continue;
    found.push({ object, before: text.slice(Math.max(0, at - 60), at), start: at, end: reader.at });
    at = reader.at - 1;
  }
  return found;
}

/** Reads one literal at a place. */
class LiteralReader {
  at: number;
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(text: string, at: number, lines: LineIndex) {
    this.#text = text;
    this.at = at;
    this.#lines = lines;
  }

  readObject(depth: number): JsObject | undefined {
    const line = this.#line();
    const members = new Map<string, JsValue>();
    this.at++;
    for (;;) {
      this.#skip();
      const sign = this.#text[this.at];
      if (sign === undefined || depth > MOST_DEPTH) return undefined;
      if (sign === "}") {
        this.at++;
        return { kind: "object", members, line };
      }
      if (sign === ",") {
        this.at++;
        continue;
      }
      if (!this.#readMember(members, depth)) return undefined;
    }
  }

  #readMember(members: Map<string, JsValue>, depth: number): boolean {
    if (this.#text.startsWith("...", this.at)) return this.#passOver();
    const line = this.#line();
    const key = this.#readKey();
    if (key === undefined) return false;
    this.#skip();
    const sign = this.#text[this.at];
    if (sign === ":") {
      this.at++;
      const value = this.#readValue(depth);
      if (value === undefined) return false;
      members.set(key, value);
      return true;
    }
    if (sign === "," || sign === "}") {
      members.set(key, { kind: "code", line });
      return true;
    }
    // A method: `key() { … }`.
    return sign === "(" && this.#passOver();
  }

  #readKey(): string | undefined {
    const sign = this.#text[this.at];
    if (sign === '"' || sign === "'") return this.#readString(sign);
    const word = /[\p{L}_$][\p{L}\p{N}_$]*|\d+/uy;
    word.lastIndex = this.at;
    const [key] = word.exec(this.#text) ?? [];
    if (key !== undefined) this.at += key.length;
    return key;
  }

  #readValue(depth: number): JsValue | undefined {
    this.#skip();
    const start = this.at;
    const line = this.#line();
    const literal = this.#readLiteral(depth, line);
    if (literal !== undefined) {
      this.#skip();
      const sign = this.#text[this.at];
      if (sign === "," || sign === "}" || sign === "]") return literal;
      if (literal.kind === "object" || literal.kind === "list") return undefined;
      this.at = start; // more than the literal stands there: `"a" + b`
    }
    if (!this.#passOver()) return undefined;
    return readCode(this.#text.slice(start, this.at), line);
  }

  #readLiteral(depth: number, line: number): JsValue | undefined {
    const sign = this.#text[this.at];
    if (sign === "{") return this.readObject(depth + 1);
    if (sign === "[") return this.#readList(depth + 1, line);
    if (sign === '"' || sign === "'" || sign === "`") {
      const value = this.#readString(sign);
      return value === undefined ? undefined : { kind: "string", value, line };
    }
    const word = /[-+]?(?:\d[\d_]*(?:\.\d+)?|true|false|null|undefined)(?![\w.])/y;
    word.lastIndex = this.at;
    const [text] = word.exec(this.#text) ?? [];
    if (text === undefined) return undefined;
    this.at += text.length;
    if (text === "true" || text === "false") return { kind: "boolean", value: text === "true", line };
    if (text === "null" || text === "undefined") return { kind: "nothing", line };
    return { kind: "number", value: Number(text.replaceAll("_", "")), line };
  }

  #readList(depth: number, line: number): JsValue | undefined {
    const items: JsValue[] = [];
    this.at++;
    for (;;) {
      this.#skip();
      const sign = this.#text[this.at];
      if (sign === undefined || depth > MOST_DEPTH) return undefined;
      if (sign === "]") {
        this.at++;
        return { kind: "list", items, line };
      }
      if (sign === ",") this.at++;
      else {
        const item = this.#readValue(depth);
        if (item === undefined) return undefined;
        items.push(item);
      }
    }
  }

  /** @returns `undefined` where it is not closed, or is a template with code in it; then the place is where it was */
  #readString(quote: string): string | undefined {
    const start = this.at;
    let value = "";
    for (let at = start + 1; at < this.#text.length; at++) {
      const sign = this.#text[at] ?? "";
      if (sign === quote) {
        this.at = at + 1;
        return value;
      }
      if (sign === "\n" && quote !== "`") return undefined;
      if (sign === "$" && quote === "`" && this.#text[at + 1] === "{") return undefined;
      if (sign === "\\") {
        const escaped = readEscape(this.#text, at);
        value += escaped.text;
        at += escaped.length - 1;
      } else value += sign;
    }
    return undefined;
  }

  /** Goes on to the comma or bracket that ends an expression. @returns whether there is one */
  #passOver(): boolean {
    let depth = 0;
    while (this.at < this.#text.length) {
      const sign = this.#text[this.at] ?? "";
      if (depth === 0 && (sign === "," || sign === "}" || sign === "]" || sign === ")")) return sign !== ")";
      if (sign === "(" || sign === "[" || sign === "{") depth++;
      else if (sign === ")" || sign === "]" || sign === "}") depth--;
      if (sign === '"' || sign === "'" || sign === "`") this.#passString(sign);
      else if (this.#text.startsWith("//", this.at) || this.#text.startsWith("/*", this.at)) this.#skip();
      else this.at++;
    }
    return false;
  }

  #passString(quote: string): void {
    for (this.at++; this.at < this.#text.length; this.at++) {
      const sign = this.#text[this.at];
      if (sign === "\\") this.at++;
      else if (sign === quote || (sign === "\n" && quote !== "`")) break;
    }
    this.at++;
  }

  /** Blanks and comments. */
  #skip(): void {
    for (;;) {
      while (/\s/.test(this.#text[this.at] ?? "")) this.at++;
      const isLine = this.#text.startsWith("//", this.at);
      if (!isLine && !this.#text.startsWith("/*", this.at)) return;
      const end = this.#text.indexOf(isLine ? "\n" : "*/", this.at + 2);
      this.at = end < 0 ? this.#text.length : end + (isLine ? 1 : 2);
    }
  }

  /** From 1. */
  #line(): number {
    return this.#lines.positionAt(this.at).line + 1;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\n": "",
};

function readEscape(text: string, at: number): { readonly text: string; readonly length: number } {
  const sign = text[at + 1] ?? "";
  const hex = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2}))/iy;
  hex.lastIndex = at;
  const found = hex.exec(text);
  if (found === null) return { text: ESCAPES[sign] ?? sign, length: 2 };
  const code = Number.parseInt(found[1] ?? found[2] ?? found[3] ?? "0", 16);
  return { text: code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code), length: found[0].length };
}

const VARIABLE =
  /^(?:(?:Number|parseInt|String|Number\.parseInt)\s?\(\s?|\+)?(?:process\.env|import\.meta\.env|Bun\.env)(?:\.([A-Za-z_]\w*)|\[["']([A-Za-z_]\w*)["']\])!?(?:\s?,\s?10)?\s?\)?(?:\s+as\s+string)?(?:\s*(?:\|\||\?\?)\s*(.+))?$/s;

/** `process.env.NAME`, with a conversion around it and a default behind it. */
function readCode(code: string, line: number): JsValue {
  const text = code.trim().slice(0, 300);
  const found = VARIABLE.exec(text.replace(/\)$/, (sign) => (/^(?:Number|parseInt|String)/.test(text) ? "" : sign)));
  const name = found?.[1] ?? found?.[2];
  if (name === undefined) return { kind: "code", line };
  return { kind: "environment", name, fallback: readFallback(found?.[3]?.trim() ?? "", line), line };
}

function readFallback(text: string, line: number): JsValue | undefined {
  const string = /^(["'])([^"'\\]*)\1\)?$/.exec(text);
  if (string !== null) return { kind: "string", value: string[2] ?? "", line };
  const number = /^(\d{1,6})(?:\s?,\s?10)?\)?$/.exec(text)?.[1];
  return number === undefined ? undefined : { kind: "number", value: Number(number), line };
}

/** A brace behind `//` on its line: the start of no literal. */
function isInComment(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf("\n", at) + 1, at - 500), at);
  return /(?:^|\s)\/\//.test(line);
}
