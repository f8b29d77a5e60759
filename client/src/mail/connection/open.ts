import type { LookupAddress } from "node:dns";
import net from "node:net";
import { DialogueError, timeUp } from "../dialogue/dialogueError.ts";

/** Finds the addresses of a host; `dns.lookup` with `all` fits. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

/** The addresses of a host, in the order in which they are tried; an address is its own. */
export async function resolveHost(
  host: string,
  lookup: Lookup,
  limitMs: number,
  signal: AbortSignal,
): Promise<readonly LookupAddress[]> {
  const literal = host.replace(/^\[(.*)\]$/, "$1");
  const family = net.isIP(literal);
  if (family !== 0) return [{ address: literal, family }];
  return within(lookup(host), timeUp("DNS EAI_AGAIN: no answer in time", "DNS_TIMEOUT"), limitMs, signal);
}

/** Connects to the first address that answers. */
export async function connectTo(
  addresses: readonly LookupAddress[],
  port: number,
  limitMs: number,
  signal: AbortSignal,
): Promise<net.Socket> {
  const [first] = addresses;
  if (first === undefined) throw new DialogueError("ENODATA", { code: "EDNS" });
  const socket =
    addresses.length === 1
      ? net.connect({ host: first.address, port })
      : net.connect({
          host: "host.invalid",
          port,
          autoSelectFamily: true,
          lookup: (_host, _options, done) => setImmediate(() => done(null, [...addresses])),
        });
  const connected = new Promise<net.Socket>((resolve, reject) => {
    socket.once("connect", () => resolve(socket));
    socket.on("error", reject);
  });
  try {
    return await within(connected, timeUp("Connection timeout", "CONNECT_TIMEOUT"), limitMs, signal);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** A promise that is given up after a time, or when the user cancels. */
export async function within<T>(work: Promise<T>, late: Error, limitMs: number, signal: AbortSignal): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let onAbort = () => {};
  const end = new Promise<never>((_, reject) => {
    onAbort = () => reject(new DialogueError("Cancelled", { code: "ABORT_ERR" }));
    timer = setTimeout(() => reject(late), limitMs);
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    work.catch(() => {}); // Given up: how it ends concerns nobody any more.
  }
}

/** Loopback, private and link-local addresses (RFC 1918, RFC 4193, RFC 3927): a public mail server has none of these. */
export function isPrivateAddress(address: string): boolean {
  return PRIVATE.check(address, net.isIPv6(address) ? "ipv6" : "ipv4");
}

const PRIVATE = privateNetworks();

function privateNetworks(): net.BlockList {
  const list = new net.BlockList();
  const networks: readonly (readonly [string, number])[] = [
    ["10.0.0.0", 8],
    ["172.16.0.0", 12],
    ["192.168.0.0", 16],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["100.64.0.0", 10],
    ["::1", 128],
    ["fc00::", 7],
    ["fe80::", 10],
  ];
  for (const [network, length] of networks) list.addSubnet(network, length, net.isIPv6(network) ? "ipv6" : "ipv4");
  return list;
}
