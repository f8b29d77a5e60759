/**
 * A pure function of a text that keeps its last results: rules ask for the same few policies again and again, and zones
 * repeat them. The results are shared, so they must be read-only.
 */
export function remember<T>(compute: (text: string) => T, most = 256): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
