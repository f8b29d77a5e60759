import { AUTH_METHODS, type AuthMethod } from "../facts/authMethods.ts";
import { parseMailbox } from "../syntax/mailbox.ts";
import { note, REASON } from "./notes.ts";
import type { ImportNote } from "./settings.ts";

/** A value of the source with the line that it stands on, from 1. */
export interface Sourced {
  readonly value: string;
  readonly line: number;
  /** As the source calls it. */
  readonly key: string;
}

/** The ways to log in that an account can name, in the order in which they are preferred. */
export const LOGIN_METHODS: readonly AuthMethod[] = AUTH_METHODS.flatMap(({ value }) =>
  value === "none" ? [] : value,
);

/** Reads single values of a source and notes what cannot be kept. */
export class ValueReader {
  readonly notes: ImportNote[] = [];

  drop(at: Sourced | undefined, reason: string, values?: Readonly<Record<string, string | number>>): undefined {
    if (at) this.notes.push(note(at.line, at.key, reason, values));
    return undefined;
  }

  /** A text that is no secret. One with `${` would be read as a reference, and send what the environment holds. */
  text(at: Sourced | undefined): string | undefined {
    if (at === undefined || at.value === "") return undefined;
    return at.value.includes("${") ? this.drop(at, REASON.reference) : at.value;
  }

  integer(at: Sourced | undefined, least: number, most: number): number | undefined {
    if (at === undefined || at.value === "") return undefined;
    const number = /^\d{1,9}$/.test(at.value) ? Number(at.value) : Number.NaN;
    return number >= least && number <= most ? number : this.drop(at, REASON.number);
  }

  port(at: Sourced | undefined): number | undefined {
    return this.integer(at, 1, 65535);
  }

  /** Seconds in the source, milliseconds in the result. */
  seconds(at: Sourced | undefined): number | undefined {
    const seconds = this.integer(at, 1, 86_400);
    return seconds === undefined ? undefined : seconds * 1000;
  }

  /** A file of trusted certificates: the system's are trusted without being named, others are not brought along. */
  authorities(at: Sourced | undefined): undefined {
    if (at !== undefined && at.value !== "" && !isSystemAuthorities(at.value)) this.drop(at, REASON.caFile);
    return undefined;
  }

  /** A sender; `name` is its display name where the source keeps that apart. */
  mailbox(at: Sourced | undefined, name?: Sourced): string | undefined {
    const text = this.text(at);
    const mailbox = text === undefined ? undefined : parseMailbox(text);
    if (text !== undefined && mailbox === undefined) return this.drop(at, REASON.address);
    const shown = this.text(name);
    if (text === undefined || mailbox === undefined || shown === undefined || mailbox.name !== "") return text;
    const withName = withDisplayName(shown, mailbox.address);
    return parseMailbox(withName) === undefined ? (this.drop(name, REASON.unreadable) ?? text) : withName;
  }
}

/** A name with signs that have a meaning in an address stands in quotes (RFC 5322 §3.2.4). */
function withDisplayName(name: string, address: string): string {
  const needsQuotes = /[^\p{L}\p{M}\p{N} !#$%&'*+/=?^_`{|}~-]/u.test(name);
  return `${needsQuotes ? `"${name.replace(/["\\]/g, "\\$&")}"` : name} <${address}>`;
}

/** A name for the key below `accounts`: letters, digits, `-`, `_` and `.`. */
export function accountName(written: string, fallback: string): string {
  const name = written
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-")
    .slice(0, 60)
    .replace(/^[-.]+|[-.]+$/g, "");
  return name === "" ? fallback : name;
}

/** `ops`, and `ops-2` where that is taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
  return free;
}

const SYSTEM_CA =
  /^(?:system|\/etc\/ssl\/(?:certs\/(?:ca-certificates\.crt|ca-bundle\.crt)?|cert\.pem|ca-bundle\.pem)|\/etc\/pki\/(?:tls\/(?:certs\/ca-bundle\.crt|cert\.pem)|ca-trust\/extracted\/pem\/tls-ca-bundle\.pem)|\/(?:usr\/local|opt\/homebrew)\/etc\/(?:openssl(?:@[\d.]+)?|ca-certificates)\/cert\.pem|\/usr\/local\/share\/certs\/ca-root-nss\.crt|\/etc\/ca-certificates\/extracted\/tls-ca-bundle\.pem|\/etc\/ssl\/certs)$/;

/** A list of authorities that comes with the system: trusted here without being named. */
export function isSystemAuthorities(path: string): boolean {
  return SYSTEM_CA.test(path);
}
