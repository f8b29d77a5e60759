import { isSpf, parseSpf, type SpfRecord } from "../syntax/spf.ts";
import type { Network } from "../syntax/spfAddress.ts";
import type { ClientAddress } from "./spfClient.ts";

/** `none`: the name does not exist or has no such record; `error`: nobody answers. */
export type DnsAnswer<T> =
  | { readonly kind: "found"; readonly values: readonly T[] }
  | { readonly kind: "none" | "error" };

/** DNS as SPF needs it. Names come as written, with or without a final dot; aliases are followed. */
export interface SpfResolver {
  /** Each record's strings joined. */
  txt(name: string): Promise<DnsAnswer<string>>;
  a(name: string): Promise<DnsAnswer<string>>;
  aaaa(name: string): Promise<DnsAnswer<string>>;
  /** Host names, the best preference first; empty for a null MX. */
  mx(name: string): Promise<DnsAnswer<string>>;
  ptr(name: string): Promise<DnsAnswer<string>>;
}

export function spfRecordsIn(answer: DnsAnswer<string>): SpfRecord[] {
  return answer.kind === "found" ? answer.values.filter(isSpf).map((value) => parseSpf(value).root) : [];
}

/** The block that holds one host alone. */
export function hostNetwork({ family, address }: ClientAddress): Network {
  return { family, address, prefix: family === 4 ? 32 : 128 };
}
