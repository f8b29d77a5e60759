import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import type { DnsServer } from "./servers/dns.ts";

/** What a verifier that is not ours says of each signature, with the keys that a name server publishes: `pass example.com s1`. */
export async function verifyDkim(source: Uint8Array, dns: DnsServer): Promise<readonly string[]> {
  const resolver = dns.resolver();
  const { results } = await dkimVerify(Buffer.from(source), { resolver: (name: string) => resolver.resolveTxt(name) });
  return results.map(({ signingDomain, selector, status }) => [status.result, signingDomain, selector].join(" "));
}
