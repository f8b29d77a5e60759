import type { DomainName, PolicyKind } from "../model/zone.ts";

/** What an editor, a web form or an import may leave before the first character: blanks, quotes, marks of byte order. */
const JUNK = /^[\s"'`\\\u00ad\u00bb\u00bf\u00ef\u200b-\u200f\u2018-\u201f\u2060\ufeff]+/;

/** How each policy begins, or is meant to: tried in this order, on the value without leading junk. */
const BEGINNINGS: readonly (readonly [kind: PolicyKind, beginning: RegExp])[] = [
  ["dmarc", /^n?v\s*=\s*["']?dmarc/i],
  ["dkim", /^n?v\s*=\s*["']?dkim/i],
  ["mtaSts", /^n?v\s*=\s*["']?sts/i],
  ["tlsRpt", /^n?v\s*=\s*["']?tls-?rpt/i],
  ["bimi", /^n?v\s*=\s*["']?bimi/i],
  ["spf", /^(?:n?v\s*[=:]\s*["']?spf|spf1(?=[ ;]|$)|spf2\.0\/|spf\s?=\s?1)/i],
  ["spf", /^v=(?:sfp|psf|sf|sp|pf)1?(?=\s(?:.*\s)?(?:[-~?]all$|[-+~?]?(?:include|ip[46]):|redirect=))/i],
  ["dkim", /^n?k\s*=\s*(?:rsa|ed25519)\s*;\s*p\s*=/i],
];

/**
 * What a TXT record is, or is meant to be. Generous, so that the rules of each policy can say what is wrong with its
 * version or its owner: `v=spf2.0`, `spf1 …`, `v=dmarc1`, any text at `_dmarc` or below a `_domainkey`.
 *
 * @param value all strings joined
 */
export function policyKindOf(owner: DomainName, value: string): PolicyKind | undefined {
  if (owner.startsWith("_dmarc.")) return "dmarc";
  if (owner.startsWith("_domainkey.")) return undefined; // a DomainKeys policy (RFC 4870 §3.6), whatever it says
  const text = value.replace(JUNK, "");
  const byValue = BEGINNINGS.find(([, beginning]) => beginning.test(text))?.[0];
  if (byValue === "spf" && isProse(text)) return undefined;
  return byValue ?? kindOfOwner(owner, text);
}

/** A sentence that begins with the word: `spf1 is used here`. Whatever begins with the version itself is SPF to receivers. */
function isProse(text: string): boolean {
  const [version = "", ...words] = text.split(/\s+/, MOST_WORDS).filter((it) => it !== "");
  if (/^v\s?=\s?spf\d?["']?$/i.test(version) || words.length < 2) return false;
  const terms = words.filter((it) => TERM.test(it));
  return 2 * terms.length < words.length;
}

const MOST_WORDS = 20;
const TERM = /^[-+~?]|[:=/]|^(?:all|mx|ptr|a|include|exists|redirect)$/i;

function kindOfOwner(owner: DomainName, text: string): PolicyKind | undefined {
  if (/(?:^|\.)_report\._dmarc\./.test(owner)) return "dmarc";
  if (owner.startsWith("_mta-sts.")) return "mtaSts";
  if (/^_smtp\._tls\.|^_tls\._smtp\./.test(owner)) return "tlsRpt";
  if (/(?:^|\.)_bimi\./.test(owner)) return "bimi";
  return owner.includes("._domainkey.") && isKey(owner, text) ? "dkim" : undefined;
}

/** `_adsp` (RFC 5617) and `_report` (RFC 6651) stand where a selector would; `o=` was a policy of DomainKeys. */
function isKey(owner: DomainName, text: string): boolean {
  if (owner.startsWith("_adsp.") || owner.startsWith("_report.")) return false;
  return !/(?:^|;)\s*o\s*=/i.test(text) || /(?:^|;)\s*p\s*=/i.test(text);
}
