import type { Account, ConfigDocument, ConfigFile, Server } from "../../model/config.ts";
import { shownName } from "../../model/domainName.ts";
import type { Span } from "../../text/span.ts";
import type { SymbolNode } from "../types.ts";

/** The outline: accounts with their servers, DKIM keys, zone files. */
export function symbolsOfConfig(file: ConfigFile): SymbolNode[] {
  return file.documents.flatMap((document) => topLevel(file, document));
}

function topLevel(file: ConfigFile, document: ConfigDocument): SymbolNode[] {
  const nodes: SymbolNode[] = [];
  for (const { path, keyNode, node } of document.settings) {
    const [name] = path;
    if (path.length !== 1 || !keyNode || typeof name !== "string" || name === "") continue;
    const selectionSpan = keyNode.span;
    const span = { start: selectionSpan.start, end: Math.max(selectionSpan.end, node.span.end) };
    const isBelow = node.span.start >= selectionSpan.start;
    const all =
      name === "accounts"
        ? accounts(document)
        : name === "dkim"
          ? keys(document)
          : name === "zones"
            ? zones(document)
            : [];
    const children = isBelow ? all.filter((it) => isInside(it.span, span)) : [];
    const detail = node.kind === "scalar" && name !== "test" ? node.value : "";
    nodes.push({
      name,
      detail,
      kind: children.length > 0 ? "namespace" : "property",
      span: isBelow ? span : selectionSpan,
      selectionSpan,
      children,
    });
  }
  return nodes.filter(({ span }) => span.end <= file.text.length);
}

function accounts({ accounts: all }: ConfigDocument): SymbolNode[] {
  return all.map((account) => {
    const { name, from, nameSpan, span } = account;
    const children = account.servers.flatMap((server) => serverNode(server, account));
    return {
      name,
      detail: from?.value ?? account.provider?.name ?? "",
      kind: "object",
      span,
      selectionSpan: nameSpan,
      children: children.filter((it) => isInside(it.span, span)),
    };
  });
}

function serverNode(server: Server, { nameSpan }: Account): SymbolNode[] {
  const { protocol, host, port, security, keySpan, span, form, isFailover } = server;
  if (form === "implied") return [];
  const selectionSpan = keySpan ?? span;
  const start = Math.min(selectionSpan.start, span.start);
  const whole = { start, end: Math.max(selectionSpan.end, span.end) };
  // A server behind an alias stands elsewhere; its key is here.
  const at = span.start < nameSpan.start ? selectionSpan : whole;
  const detail = `${host?.value ?? "?"}:${port.value} ${security.value}`;
  const name = isFailover ? "failover" : protocol;
  return [{ name, detail, kind: "interface", span: at, selectionSpan, children: [] }];
}

function keys({ dkim }: ConfigDocument): SymbolNode[] {
  return dkim.map(({ domain, selector, privateKeyFile, span }) => ({
    name: `${selector?.value ?? "?"}._domainkey.${domain?.value ?? "?"}`,
    detail: privateKeyFile?.value ?? "",
    kind: "key",
    span,
    selectionSpan: selector && isInside(selector.span, span) ? selector.span : span,
    children: [],
  }));
}

function zones({ zones: all }: ConfigDocument): SymbolNode[] {
  return all.map(({ nameSpan, domain, file: { value, span } }) => ({
    name: shownName(domain),
    detail: value,
    kind: "file",
    span: { start: nameSpan.start, end: Math.max(nameSpan.end, span.end) },
    selectionSpan: nameSpan,
    children: [],
  }));
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
