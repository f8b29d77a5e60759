import { parseDuration } from "../../facts/units.ts";
import type {
  AccountInfo,
  AuthInfo,
  AuthMethod,
  DkimKeyInfo,
  PoolInfo,
  ServerInfo,
  TestInfo,
  TlsInfo,
  Written,
} from "../../model/account.ts";
import type { Account, Auth, ConfigDocument, ConfigFile, Pool, Server, Tls, Value } from "../../model/config.ts";
import { booleanOf, integerOf } from "../../model/configValues.ts";
import { decodePercent } from "../../text/percent.ts";
import type { LineIndex, Span } from "../../text/span.ts";

type Mutable<T> = { -readonly [key in keyof T]?: T[key] };

/** The accounts of a config as plain data for those who connect, in the order of the file. */
export function accountsOf(file: ConfigFile, lines: LineIndex): readonly AccountInfo[] {
  return file.documents.flatMap((document) => {
    const shared = { test: testOf(document, lines), dkim: dkimOf(document, lines) };
    return document.accounts.map((account) => accountOf(account, shared, lines));
  });
}

function accountOf(account: Account, shared: Pick<AccountInfo, "test" | "dkim">, lines: LineIndex): AccountInfo {
  const { name, nameSpan, span, from } = account;
  const main = (protocol: Server["protocol"]) =>
    account.servers.find((it) => it.protocol === protocol && !it.isFailover);
  const servers = compact({ smtp: main("smtp"), imap: main("imap"), pop3: main("pop3") });
  return {
    name,
    nameRange: lines.rangeOf(nameSpan),
    range: lines.rangeOf(span),
    ...compact({ from: from && written(from, lines) }),
    ...Object.fromEntries(Object.entries(servers).map(([key, server]) => [key, serverOf(server, lines)])),
    failover: account.servers
      .filter((it) => it.protocol === "smtp" && it.isFailover)
      .map((server) => serverOf(server, lines)),
    ...shared,
  };
}

function serverOf(server: Server, lines: LineIndex): ServerInfo {
  const { protocol, span, keySpan, host, port, security, auth, address, tls, ehloName, timeouts, pool } = server;
  // What is not written is decided where it could be: at the server's key, or its provider.
  const near = keySpan ?? span;
  const said = <T>({ value, span: at }: { readonly value: T; readonly span: Span | undefined }): Written<T> => ({
    value,
    range: lines.rangeOf(at ?? near),
  });
  const login = auth ? authOf(auth, lines) : address && authOfAddress(address, lines);
  return {
    protocol,
    range: lines.rangeOf({ start: near.start, end: Math.max(near.end, span.end) }),
    ...compact({ host: host && said(host) }),
    port: said(port),
    security: said(security),
    ...compact({ auth: login, ehloName: ehloName && written(ehloName, lines), pool: pool && poolOf(pool, lines) }),
    tls: tls ? tlsOf(tls, lines) : {},
    timeouts: Object.fromEntries(
      timeouts.flatMap((it) => {
        const value = parseDuration(it.value);
        return value === undefined || value <= 0 ? [] : [[it.name, { value, range: lines.rangeOf(it.span) }]];
      }),
    ),
  };
}

function poolOf({ maxConnections, maxMessages, ratePerSecond }: Pool, lines: LineIndex): PoolInfo {
  const count = (it: Value | undefined) => {
    const value = it && integerOf(it.value);
    return it === undefined || value === undefined ? undefined : { value, range: lines.rangeOf(it.span) };
  };
  return compact({
    maxConnections: count(maxConnections),
    maxMessages: count(maxMessages),
    ratePerSecond: count(ratePerSecond),
  });
}

const METHODS: readonly AuthMethod[] = ["plain", "login", "cram-md5", "xoauth2", "none"];

function authOf(auth: Auth, lines: LineIndex): AuthInfo {
  const { username, password, accessToken, clientId, clientSecret, refreshToken, accessUrl } = auth;
  const values = { username, password, accessToken, clientId, clientSecret, refreshToken, accessUrl };
  const usual = password === undefined && (accessToken ?? refreshToken) !== undefined ? "xoauth2" : "plain";
  const near = auth.keySpan ?? auth.span;
  return {
    range: lines.rangeOf(near),
    method: {
      value: METHODS.find((it) => it === auth.method?.value.toLowerCase()) ?? usual,
      range: lines.rangeOf(auth.method?.span ?? near),
    },
    ...Object.fromEntries(Object.entries(compact(values)).map(([key, value]) => [key, written(value, lines)])),
  };
}

/** `user:password@` of an address; both may be percent-encoded (RFC 3986 §3.2.1). */
function authOfAddress({ user, password }: NonNullable<Server["address"]>, lines: LineIndex): AuthInfo | undefined {
  if (user === undefined || password === undefined) return undefined;
  const range = lines.rangeOf(user.span);
  return {
    range,
    method: { value: "plain", range },
    username: { value: decodePercent(user.value), range },
    password: { value: decodePercent(password.value), range: lines.rangeOf(password.span) },
  };
}

function tlsOf({ minVersion, servername, rejectUnauthorized, caFile }: Tls, lines: LineIndex): TlsInfo {
  const verify = rejectUnauthorized && booleanOf(rejectUnauthorized.node);
  const values = compact({ minVersion, servername, caFile });
  return {
    ...Object.fromEntries(Object.entries(values).map(([key, value]) => [key, written(value, lines)])),
    ...(rejectUnauthorized && verify !== undefined
      ? { rejectUnauthorized: { value: verify, range: lines.rangeOf(rejectUnauthorized.span) } }
      : {}),
  };
}

/** The key `test` of a document; a list of `dsn` is one value at the place of its first word. */
function testOf({ settings }: ConfigDocument, lines: LineIndex): TestInfo {
  const test: Mutable<TestInfo> = {};
  const attachments: Written<string>[] = [];
  const dsn: Written<string>[] = [];
  for (const { path, node } of settings) {
    if (path[0] !== "test" || node.kind !== "scalar" || node.value === "") continue;
    const range = lines.rangeOf(node.span);
    const [, key] = path;
    if (key === "to" || key === "subject" || key === "text" || key === "html") test[key] = { value: node.value, range };
    if (key === "attachments") attachments.push({ value: node.value, range });
    if (key === "dsn") dsn.push({ value: node.value.toLowerCase(), range });
    const isAsked = key === "readReceipt" ? booleanOf(node) : undefined;
    if (isAsked !== undefined) test.readReceipt = { value: isAsked, range };
  }
  const [first] = dsn;
  const words = first && { value: dsn.map(({ value }) => value), range: first.range };
  return { ...test, attachments, ...compact({ dsn: words }) };
}

function dkimOf({ dkim }: ConfigDocument, lines: LineIndex): readonly DkimKeyInfo[] {
  return dkim.flatMap(({ domain, selector, privateKeyFile }) =>
    domain && selector && privateKeyFile
      ? [
          {
            domain: written(domain, lines),
            selector: written(selector, lines),
            privateKeyFile: written(privateKeyFile, lines),
          },
        ]
      : [],
  );
}

function written({ value, span }: Value, lines: LineIndex): Written<string> {
  return { value, range: lines.rangeOf(span) };
}

/** Without the members that are `undefined`: absent is absent, in JSON too. */
function compact<T extends Readonly<Record<string, unknown>>>(
  values: T,
): { [key in keyof T]?: Exclude<T[key], undefined> } {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as { [key in keyof T]?: Exclude<T[key], undefined> }; // The same keys, fewer.
}
