import type { JsObject, JsValue } from "./jsLiteral.ts";
import { note, REASON } from "./notes.ts";
import type { ImportedSecret } from "./settings.ts";
import type { Sourced, ValueReader } from "./values.ts";

/** A variable of the environment stays a reference. */
export function sourced(key: string, value: JsValue, reader: ValueReader): Sourced | undefined {
  const { line } = value;
  if (value.kind === "string") return { key, value: value.value, line };
  if (value.kind === "environment") return { key, value: `\${env:${value.name}}`, line };
  if (value.kind !== "nothing") reader.notes.push(note(line, key, REASON.computed));
  return undefined;
}

/** The members of an object, read as what they should be. */
export class Members {
  readonly reader: ValueReader;
  readonly #object: JsObject;
  readonly #path: string;

  constructor(object: JsObject, path: string, reader: ValueReader) {
    this.#object = object;
    this.#path = path;
    this.reader = reader;
  }

  value(key: string): JsValue | undefined {
    return this.#object.members.get(key);
  }

  inner(key: string): Members | undefined {
    const value = this.value(key);
    if (value?.kind === "object") return new Members(value, `${this.#path}${key}.`, this.reader);
    if (value?.kind === "code") this.reader.notes.push(note(value.line, this.#path + key, REASON.computed));
    return undefined;
  }

  /** Notes the members of an inner object that are not read. */
  noteOthers(key: string, read: readonly string[]): void {
    const inner = this.value(key);
    if (inner?.kind !== "object") return;
    for (const [name, { line }] of inner.members) {
      if (!read.includes(name)) this.reader.notes.push(note(line, `${key}.${name}`, REASON.noKey));
    }
  }

  string(key: string): Sourced | undefined {
    const value = this.value(key);
    return value?.kind === "string" ? { key: this.#path + key, value: value.value, line: value.line } : undefined;
  }

  text(key: string): string | undefined {
    const value = this.value(key);
    const at = value && sourced(this.#path + key, value, this.reader);
    return at && (value.kind === "environment" ? at.value : this.reader.text(at));
  }

  secret(key: string): ImportedSecret | undefined {
    const value = this.value(key);
    if (value === undefined || value.kind === "nothing") return undefined;
    if (value.kind === "string") return value.value === "" ? undefined : { literal: value.value };
    if (value.kind === "environment") return { reference: `\${env:${value.name}}` };
    this.reader.notes.push(note(value.line, this.#path + key, REASON.computed));
    return {};
  }

  number(key: string, least: number, most: number): number | undefined {
    const value = this.value(key);
    if (value === undefined || value.kind === "nothing") return undefined;
    const known = value.kind === "environment" ? value.fallback : value;
    const text = known?.kind === "number" ? String(known.value) : known?.kind === "string" ? known.value : undefined;
    const at = { key: this.#path + key, value: text ?? "", line: value.line };
    if (value.kind === "environment") this.reader.drop(at, REASON.computed);
    return text === undefined
      ? value.kind === "code"
        ? this.reader.drop(at, REASON.computed)
        : undefined
      : this.reader.integer(at, least, most);
  }

  boolean(key: string): boolean | undefined {
    const value = this.value(key);
    if (value?.kind === "string") return value.value === "true";
    return value?.kind === "boolean" ? value.value : undefined;
  }
}
