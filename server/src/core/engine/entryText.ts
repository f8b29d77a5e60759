/** The text of an entry, and the way between its UTF-16 offsets and the bytes it was made from. */
export class EntryText {
  readonly text: string;
  /** Byte offset of each UTF-16 unit, one more for the end; absent where all is ASCII and both are the same. */
  readonly #bytes: Int32Array | undefined;

  constructor(bytes: Uint8Array, start: number, end: number) {
    if (isAscii(bytes, start, end)) {
      this.text = DECODER.decode(bytes.subarray(start, end));
      return;
    }
    const units: string[] = [];
    const places = new Int32Array(end - start + 1);
    let count = 0;
    for (let at = start; at < end; ) {
      const length = sequenceLength(bytes, at, end);
      const character = length === 0 ? lone(bytes[at] ?? 0) : decode(bytes, at, length);
      for (let unit = 0; unit < character.length; unit++) places[count++] = at - start;
      units.push(character);
      at += Math.max(1, length);
    }
    places[count] = end - start;
    this.text = units.join("");
    this.#bytes = places.subarray(0, count + 1);
  }

  /** @param offset UTF-16 units from the start of the entry */
  byteAt(offset: number): number {
    return this.#bytes === undefined ? offset : (this.#bytes[Math.min(offset, this.#bytes.length - 1)] ?? 0);
  }

  /** The UTF-16 offset of a byte offset. */
  offsetOf(byte: number): number {
    const places = this.#bytes;
    if (places === undefined) return byte;
    let low = 0;
    let high = places.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < byte) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 127) return false;
  return true;
}

/** Octets of the UTF-8 sequence at `at`; 0 where none begins. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (at + length > end) return 0;
  for (let index = 1; index < length; index++) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/**
 * An octet that is no UTF-8 takes as many columns as `Chunk.positionAt` counts for it: by its first bits, none for one
 * that would go on a sequence.
 */
function lone(byte: number): string {
  if (byte < 0xc0) return "";
  return byte < 0xf0 ? "\uFFFD" : "\uFFFD\uFFFD";
}

function decode(bytes: Uint8Array, at: number, length: number): string {
  let code = bytes[at] ?? 0;
  if (length > 1) code &= 0xff >> (length + 1);
  for (let index = 1; index < length; index++) code = (code << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return code > 0x10ffff ? "\uFFFD\uFFFD" : String.fromCodePoint(code);
}
