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
  const { reader, text } = place;
  const target = reader.follow(node);
  if (!target || target.kind === "sequence") return undefined;
  if (target.kind === "mapping") return fromMapping(target, node, place);
  const address = readAddress(text, target);
  return address && fromAddress(address, node, place);
}

/** The server that an account has because of its provider alone. */
export function impliedServer(place: ServerPlace, span: Value["span"]): Server | undefined {
  const choices = defaults(place, undefined, undefined, undefined);
  return choices.host && serverOf(place, { ...NOTHING, form: "implied", span, place: undefined, choices });
}

/** What differs between the forms. */
interface Body extends Pick<Server, "form" | "span" | "mapping" | "place" | "address" | "auth" | "tls" | "ehloName"> {
  readonly choices: Pick<Server, "host" | "port" | "security">;
  readonly timeouts: readonly Named[];
  readonly keepAlive: Value | undefined;
  readonly pool: Pool | undefined;
}

const NOTHING = {
  mapping: undefined,
  address: undefined,
  auth: undefined,
  tls: undefined,
  ehloName: undefined,
  timeouts: [],
  keepAlive: undefined,
  pool: undefined,
} as const;

/** One literal for all: many rules look at thousands of servers, which is quick for objects of one shape only. */
function serverOf({ protocol, account, isFailover, at }: ServerPlace, body: Body): Server {
  return {
    protocol,
    account,
    form: body.form,
    isFailover,
    span: body.span,
    keySpan: body.form === "implied" ? undefined : at?.key.span,
    mapping: body.mapping,
    place: body.place,
    address: body.address,
    host: body.choices.host,
    port: body.choices.port,
    security: body.choices.security,
    auth: body.auth,
    tls: body.tls,
    ehloName: body.ehloName,
    timeouts: body.timeouts,
    keepAlive: body.keepAlive,
    pool: body.pool,
  };
}

const TIMEOUTS = ["connection", "greeting", "socket"] as const;

function fromMapping(mapping: MappingNode, node: YamlNode, place: ServerPlace): Server {
  const { reader, at } = place;
  const value = (key: string) => reader.value(mapping, key);
  const [host, port, security] = [value("host"), value("port"), value("security")];
  const number = port && integerOf(port.value);
  const timeouts = reader.mapping(reader.get(mapping, "timeouts")?.value);
  return serverOf(place, {
    form: "mapping",
    span: node.span,
    place: at && { parent: at.parent, pair: at.pair },
    mapping,
    address: undefined,
    choices: defaults(
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
    timeouts: TIMEOUTS.flatMap((name): readonly Named[] => {
      const it = reader.value(timeouts, name);
      return it ? [{ ...it, name }] : [];
    }),
    keepAlive: value("keepAlive"),
    pool: readPool(reader, reader.mapping(reader.get(mapping, "pool")?.value)),
  });
}

function fromAddress(address: ServerAddress, node: YamlNode, place: ServerPlace): Server {
  const { at, protocol } = place;
  const scheme = schemeOf(address.scheme.value);
  const said = <T>(value: T, part: Part): Choice<T> => ({ value, span: part.span, written: undefined });
  const port = address.port && integerOf(address.port.value);
  const fallback = { value: scheme?.port ?? defaultPort(protocol, "tls"), span: undefined, written: undefined };
  return serverOf(place, {
    ...NOTHING,
    form: "address",
    span: node.span,
    place: at && { parent: at.parent, pair: at.pair },
    address,
    choices: {
      host: address.host.value === "" ? undefined : said(cleanHost(address.host.value), address.host),
      port: address.port && port !== undefined ? said(port, address.port) : fallback,
      security: said(scheme?.security ?? "tls", address.scheme),
    },
  });
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

/** The name behind `${env:…}` keeps its case. */
function cleanHost(written: string): string {
  if (written.includes("${")) return written.trim();
  return written.trim().toLowerCase().replace(/\.$/, "");
}

function isSecurity(value: string): value is Security {
  return value === "tls" || value === "starttls" || value === "none";
}
