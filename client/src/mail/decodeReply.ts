/**
 * A reply as its server meant it. Nodemailer leaves bytes that are no UTF-8 as Latin-1; QQ, 163 and their like answer in
 * GBK, which GB18030 holds.
 */
export function decodeReply(reply: string): string {
  const bytes = Uint8Array.from(Array.from(reply), (it) => it.codePointAt(0) ?? 0);
  const isBytes = Array.from(reply).every((it) => it <= "\u00ff");
  if (!isBytes || bytes.every((it) => it < 0x80)) return withoutControls(reply);
  return decodeBytes(bytes);
}

/** Bytes of a reply as text: UTF-8, else GB18030, else each byte a letter of Latin-1. */
export function decodeBytes(bytes: Uint8Array): string {
  return withoutControls(decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030") ?? Buffer.from(bytes).toString("latin1"));
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // It is no text of this encoding.
    return undefined;
  }
}

/** What could steer a terminal or hide in a message is replaced; line breaks and tabs stay. */
function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
