/** Whether the octets `[from, to)` are the value of a parameter as it goes on the wire (RFC 9460 §7, §8, RFC 9461 §5). */
export function isSvcValue(key: number, data: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  switch (key) {
    case 0:
      return isKeyList(data, from, to);
    case 1:
      return isAlpnList(data, from, to);
    case 2:
      return length === 0;
    case 3:
      return length === 2;
    case 4:
      return length > 0 && length % 4 === 0;
    case 5:
      return length > 0;
    case 6:
      return length > 0 && length % 16 === 0;
    case 7:
      return isDohPath(data, from, to);
    default:
      // Servers take anything here, and a later RFC may allow what is not allowed today.
      return true;
  }
}

/** Whether a template has a variable `dns` and begins at the root: `/dns-query{?dns}` (RFC 9461 §5). */
export function isDohPath(data: Uint8Array, from: number, to: number): boolean {
  const text = String.fromCharCode(...data.subarray(from, Math.min(to, from + 0xfff)));
  return text.startsWith("/") && /\{[+#./;?&]?(?:[^{}]*,)?dns(?:\*|:\d+)?(?:,[^{}]*)?\}/.test(text);
}

/** Whether keys stand in ascending order, and `mandatory` is not among them. */
function isKeyList(data: Uint8Array, from: number, to: number): boolean {
  let last = 0;
  for (let at = from; at + 1 < to; at += 2) {
    const key = keyAt(data, at);
    if (key <= last) return false;
    last = key;
  }
  return to > from && (to - from) % 2 === 0;
}

function isAlpnList(data: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    const length = data[at] ?? 0;
    if (length === 0) return false;
    at += 1 + length;
  }
  return to > from && at === to;
}

function keyAt(data: Uint8Array, at: number): number {
  return ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
}

/**
 * Whether the octets from `start` to the end are parameters: keys in ascending order, each with the length of its value
 * (RFC 9460 §2.2), and the keys that others need beside them.
 *
 * @param isAlias whether the priority is 0: clients then ignore parameters
 */
export function areSvcParams(data: Uint8Array, start: number, isAlias: boolean): boolean {
  const keys = new Set<number>();
  let last = -1;
  let mandatory: Uint8Array = data.subarray(0, 0);
  for (let at = start; at < data.length; ) {
    const key = keyAt(data, at);
    const value = at + 4;
    const end = value + keyAt(data, at + 2);
    if (key <= last || end > data.length || !isSvcValue(key, data, value, end)) return false;
    if (key === 0) mandatory = data.subarray(value, end);
    keys.add(key);
    last = key;
    at = end;
  }
  if (!isAlias && keys.has(2) && !keys.has(1)) return false;
  for (let at = 0; at < mandatory.length; at += 2) if (!keys.has(keyAt(mandatory, at))) return false;
  return true;
}
