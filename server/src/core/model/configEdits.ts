import { SCHEMES } from "../facts/protocols.ts";
import type { FixEdit } from "../rule.ts";
import { insertKey, setScalar, writeScalar } from "../syntax/yaml/edits.ts";
import type { MappingNode } from "../syntax/yaml/nodes.ts";
import { edit, type Span } from "../text/span.ts";
import type { ConfigFile, Security, Server, Value } from "./config.ts";

/** Writes another text in the place of a value, in the style of quotes that it has. */
export function rewrite({ text }: ConfigFile, { node }: Value, value: string): FixEdit[] {
  return setScalar(text, node, value);
}

/** Writes a key with a scalar behind the pair of a value; at the end of the mapping where it has no such pair. */
export function addKey(
  { text }: ConfigFile,
  mapping: MappingNode,
  key: string,
  value: string,
  behind?: Value,
): FixEdit[] {
  const pair = mapping.pairs.find((it) => it.value === behind?.node);
  return insertKey(text, mapping, key, writeScalar(value), pair);
}

/** Writes `host`, `port` or `security` of a server that has a mapping: over the old value, or as a new key. */
export function writeServerKey(
  file: ConfigFile,
  { mapping }: Server,
  key: "host" | "port" | "security",
  written: Value | undefined,
  value: string,
): FixEdit[] {
  if (written) return rewrite(file, written, value);
  return mapping ? addKey(file, mapping, key, value) : [];
}

/** Another port, in either form of a server; nothing where the server is implied by its provider. */
export function writePort(file: ConfigFile, server: Server, port: number): FixEdit[] {
  const { address } = server;
  if (!address) return writeServerKey(file, server, "port", server.port.written, String(port));
  if (address.port) return replaceAt(address.port.span, String(port));
  const isIpv6 = file.text[address.host.span.end] === "]";
  const end = address.host.span.end + (isIpv6 ? 1 : 0);
  return [edit(end, end, `:${port}`)];
}

/** Another encryption, in either form of a server; an address has no word for `none`. */
export function writeSecurity(file: ConfigFile, server: Server, security: Security): FixEdit[] {
  const { address } = server;
  if (!address) return writeServerKey(file, server, "security", server.security.written, security);
  const scheme = SCHEMES.find((it) => it.protocol === server.protocol && it.security === security);
  return scheme ? replaceAt(address.scheme.span, scheme.scheme) : [];
}

function replaceAt({ start, end }: Span, text: string): FixEdit[] {
  return [edit(start, end, text)];
}
