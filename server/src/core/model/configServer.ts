import type { Protocol } from "../facts/configTypes.ts";
import { defaultPort, portFact } from "../facts/ports.ts";
import { schemeOf } from "../facts/protocols.ts";
import { type Provider, providerServer } from "../facts/providers.ts";
import type { MappingNode, YamlNode } from "../syntax/yaml/nodes.ts";
import type {
  Account,
  Auth,
  Choice,
  Named,
  Part,
  Pool,
  Security,
  Server,
  ServerAddress,
  Tls,
  Value,
} from "./config.ts";
import { readAddress } from "./configAddress.ts";
import { integerOf, type Located, type Reader } from "./configValues.ts";

/** What the reader of one server needs of its surroundings. */
export interface ServerPlace {
  readonly text: string;
  readonly reader: Reader;
  readonly account: Account;
  readonly protocol: Protocol;
  readonly isFailover: boolean;
  readonly at: Located | undefined;
}

/** A server in either form; `undefined` where neither a mapping nor an address stands. */
export function readServer(node: YamlNode, place: ServerPlace): Server | undefined {
  const { reader, text, at } = place;
  const target = reader.follow(node);
  if (!target || target.kind === "sequence") return undefined;
  const common = { span: node.span, keySpan: at?.key.span, place: at && { parent: at.parent, pair: at.pair } };
  if (target.kind === "mapping") return { ...fromMapping(target, place), ...common };
  const address = readAddress(text, target);
  return address && { ...fromAddress(address, place), ...common };
}

/** The server that an account has because of its provider alone. */
export function impliedServer(place: ServerPlace, span: Value["span"]): Server | undefined {
  const { host, port, security } = defaults(place, undefined, undefined, undefined);
  if (!host) return undefined;
  const none = { keySpan: undefined, mapping: undefined, place: undefined, address: undefined };
  return { ...nothing(place), ...none, form: "implied", span, host, port, security };
}

type Body = Omit<Server, "span" | "keySpan" | "place">;

function nothing({ protocol, account, isFailover }: ServerPlace) {
  const none = { auth: undefined, tls: undefined, ehloName: undefined, keepAlive: undefined, pool: undefined };
  return { protocol, account, isFailover, timeouts: [], ...none };
}

function fromMapping(mapping: MappingNode, place: ServerPlace): Body {
  const { reader } = place;
  const value = (key: string) => reader.value(mapping, key);
  const [host, port, security] = [value("host"), value("port"), value("security")];
  const number = port && integerOf(port.value);
  const timeouts = reader.mapping(reader.get(mapping, "timeouts")?.value);
  return {
    ...nothing(place),
    form: "mapping",
    mapping,
    address: undefined,
    ...defaults(
      place,
      host && { value: cleanHost(host.value), span: host.span, written: host },
      number === undefined ? undefined : { value: number, span: port?.span, written: port },
      security && isSecurity(security.value)
        ? { value: security.value, span: security.span, written: security }
        : undefined,
    ),
    auth: readAuth(reader, reader.get(mapping, "auth")),
    tls: readTls(reader, reader.mapping(reader.get(mapping, "tls")?.value)),
    ehloName: value("ehloName"),
    timeouts: ["connection", "greeting", "socket"].flatMap((name): Named[] => {
      const it = reader.value(timeouts, name);
      return it ? [{ ...it, name }] : [];
    }),
    keepAlive: value("keepAlive"),
    pool: readPool(reader, reader.mapping(reader.get(mapping, "pool")?.value)),
  };
}

function fromAddress(address: ServerAddress, place: ServerPlace): Body {
  const scheme = schemeOf(address.scheme.value);
  const said = <T>(value: T, part: Part): Choice<T> => ({ value, span: part.span, written: undefined });
  const port = address.port && integerOf(address.port.value);
  const fallback = { value: scheme?.port ?? defaultPort(place.protocol, "tls"), span: undefined, written: undefined };
  return {
    ...nothing(place),
    form: "address",
    mapping: undefined,
    address,
    host: address.host.value === "" ? undefined : said(cleanHost(address.host.value), address.host),
    port: address.port && port !== undefined ? said(port, address.port) : fallback,
    security: said(scheme?.security ?? "tls", address.scheme),
  };
}

/** Fills what is not written: from the provider, then from the port or the encryption, then implicit TLS. */
function defaults(
  { account: { provider }, protocol, isFailover }: ServerPlace,
  host: Choice<string> | undefined,
  port: Choice<number> | undefined,
  security: Choice<Security> | undefined,
): Pick<Server, "host" | "port" | "security"> {
  const known: Provider | undefined = isFailover ? undefined : provider;
  const server = known && providerServer(known, protocol);
  const unwritten = <T>(value: T): Choice<T> => ({ value, span: undefined, written: undefined });
  const usual = server?.ports.find(
    (it) => (!port || it.port === port.value) && (!security || it.security === security.value),
  );
  const byPort = port && (portFact(port.value)?.security ?? "starttls");
  const decided: Choice<Security> = security ?? unwritten(usual?.security ?? byPort ?? "tls");
  return {
    host: host ?? (server && unwritten(server.host)),
    port: port ?? unwritten(usual?.port ?? defaultPort(protocol, decided.value)),
    security: decided,
  };
}

function readAuth(reader: Reader, at: Located | undefined): Auth | undefined {
  const node = reader.follow(at?.value);
  if (!at || node?.kind !== "mapping") return undefined;
  const value = (key: string) => reader.value(node, key);
  return {
    span: at.value.span,
    keySpan: at.key.span,
    mapping: node,
    method: value("method"),
    username: value("username"),
    password: value("password"),
    accessToken: value("accessToken"),
    clientId: value("clientId"),
    clientSecret: value("clientSecret"),
    refreshToken: value("refreshToken"),
    accessUrl: value("accessUrl"),
  };
}

function readTls(reader: Reader, mapping: MappingNode | undefined): Tls | undefined {
  if (!mapping) return undefined;
  const value = (key: string) => reader.value(mapping, key);
  return {
    minVersion: value("minVersion"),
    servername: value("servername"),
    rejectUnauthorized: value("rejectUnauthorized"),
    caFile: value("caFile"),
  };
}

function readPool(reader: Reader, mapping: MappingNode | undefined): Pool | undefined {
  if (!mapping) return undefined;
  const value = (key: string) => reader.value(mapping, key);
  return {
    maxConnections: value("maxConnections"),
    maxMessages: value("maxMessages"),
    ratePerSecond: value("ratePerSecond"),
  };
}

function cleanHost(written: string): string {
  return written.trim().toLowerCase().replace(/\.$/, "");
}

function isSecurity(value: string): value is Security {
  return value === "tls" || value === "starttls" || value === "none";
}
