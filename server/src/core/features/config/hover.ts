import { AUTH_METHODS } from "../../facts/authMethods.ts";
import type { ConfigKey, ValueType } from "../../facts/configTypes.ts";
import { SECURITY_VALUES } from "../../facts/protocols.ts";
import { providerOf, providerOfHost } from "../../facts/providers.ts";
import { secretText } from "../../facts/secretKinds.ts";
import { parseDuration, parseSize } from "../../facts/units.ts";
import type { Translate } from "../../locale.ts";
import type { ConfigFile, Part, Server, Setting } from "../../model/config.ts";
import { providerOfServer, serversIn } from "../../model/configQueries.ts";
import { integerOf } from "../../model/configValues.ts";
import { mapScalar } from "../../syntax/yaml/mapScalar.ts";
import type { ScalarNode } from "../../syntax/yaml/nodes.ts";
import { type Span, span } from "../../text/span.ts";
import type { Hover } from "../types.ts";
import { describeSeconds } from "../zone/duration.ts";
import { toMarkdown } from "../zone/markdown.ts";
import { portText, providerText, referenceText, schemeText } from "./hoverTexts.ts";

/** What stands at an offset of a config, in the user's language. */
export function hoverConfig(file: ConfigFile, offset: number, t: Translate): Hover | undefined {
  for (const { settings } of file.documents) {
    for (const setting of settings) {
      if (setting.keyNode && touches(setting.keyNode.span, offset)) {
        const markdown = setting.key && keyText(setting.key, t, passwordHint(file, setting, t));
        return markdown === undefined ? undefined : { markdown, span: setting.keyNode.span };
      }
      if (setting.node.kind === "scalar" && touches(setting.node.span, offset)) {
        const found = hoverValue(file, setting, setting.node, offset, t);
        if (found) return found;
      }
    }
  }
  return undefined;
}

/** Behind the key `password` of a provider's server: what kind of password it wants, and where its help says so. */
function passwordHint(file: ConfigFile, { path, parent }: Setting, t: Translate): string | undefined {
  if (path.at(-1) !== "password") return undefined;
  const server = serversIn(file).find(({ auth }) => auth?.mapping !== undefined && auth.mapping === parent);
  const provider = server && providerOfServer(server);
  return provider && `${t("{provider} wants here:", { provider: provider.name })} ${t(secretText(provider.secret))}`;
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end && end > start;
}

/** A key: its paragraph, its values, what counts without it. */
export function keyText(
  { name, type, default: fallback, doc, reference }: ConfigKey,
  t: Translate,
  hint?: string,
): string {
  const values = type.kind === "choice" ? type.values.map((it) => [it.value, t(it.doc)] as const) : [];
  return toMarkdown({
    code: name,
    what: kindText(type, t),
    paragraphs: [t(doc), hint, fallback === undefined ? undefined : t("Without it: `{value}`.", { value: fallback })],
    values,
    references: [reference],
  });
}

function kindText(type: ValueType, t: Translate): string {
  switch (type.kind) {
    case "integer":
      return t("a whole number from {min} to {max}", { min: type.min, max: type.max });
    case "boolean":
      return t("`true` or `false`");
    case "choice":
      return t("one of a few words");
    case "provider":
      return t("the name of a provider");
    case "duration":
      return t("a duration with its unit: `10s`, `5m`, `180d`");
    case "size":
      return t("a size with its unit: `512KB`, `20MB`, `1GB`");
    case "list":
      return t("a list");
    case "mapping":
    case "table":
      return t("keys of its own");
    case "server":
      return t("a server: keys of its own, or an address");
    default:
      return type.format === "secret" ? t("a secret, as a reference") : t("a text");
  }
}

function hoverValue(
  file: ConfigFile,
  setting: Setting,
  node: ScalarNode,
  offset: number,
  t: Translate,
): Hover | undefined {
  const reference = hoverReference(file, node, offset, t);
  if (reference) return reference;
  const { type, key } = setting;
  if (!type) return undefined;
  if (type.kind === "server") return hoverAddress(file, node, offset, t);
  const markdown = valueText(setting, node.value, t) ?? (key && keyText(key, t));
  return markdown === undefined ? undefined : { markdown, span: node.span };
}

function valueText({ path, type }: Setting, value: string, t: Translate): string | undefined {
  const name = path.at(-1);
  if (name === "port") return portText(integerOf(value) ?? 0, t);
  if (name === "security") return choiceText(SECURITY_VALUES, value, t);
  if (name === "method") return choiceText(AUTH_METHODS, value, t);
  if (name === "host") return mapDefined(providerOfHost(value.toLowerCase()), (it) => providerText(it, value, t));
  if (type?.kind === "provider") return mapDefined(providerOf(value), (it) => providerText(it, value, t));
  if (type?.kind === "choice") return choiceText(type.values, value, t);
  if (type?.kind === "duration") return durationText(value, t);
  return type?.kind === "size" ? sizeText(value, t) : undefined;
}

interface Described {
  readonly value: string;
  readonly doc: string;
  readonly reference?: string;
}

function choiceText(values: readonly Described[], value: string, t: Translate): string | undefined {
  const found = values.find((it) => it.value === value);
  return found && toMarkdown({ code: value, what: t(found.doc), references: [found.reference] });
}

function durationText(value: string, t: Translate): string | undefined {
  const milliseconds = parseDuration(value);
  if (milliseconds === undefined) return undefined;
  const what =
    milliseconds < 1000
      ? t("{n} milliseconds", { n: milliseconds })
      : describeSeconds(Math.round(milliseconds / 1000), t);
  return toMarkdown({ code: value, what });
}

function sizeText(value: string, t: Translate): string | undefined {
  const octets = parseSize(value);
  if (octets === undefined) return undefined;
  return toMarkdown({ code: value, what: t("{n} octets", { n: octets.toLocaleString("en-US") }) });
}

/** `${env:NAME}` within a text, wherever it stands. */
function hoverReference(file: ConfigFile, node: ScalarNode, offset: number, t: Translate): Hover | undefined {
  if (!node.value.includes("${")) return undefined;
  const mapped = mapScalar(file.text, node);
  for (const { 0: text, index } of node.value.matchAll(/\$\{(?:env|secret):[^{}\s]+\}/g)) {
    const at = mapped.spanOf({ start: index, end: index + text.length });
    if (touches(at, offset)) return { markdown: referenceText(text, t), span: at };
  }
  return undefined;
}

/** The part of `smtps://user@host:465` that the cursor is on. */
function hoverAddress(file: ConfigFile, node: ScalarNode, offset: number, t: Translate): Hover | undefined {
  const server = serversIn(file).find(
    (it) => it.address && touches(node.span, it.address.scheme.span.start) && it.span.start <= node.span.start,
  );
  const address = server?.address;
  if (!server || !address) return undefined;
  const { scheme, host, port } = address;
  if (touches(scheme.span, offset)) return hoverPart(scheme, schemeText(scheme.value, t));
  if (port && touches(port.span, offset)) return hoverPart(port, portText(integerOf(port.value) ?? 0, t));
  if (touches(host.span, offset)) return hoverPart(host, hostText(server, t));
  return undefined;
}

function hostText({ host }: Server, t: Translate): string | undefined {
  const provider = host && providerOfHost(host.value);
  return provider && providerText(provider, host.value, t);
}

function hoverPart({ span: { start, end } }: Part, markdown: string | undefined): Hover | undefined {
  return markdown === undefined ? undefined : { markdown, span: span(start, end) };
}

function mapDefined<T, U>(value: T | undefined, to: (value: T) => U): U | undefined {
  return value === undefined ? undefined : to(value);
}
