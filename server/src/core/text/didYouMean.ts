/**
 * The candidate that a misspelt word was most likely meant to be, by Damerau-Levenshtein distance (a letter left out,
 * added, changed, or two neighbours swapped), letter case aside. Of two at the same distance the one
 * with the same first letter wins, then the first of the list: put the common ones first.
 *
 * @param maxDistance edits allowed; by default one for words of up to four letters, two for longer ones
 * @returns `undefined` where nothing is near enough, or where the word itself is a candidate
 */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
  maxDistance = word.length <= 4 ? 1 : 2,
): string | undefined {
  const wanted = word.toLowerCase();
  if (wanted.length > MAX_LENGTH) return undefined;
  // A word of one letter is one edit away from every other: no guess is better than any.
  const limit = Math.min(maxDistance, wanted.length - 1);
  let best: string | undefined;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const distance = editDistance(wanted, other, limit);
    if (distance === 0) return undefined;
    const rank = 2 * distance + (wanted[0] === other[0] ? 0 : 1);
    if (distance > limit || rank >= bestRank) continue;
    best = candidate;
    bestRank = rank;
  }
  return best;
}

/** Longer words are no misspelt keyword, and the distance costs the product of the lengths. */
const MAX_LENGTH = 64;

/** The distance of two words, or some number over `limit` once it is known to be more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit || limit < 1) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? limit + 1;
}
