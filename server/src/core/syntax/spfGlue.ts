import { parseNetwork } from "./spfAddress.ts";

/** What begins a term for certain: a mechanism that ends or has a value, `redirect=`, `exp=`. */
const TERM = /^[-+~?]?(?:(?:all|a|mx|ptr)$|(?:include|a|mx|ptr|ip4|ip6|exists):|(?:a|mx)\/|(?:redirect|exp)=.)/i;

/** Where one term ends and the next begins although no space says so. */
const SEAM =
  /[,;|]+|(?=[-~?+](?:all$|(?:include|a|mx|ptr|ip4|ip6|exists):))|(?=(?:include|exists|ip4|ip6):|redirect=)/gi;

/**
 * Terms that stand in one word because of commas, semicolons or a missing space: `a,mx,-all`, `ip4:192.0.2.1~all`.
 * A comma inside a name is left alone unless what surrounds it reads as terms.
 *
 * @returns `undefined` for a word that is one term
 */
export function separate(
  word: string,
): { readonly reason: "comma" | "space" | "doubled"; readonly meant: string } | undefined {
  if (word.length > LONGEST) return undefined;
  const parts: string[] = [];
  let start = 0;
  let hasSeparator = false;
  let hasSeam = false;
  for (const { index, 0: separator } of word.matchAll(SEAM)) {
    if (index === 0 || isInMacro(word, index) || isSign(word, index, start)) continue;
    hasSeam = true;
    if (separator !== "") hasSeparator = true;
    parts.push(word.slice(start, index));
    start = index + separator.length;
  }
  if (!hasSeam) return undefined;
  parts.push(word.slice(start));
  const terms = completed(parts.filter((it) => it !== ""));
  if (!terms) return undefined;
  return { reason: hasSeparator ? "comma" : terms.length > 1 ? "space" : "doubled", meant: terms.join(" ") };
}

/** No list of terms that somebody wrote is longer, and looking for macros costs the square of the length. */
const LONGEST = 1000;

/** The sign before a name belongs to it: `-include:x` is cut before the sign, never after it. */
function isSign(word: string, index: number, start: number): boolean {
  return index === start || (index === start + 1 && /[-~?+]/.test(word[start] ?? ""));
}

function isInMacro(word: string, index: number): boolean {
  return word.lastIndexOf("%{", index) > word.lastIndexOf("}", index);
}

/** Parts that are a bare address or a name go on with the mechanism before them: `ip4:192.0.2.1,192.0.2.2`. */
function completed(parts: readonly string[]): string[] | undefined {
  const terms: string[] = [];
  for (const part of parts) {
    const network = parseNetwork(part);
    const before = /^[-+~?]?(?:include|a|mx):(?=.*\.[a-z])/i.exec(terms.at(-1) ?? "")?.[0];
    if (/^[-+~?]?[a-z0-9]+:$/i.test(part) && part !== parts.at(-1)) continue; // `include:include:x`
    if (TERM.test(part)) terms.push(part);
    else if (network && terms.length > 0) terms.push(`ip${network.family}:${part}`);
    else if (before !== undefined && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\.?$/i.test(part)) terms.push(before + part);
    else return undefined;
  }
  return terms.length > 0 ? terms : undefined;
}
