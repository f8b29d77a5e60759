const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;

/** The Punycode form of a text, without the `xn--` in front (RFC 3492 §6.3): ASCII letters first, then the others as numbers. */
export function encodePunycode(text: string): string {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < INITIAL_N);
  let output = basic.map((point) => String.fromCodePoint(point)).join("");
  if (basic.length > 0) output += "-";
  let n = INITIAL_N;
  let delta = 0;
  let bias = INITIAL_BIAS;
  for (let handled = basic.length; handled < points.length; delta++, n++) {
    const next = points.reduce(
      (least, point) => (point >= n && point < least ? point : least),
      Number.MAX_SAFE_INTEGER,
    );
    delta += (next - n) * (handled + 1);
    n = next;
    for (const point of points) {
      if (point < n) delta++;
      if (point !== n) continue;
      output += variableLength(delta, bias);
      bias = adapt(delta, handled + 1, handled === basic.length);
      delta = 0;
      handled++;
    }
  }
  return output;
}

/**
 * A name in the form that DNS carries (its A-labels, RFC 5890 §2.3.2.1): `bücher.example` becomes `xn--bcher-kva.example`.
 * Letters are mapped as browsers map them (lower case, NFC, ideographic full stops as dots); ASCII labels stay as written.
 *
 * @returns `undefined` where a label cannot be one: it holds characters no name may have, or is over 63 octets
 */
export function toAsciiName(name: string): string | undefined {
  const labels = name
    .replace(/[\u3002\uff0e\uff61]/g, ".")
    .split(".")
    .map(toAsciiLabel);
  return labels.includes(undefined) ? undefined : labels.join(".");
}

function toAsciiLabel(label: string): string | undefined {
  if (isAscii(label)) return label;
  const mapped = label.normalize("NFKC").toLowerCase().normalize("NFC");
  if (!/^[\p{L}\p{M}\p{N}_\u00b7\u30fb-]+$/u.test(mapped)) return undefined;
  const ascii = isAscii(mapped) ? mapped : `xn--${encodePunycode(mapped)}`;
  return ascii.length <= 63 ? ascii : undefined;
}

/** Whether every character is below U+0080. */
export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** One delta as a generalized variable-length integer (RFC 3492 §3.3). */
function variableLength(delta: number, bias: number): string {
  let digits = "";
  let rest = delta;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (rest < threshold) return digits + digit(rest);
    digits += digit(threshold + ((rest - threshold) % (BASE - threshold)));
    rest = Math.floor((rest - threshold) / (BASE - threshold));
  }
}

/** RFC 3492 §6.1 */
function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** 0 to 25 are letters, 26 to 35 digits. */
function digit(value: number): string {
  return String.fromCharCode(value < 26 ? value + 97 : value + 22);
}
