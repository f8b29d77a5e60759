import { portFact } from "../../facts/ports.ts";
import { schemeOf } from "../../facts/protocols.ts";
import type { ConfigFile, Security, Server, Value } from "../../model/config.ts";
import { addKey, rewrite } from "../../model/configEdits.ts";
import { distinct, serversIn } from "../../model/configQueries.ts";
import { integerOf } from "../../model/configValues.ts";
import { defineRule, type FixEdit, type Report } from "../../rule.ts";

type Message = "split" | "blank" | "underscore" | "character";

/** A host that holds more than a name: a protocol, a port, blanks, characters that no host has (RFC 1123 §2.1). */
export default defineRule({
  code: "config/host-form",
  target: "config",
  severity: "error",
  fixable: "safe",
  summary: "A host that is more than a name: a protocol, a port, a blank or an underscore in it.",
  docs: {
    why: "The host is looked up in DNS as it stands, and no name has a colon or a slash. Guides like to write \
`SMTP:smtp.example.com:465 (SSL)`; here each part has a key of its own.",
    bad: "version: 1\naccounts: { ops: { smtp: { host: 'smtp.example.com:465' } } }",
    good: "version: 1\naccounts: { ops: { smtp: { host: smtp.example.com, port: 465 } } }",
  },
  references: ["RFC 1123 §2.1", "RFC 3986 §3.2.2"],
  messages: {
    split: "`{text}` is more than a host name, so DNS finds nothing. Write `{host}`.",
    blank: "A blank stands in this host, so DNS finds nothing. Take it out.",
    underscore: "`{text}` has an underscore, which no host name may have. Ask the provider for the right name.",
    character: "`{text}` holds a character that no host name has, so DNS finds nothing. Correct it.",
  },
  titles: { split: "Write host `{host}` and the rest apart", trim: "Take the blanks out" },
  *check(file) {
    yield* distinct(reports(file));
  },
});

function* reports(file: ConfigFile): Generator<Report<Message, "split" | "trim">> {
  for (const server of serversIn(file)) {
    const value = server.host?.written;
    if (!value || value.value.includes("${")) continue;
    const text = value.value;
    const parts = takeApart(text);
    if (parts) {
      const edits = split(file, server, value, parts);
      const isSafe = parts.port === undefined || server.port.written === undefined || server.port.value === parts.port;
      const kind = isSafe ? ("safe" as const) : ("suggestion" as const);
      const data = { text, host: parts.host };
      yield { message: "split", data, span: value.span, fix: { kind, title: "split", data, edits } };
    } else if (/\s/.test(text)) {
      const edits = rewrite(file, value, text.replace(/\s+/g, ""));
      yield { message: "blank", span: value.span, fix: { kind: "safe", title: "trim", edits } };
    } else if (text.includes("_")) yield { message: "underscore", data: { text }, span: value.span };
    else if (!isHost(text)) yield { message: "character", data: { text }, span: value.span };
  }
}

interface Parts {
  readonly host: string;
  readonly port: number | undefined;
  readonly security: Security | undefined;
}

/** `SMTPS://user@host:465/`, `smtp:host:465 (SSL)`, `host:465`; `undefined` for what is no more than a host. */
function takeApart(text: string): Parts | undefined {
  const scheme = /^([a-z][a-z0-9]*):(?=\/\/|[a-z])/i.exec(text)?.[1];
  const known = scheme === undefined ? undefined : schemeOf(scheme);
  if (scheme !== undefined && !known && !/^(?:https?|ssl|tls)$/i.test(scheme)) return undefined;
  const note = /\s*\(([^()]{0,40})\)\s*$/.exec(text);
  const body = text.slice(scheme === undefined ? 0 : scheme.length + 1, note?.index).replace(/^\/\//, "");
  const authority = body
    .slice(body.lastIndexOf("@") + 1)
    .replace(/[/?#].*$/s, "")
    .trim();
  const colon = authority.lastIndexOf(":");
  const isIpv6 = authority.indexOf(":") !== colon;
  const port = isIpv6 || colon < 0 ? undefined : integerOf(authority.slice(colon + 1));
  const host = port === undefined ? authority : authority.slice(0, colon);
  if (host === text || host === text.trim() || !isHost(host)) return undefined;
  const isImplicit = /ssl|tls/i.test(note?.[1] ?? "") && !/starttls/i.test(note?.[1] ?? "");
  const isPlainScheme = /:\/\//.test(text) ? known?.security : known?.security === "tls" ? "tls" : undefined;
  return { host, port, security: isImplicit || /^(?:ssl|tls)$/i.test(scheme ?? "") ? "tls" : isPlainScheme };
}

function split(file: ConfigFile, server: Server, value: Value, { host, port, security }: Parts): FixEdit[] {
  const { mapping } = server;
  const edits = rewrite(file, value, host);
  const decides = port === 465 || port === 993 || port === 995 ? "tls" : security;
  if (!mapping) return edits;
  if (port !== undefined && !server.port.written) edits.push(...addKey(file, mapping, "port", String(port), value));
  const known = port ?? (server.port.written && server.port.value);
  const usual = known === undefined ? "tls" : (portFact(known)?.security ?? "starttls");
  if (decides !== undefined && decides !== usual && !server.security.written)
    edits.push(...addKey(file, mapping, "security", decides, value));
  return edits;
}

function isHost(text: string): boolean {
  if (/^[\da-f:]+(?::[\d.]+)?$/i.test(text) && text.includes("::")) return true;
  return (
    /^\[?[\p{L}\p{M}\p{N}.:-]+\]?$/u.test(text) &&
    !/^[:.-]|[:-]$|\.\./.test(text) &&
    (!text.includes(":") || /^\[?[\da-f:.]+\]?$/i.test(text))
  );
}
