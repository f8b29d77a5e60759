import { valuesOf } from "../facts/configKeys.ts";
import type { TextFormat, ValueType } from "../facts/configTypes.ts";
import { SCHEMES, schemeOf } from "../facts/protocols.ts";
import { PROVIDERS, providerOf } from "../facts/providers.ts";
import { parseDuration, parseSize } from "../facts/units.ts";
import { isDomainName, parseMailbox } from "../syntax/mailbox.ts";
import type { ScalarNode } from "../syntax/yaml/nodes.ts";
import { didYouMean } from "../text/didYouMean.ts";
import { booleanOf, integerOf } from "./configValues.ts";

/** What is wrong with a scalar; `other` is what was most likely meant. */
export interface SchemaFault {
  readonly message:
    | "empty"
    | "integer"
    | "boolean"
    | "list"
    | "mapping"
    | "glued"
    | "server"
    | "scheme"
    | "noUnit"
    | "duration"
    | "size"
    | "choice"
    | "choiceGuess"
    | "provider"
    | "providerGuess"
    | "domain"
    | "mailbox"
    | "url"
    | "selector"
    | "selectorHost";
  readonly data?: Readonly<Record<string, string | number>>;
  readonly other?: string;
}

/** Checks a scalar that holds no reference against what may stand at its place. */
export function schemaFault(type: ValueType, node: ScalarNode): SchemaFault | undefined {
  const { value } = node;
  switch (type.kind) {
    case "text":
      return type.format && formatFault(type.format, value);
    case "integer":
      return integerFault(value, type.min, type.max);
    case "boolean":
      return booleanFault(node);
    case "choice":
      return choiceFault(type, value);
    case "provider":
      return providerFault(value);
    case "duration":
      return parseDuration(value) === undefined ? unitFault(value, "duration", "s") : undefined;
    case "size":
      return parseSize(value) === undefined ? unitFault(value, "size", "MB") : undefined;
    case "list":
      return { message: "list" };
    case "server":
      return serverFault(type.protocol, value);
    default:
      return { message: isGlued(value) ? "glued" : "mapping" };
  }
}

function isGlued(value: string): boolean {
  return /^[\w-]+:[^\s/]/.test(value);
}

function integerFault(value: string, min: number, max: number): SchemaFault | undefined {
  const number = integerOf(value);
  if (number !== undefined && number >= min && number <= max) return undefined;
  return { message: "integer", data: { min, max }, ...(min === max && { other: String(min) }) };
}

function booleanFault(node: ScalarNode): SchemaFault | undefined {
  if (booleanOf(node) !== undefined) return undefined;
  const word = node.value.toLowerCase();
  const other = /^(?:true|yes|y|on|1)$/.test(word) ? "true" : /^(?:false|no|n|off|0)$/.test(word) ? "false" : undefined;
  return { message: "boolean", ...(other && { other }) };
}

function choiceFault(type: ValueType, value: string): SchemaFault | undefined {
  const values = valuesOf(type).map((it) => it.value);
  if (values.includes(value)) return undefined;
  const other = values.find((it) => it.toLowerCase() === value.toLowerCase()) ?? SYNONYMS[value.toLowerCase()];
  const guess = other !== undefined && values.includes(other) ? other : didYouMean(value, values);
  if (guess === undefined) return { message: "choice", data: { values: values.join(", ") } };
  return { message: "choiceGuess", data: { other: guess }, other: guess };
}

/** Words of other programs and of everyday talk. */
const SYNONYMS: Readonly<Record<string, string>> = {
  ssl: "tls",
  "ssl/tls": "tls",
  implicit: "tls",
  smtps: "tls",
  explicit: "starttls",
  off: "none",
  false: "none",
  plaintext: "none",
  oauth2: "xoauth2",
  oauth: "xoauth2",
  cram: "cram-md5",
  "tls1.2": "TLSv1.2",
  "1.2": "TLSv1.2",
  "tls1.3": "TLSv1.3",
  "1.3": "TLSv1.3",
  warn: "warning",
  information: "info",
  fail: "failure",
};

function providerFault(value: string): SchemaFault | undefined {
  if (providerOf(value)) return undefined;
  const other = didYouMean(
    value,
    PROVIDERS.flatMap(({ id, aliases }) => [id, ...aliases]),
  );
  return other === undefined ? { message: "provider" } : { message: "providerGuess", data: { other }, other };
}

function unitFault(value: string, message: "duration" | "size", unit: string): SchemaFault {
  if (!/^\d{1,12}(?:\.\d{1,3})?$/.test(value)) return { message };
  const other = `${value}${unit}`;
  return { message: "noUnit", data: { other }, other };
}

function serverFault(protocol: "smtp" | "imap" | "pop3", value: string): SchemaFault | undefined {
  const isScheme = schemeOf(value.slice(0, value.indexOf(":"))) !== undefined;
  if (isGlued(value) && !isScheme && !value.includes("://")) return { message: "glued" };
  const mark = value.indexOf("://");
  if (mark < 1) return { message: "server", data: { scheme: `${protocol}s` } };
  const word = value.slice(0, mark);
  const known = schemeOf(word);
  if (known?.protocol === protocol) return undefined;
  const own = SCHEMES.filter((it) => it.protocol === protocol).map(({ scheme }) => scheme);
  const guess = didYouMean(word, own) ?? `${protocol}s`;
  return { message: "scheme", data: { text: word, other: guess }, other: `${guess}${value.slice(mark)}` };
}

function formatFault(format: TextFormat, value: string): SchemaFault | undefined {
  if (format === "path") return value === "" ? { message: "empty" } : undefined;
  if (format === "domain") return isDomainName(value) ? undefined : { message: "domain" };
  if (format === "mailbox") return parseMailbox(value) ? undefined : { message: "mailbox" };
  if (format === "url") return /^https?:\/\/[^\s/]+/.test(value) ? undefined : { message: "url" };
  return format === "selector" ? selectorFault(value) : undefined;
}

function selectorFault(value: string): SchemaFault | undefined {
  const [whole, other = ""] = /^(.*?)\.?_domainkey(?:\..*)?$/i.exec(value) ?? [];
  if (whole !== undefined && isSelector(other)) return { message: "selectorHost", data: { other }, other };
  return isSelector(value) ? undefined : { message: "selector" };
}

/** What can stand before `._domainkey`. */
export function isSelector(value: string): boolean {
  return (
    /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/i.test(value) &&
    !/_domainkey/i.test(value)
  );
}
