import { AUTH_METHODS } from "../../facts/authMethods.ts";
import { valuesOf } from "../../facts/configKeys.ts";
import type { Protocol, ValueType } from "../../facts/configTypes.ts";
import { PORTS } from "../../facts/ports.ts";
import { SCHEMES } from "../../facts/protocols.ts";
import { hostsOf, PROVIDERS, type Provider, providerServer } from "../../facts/providers.ts";
import { secretText } from "../../facts/secretKinds.ts";
import { secretNameOf } from "../../facts/secretNames.ts";
import type { Translate } from "../../locale.ts";
import type { ConfigFile } from "../../model/config.ts";
import { accountsIn } from "../../model/configQueries.ts";
import { shownName } from "../../model/domainName.ts";
import type { CursorContext } from "../../syntax/yaml/cursorContext.ts";
import { writeScalar } from "../../syntax/yaml/edits.ts";
import { plain } from "../proposal.ts";
import type { CompletionItem } from "../types.ts";
import { providerLines, writeId } from "./accountSnippets.ts";
import { completeFile } from "./completeFile.ts";
import { selectorsAt } from "./completeSelector.ts";
import { portText, providerText, schemeText } from "./hoverTexts.ts";

/** The values that may stand at a place: words of a list, ports, hosts, providers, protocols, references. */
export function completeValue(
  file: ConfigFile,
  context: CursorContext,
  type: ValueType | undefined,
  t: Translate,
): CompletionItem[] {
  const { path } = context;
  const name = path.at(-1);
  const protocol = protocolOf(path);
  const provider = providerAt(file, context);
  if (!type) return [];
  if (type.kind === "provider") return PROVIDERS.map((it, index) => providerItem(it, index, context, t));
  if (type.kind === "server")
    return schemes(type.protocol, provider, t).map(([label, documentation]) =>
      valueAt(context, label, { documentation }),
    );
  if (name === "port" && protocol) return portItems(context, protocol, provider, t);
  if (name === "host" && protocol) return hostItems(context, protocol, provider, t);
  if (name === "method" && type.kind === "choice" && provider) {
    return wordItems(
      context,
      AUTH_METHODS.filter(({ value }) => provider.methods.includes(value)),
      t,
    );
  }
  if (type.kind === "text" && type.format === "secret")
    return secretItems(context, name === "password" ? provider : undefined, t);
  if (type.kind === "text" && type.format === "path") return namedItems(context, completeFile(file, path));
  if (type.kind === "text" && type.format === "selector") return namedItems(context, selectorsAt(file, context));
  if (type.kind === "integer" && type.min === type.max) return [valueAt(context, String(type.min))];
  // A list says each word once.
  const said = typeof name === "number" ? context.siblings : [];
  return [
    ...ownDomains(file, type).map((it) => valueAt(context, it)),
    ...wordItems(
      context,
      valuesOf(type).filter(({ value }) => !said.includes(value)),
      t,
    ),
  ];
}

function valueAt(
  { replace, before }: CursorContext,
  label: string,
  more: Partial<CompletionItem> = {},
): CompletionItem {
  return { ...plain(label, "value", replace), ...more, insertText: before + (more.insertText ?? label) };
}

/** Words of a list, in its order. */
function wordItems(
  context: CursorContext,
  words: readonly { readonly value: string; readonly doc: string }[],
  t: Translate,
): CompletionItem[] {
  return words.map(({ value, doc }, index) =>
    valueAt(context, value, { documentation: t(doc), sortText: String(index) }),
  );
}

/** Names of files and the like, which may need quotes. */
function namedItems(context: CursorContext, names: readonly string[]): CompletionItem[] {
  return names.map((it, index) => valueAt(context, it, { insertText: writeScalar(it), sortText: inPlace(index, 3) }));
}

function portItems(
  context: CursorContext,
  protocol: Protocol,
  provider: Provider | undefined,
  t: Translate,
): CompletionItem[] {
  return ports(protocol, provider).map((port, index) => {
    const documentation = portText(port, t);
    const more = documentation === undefined ? {} : { documentation };
    return valueAt(context, String(port), { sortText: inPlace(index, 2), ...more });
  });
}

function hostItems(
  context: CursorContext,
  protocol: Protocol,
  provider: Provider | undefined,
  t: Translate,
): CompletionItem[] {
  return hosts(protocol, provider).map(([host, it], index) =>
    valueAt(context, host, {
      detail: it.name,
      documentation: providerText(it, host, t),
      sortText: inPlace(index, 3),
      filterText: `${host} ${it.id}`,
    }),
  );
}

/** @param provider whose password it is, where that is known */
function secretItems(context: CursorContext, provider: Provider | undefined, t: Translate): CompletionItem[] {
  const variable = provider ? secretNameOf(provider) : "SMTP_PASSWORD";
  const common = { isSnippet: true, ...(provider && { documentation: t(secretText(provider.secret)) }) };
  return [
    valueAt(context, "${env:…}", {
      ...common,
      insertText: `"\\\${env:\${1:${variable}}\\}"`,
      detail: t("read from the environment"),
    }),
    valueAt(context, "${secret:…}", {
      ...common,
      insertText: '"\\${secret:${1:smtp-password}\\}"',
      detail: t("read from the editor's secret storage"),
    }),
  ];
}

/** A number that sorts as a text. */
function inPlace(index: number, digits: number): string {
  return String(index).padStart(digits, "0");
}

/** The provider's name; with the rest of the account behind it where nothing of that is written yet. */
function providerItem(
  provider: Provider,
  index: number,
  { replace, before, siblings, isFlow }: CursorContext,
  t: Translate,
): CompletionItem {
  const isFresh = !isFlow && !siblings.includes("smtp");
  const hasFrom = siblings.includes("from");
  const lines = providerLines(provider, 1).filter((line) => !(hasFrom && line.startsWith("from:")));
  const insertText = isFresh ? lines.join("\n").replace(/^provider: /, "") : writeId(provider.id);
  return {
    label: provider.id,
    kind: "value",
    detail: provider.name,
    documentation: providerText(provider, provider.id, t),
    span: replace,
    insertText: before + insertText,
    isSnippet: isFresh,
    sortText: inPlace(index, 2),
    filterText: [provider.id, provider.name, ...provider.aliases].join(" "),
  };
}

function protocolOf(path: CursorContext["path"]): Protocol | undefined {
  const [root, , protocol] = path;
  return root === "accounts" && (protocol === "smtp" || protocol === "imap" || protocol === "pop3")
    ? protocol
    : undefined;
}

/** Of the account that the place is in. */
function providerAt(file: ConfigFile, { path: [root, name], document }: CursorContext): Provider | undefined {
  const accounts = file.documents[document]?.accounts ?? accountsIn(file);
  return root === "accounts" ? accounts.find((it) => it.name === name)?.provider : undefined;
}

function ports(protocol: Protocol, provider: Provider | undefined): number[] {
  const known = provider && providerServer(provider, protocol)?.ports.map(({ port }) => port);
  if (known) return [...known];
  const registered = PORTS.filter((it) => it.protocol === protocol && it.port !== 25);
  return [...registered.filter((it) => it.security === "tls"), ...registered.filter((it) => it.security !== "tls")].map(
    (it) => it.port,
  );
}

function hosts(protocol: Protocol, provider: Provider | undefined): (readonly [string, Provider])[] {
  const all = provider ? [provider] : PROVIDERS;
  const found = all.flatMap((it) => {
    const server = providerServer(it, protocol);
    return server ? hostsOf(server).map((host) => [host, it] as const) : [];
  });
  return [...new Map(found.map((it) => [it[0], it] as const)).values()];
}

function schemes(protocol: Protocol, provider: Provider | undefined, t: Translate): (readonly [string, string])[] {
  const host = provider && providerServer(provider, protocol)?.host;
  const own = SCHEMES.filter((it) => it.protocol === protocol);
  return own.map(({ scheme }) => [`${scheme}://${host ?? ""}`, schemeText(scheme, t) ?? ""] as const);
}

/** Domains and addresses that the file names already. */
function ownDomains(file: ConfigFile, type: ValueType): string[] {
  if (type.kind !== "text" || type.format !== "domain") return [];
  const domains = file.documents.flatMap(({ domain, zones }) => [
    domain?.value ?? "",
    ...zones.map((it) => shownName(it.domain)),
  ]);
  return [...new Set(domains.filter((it) => it !== ""))];
}
