/** Bytes of a reply, a bounce or a log: UTF-8, else GB18030, since QQ, 163 and their like answer in GBK. */
export function decodeReplyBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
