import { parse } from "tldts";
import { toAsciiName } from "../text/punycode.ts";

/**
 * Whether the public suffix list names exactly this as a place where domains are registered: `com`, `co.uk`, `公司.cn`,
 * not `example.com` and not `example`. Private suffixes (`github.io`) do not count: in DNS they are ordinary domains.
 *
 * @param name in any letter case, with or without its final dot
 */
export function isPublicSuffix(name: string): boolean {
  const host = hostOf(name);
  const { isIcann, publicSuffix } = parse(host, OPTIONS);
  return isIcann === true && publicSuffix === host;
}

/** @param label the last one of a name: `com`, `xn--p1ai` */
export function isTopLevelDomain(label: string): boolean {
  return parse(`domain.${hostOf(label)}`, OPTIONS).isIcann === true;
}

/**
 * The domain that somebody registered: `example.co.uk` for `mail.example.co.uk.`; lower case, A-labels, without a final dot. A last
 * label that the list does not know counts as a suffix (`example.test` for `mail.example.test`).
 *
 * @returns `undefined` for a suffix itself, a single label, or an address
 */
export function registrableDomainOf(name: string): string | undefined {
  return parse(hostOf(name), OPTIONS).domain ?? undefined;
}

const OPTIONS = { extractHostname: false, validateHostname: false, allowPrivateDomains: false } as const;

function hostOf(name: string): string {
  const host = name.toLowerCase().replace(/\.$/, "");
  return toAsciiName(host) ?? host;
}
