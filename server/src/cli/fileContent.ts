/** A file taken apart so that it can be put together again byte for byte. */
export interface FileContent {
  readonly encoding: "bytes" | "utf-16le" | "utf-16be";
  /** The byte order mark, where there is one; no document of the core begins with it. */
  readonly mark: Uint8Array;
  /** What the core reads: UTF-8, or whatever bytes the file holds. */
  readonly body: Uint8Array;
}

const MARKS = [
  ["bytes", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
] as const;

export function readContent(bytes: Uint8Array): FileContent {
  for (const [encoding, mark] of MARKS) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    const rest = bytes.subarray(mark.length);
    const body = encoding === "bytes" ? rest : new TextEncoder().encode(new TextDecoder(encoding).decode(rest));
    return { encoding, mark: bytes.subarray(0, mark.length), body };
  }
  return { encoding: "bytes", mark: bytes.subarray(0, 0), body: bytes };
}

export function writeContent({ encoding, mark }: FileContent, body: Uint8Array): Uint8Array {
  return Buffer.concat([mark, encoding === "bytes" ? body : toUtf16(body, encoding === "utf-16be")]);
}

function toUtf16(body: Uint8Array, isBigEndian: boolean): Uint8Array {
  const units = Buffer.from(new TextDecoder().decode(body), "utf16le");
  return isBigEndian ? units.swap16() : units;
}
