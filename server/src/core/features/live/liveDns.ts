/** The types that are asked for; others of a zone are left alone. */
export const LIVE_TYPES = ["A", "AAAA", "CAA", "CNAME", "MX", "NS", "PTR", "SRV", "TLSA", "TXT"] as const;
export type LiveType = (typeof LIVE_TYPES)[number];

export type LiveAnswer =
  /** Each in the form of {@link PublishedValue}. */
  | { readonly kind: "found"; readonly values: readonly string[] }
  /** The name does not exist, or has no such record. */
  | { readonly kind: "none" }
  /** Nobody knows: no answer in time, a refusal, a type that cannot be asked for here. `reason` is for people. */
  | { readonly kind: "error"; readonly reason: string };

/** The host of an MX in the form of {@link PublishedValue}: `10 mx.example.com.`. */
export function exchangeOf(value: string): string {
  return value.slice(value.indexOf(" ") + 1);
}

/** The DNS as it is published, asked on a command only. Answers are kept for the run; aliases are followed. */
export interface LiveDns {
  /** @param name with or without a final dot */
  ask(name: string, type: LiveType): Promise<LiveAnswer>;
  /** The text of `https://mta-sts.<domain>/.well-known/mta-sts.txt` (RFC 8461 §3.3), redirects not followed. */
  fetchStsPolicy(domain: string): Promise<LiveAnswer>;
}
