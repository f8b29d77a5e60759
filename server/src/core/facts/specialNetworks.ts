import { contains, type Network, parseNetwork } from "../syntax/spfAddress.ts";

export type SpecialKind = "private" | "loopback" | "linkLocal" | "documentation" | "shared";

/** Blocks whose addresses never arrive from the Internet (RFC 6890 §2.2). */
const SPECIAL_NETWORKS: readonly { readonly kind: SpecialKind; readonly network: Network }[] = [
  ...blocks("private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),
  ...blocks("loopback", "127.0.0.0/8", "::1"),
  ...blocks("linkLocal", "169.254.0.0/16", "fe80::/10"),
  ...blocks("documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32", "3fff::/20"),
  ...blocks("shared", "100.64.0.0/10"),
];

/** What is special about all addresses of a network; nothing where it reaches beyond a block. */
export function specialKindOf(network: Network): SpecialKind | undefined {
  return SPECIAL_NETWORKS.find((it) => contains(it.network, network))?.kind;
}

function blocks(kind: SpecialKind, ...networks: string[]) {
  return networks.flatMap((text) => {
    const network = parseNetwork(text);
    return network ? [{ kind, network }] : [];
  });
}
