import { Resolver } from "node:dns/promises";
import type { LiveAnswer, LiveDns, LiveType } from "../../../server/src/core/features/live/liveDns.ts";
import { addressValue } from "../../../server/src/core/features/live/publishedZone.ts";

export interface LiveDnsOptions {
  /** Name servers as `address` or `address:port`; without them those of this machine. */
  readonly servers?: readonly string[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** Fetches a policy; tests serve it from loopback. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Questions that wait at a time. */
const MOST_AT_ONCE = 8;
/** RFC 8461 §3.2: a policy is at most 64 kilobytes. */
const LARGEST_POLICY = 64 * 1024;
/** The answers of a name that does not exist, or has nothing of this type. */
const NOTHING: ReadonlySet<string> = new Set(["ENODATA", "ENOTFOUND"]);

/** The DNS by `node:dns`, each question asked once a run, at most eight at a time; cancelled with the signal. */
export function createLiveDns({
  servers = [],
  timeoutMs = 4000,
  signal,
  fetch = globalThis.fetch,
}: LiveDnsOptions = {}): LiveDns {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  signal?.addEventListener("abort", () => resolver.cancel(), { once: true });
  const answers = new Map<string, Promise<LiveAnswer>>();
  const atOnce = limit(MOST_AT_ONCE);
  return {
    ask: (name, type) => {
      const key = `${name.toLowerCase().replace(/\.$/, "")} ${type}`;
      const known = answers.get(key) ?? atOnce(() => ask(resolver, key.slice(0, key.lastIndexOf(" ")), type, signal));
      answers.set(key, known);
      return known;
    },
    fetchStsPolicy: (domain) => atOnce(() => fetchPolicy(domain, fetch, timeoutMs, signal)),
  };
}

async function ask(
  resolver: Resolver,
  name: string,
  type: LiveType,
  signal: AbortSignal | undefined,
): Promise<LiveAnswer> {
  if (signal?.aborted) return { kind: "error", reason: "ECANCELLED" };
  try {
    const values = await QUESTIONS[type](resolver, name === "" ? "." : name);
    if (values === undefined) return { kind: "error", reason: `Node.js ${process.versions.node}` };
    return values.length === 0 ? { kind: "none" } : { kind: "found", values };
  } catch (error) {
    const code = codeOf(error);
    return NOTHING.has(code) ? { kind: "none" } : { kind: "error", reason: code };
  }
}

type Question = (resolver: Resolver, name: string) => Promise<readonly string[] | undefined>;

const QUESTIONS: Readonly<Record<LiveType, Question>> = {
  A: (resolver, name) => resolver.resolve4(name),
  AAAA: async (resolver, name) => (await resolver.resolve6(name)).map((it) => addressValue(it) ?? it),
  CAA: async (resolver, name) => (await resolver.resolveCaa(name)).map(caaValue),
  CNAME: async (resolver, name) => (await resolver.resolveCname(name)).map(absolute),
  MX: async (resolver, name) =>
    (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${absolute(exchange)}`),
  NS: async (resolver, name) => (await resolver.resolveNs(name)).map(absolute),
  PTR: async (resolver, name) => (await resolver.resolvePtr(name)).map(absolute),
  SRV: async (resolver, name) =>
    (await resolver.resolveSrv(name)).map((it) => `${it.priority} ${it.weight} ${it.port} ${absolute(it.name)}`),
  TLSA: (resolver, name) => resolveTlsa(resolver, name),
  TXT: async (resolver, name) => (await resolver.resolveTxt(name)).map((strings) => strings.join("")),
};

/** The root, a null MX's host, comes as an empty name. */
function absolute(name: string): string {
  return `${name.toLowerCase().replace(/\.$/, "")}.`;
}

function caaValue({ critical, ...tags }: { readonly critical: number }): string {
  const [[tag, value] = ["", ""]] = Object.entries(tags);
  return `${critical} ${tag.toLowerCase()} ${String(value)}`;
}

interface TlsaRecord {
  readonly certUsage: number;
  readonly selector: number;
  readonly match: number;
  readonly data: ArrayBuffer;
}

type Resolve = (name: string) => Promise<readonly TlsaRecord[]>;

/** Since Node 22.15; before, nobody can ask for it here. */
async function resolveTlsa(resolver: Resolver, name: string): Promise<readonly string[] | undefined> {
  // The types are of the oldest Node that is supported.
  const { resolveTlsa: resolve } = resolver as Resolver & { resolveTlsa?: Resolve };
  if (typeof resolve !== "function") return undefined;
  const records = await resolve.call(resolver, name);
  return records.map((it) => `${it.certUsage} ${it.selector} ${it.match} ${Buffer.from(it.data).toString("hex")}`);
}

async function fetchPolicy(
  domain: string,
  fetch: typeof globalThis.fetch,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<LiveAnswer> {
  const limits = [AbortSignal.timeout(timeoutMs * 2), ...(signal === undefined ? [] : [signal])];
  try {
    const address = `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
    const response = await fetch(address, { redirect: "error", signal: AbortSignal.any(limits) });
    if (response.status !== 200) return { kind: "error", reason: `HTTP ${response.status}` };
    return { kind: "found", values: [await readLimited(response)] };
  } catch (error) {
    return { kind: "error", reason: codeOf(error) };
  }
}

async function readLimited({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length >= LARGEST_POLICY) break;
  }
  return new TextDecoder().decode(Buffer.concat(pieces).subarray(0, LARGEST_POLICY));
}

/** The code of an error, or of what caused it: `fetch` wraps the errors of the connection. */
function codeOf(error: unknown): string {
  const { code, cause, name }: { code?: unknown; cause?: unknown; name?: unknown } = Object(error);
  if (typeof code === "string") return code;
  if (cause !== undefined) return codeOf(cause);
  return typeof name === "string" ? name : String(error);
}

/** Runs at most so many tasks at a time, in the order in which they came. */
function limit(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await task();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
